"""The fonts a form asks for are those of its visible text, whatever chain they come by."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.workers.tools.forms import NAMESPACES, paragraph, write_docx
from workers.tools.docx_fonts import fonts_of_docx

THEME = (
    b'<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements>'
    b'<a:fontScheme><a:majorFont><a:latin typeface="Cambria"/></a:majorFont>'
    b'<a:minorFont><a:latin typeface="Calibri"/></a:minorFont></a:fontScheme>'
    b"</a:themeElements></a:theme>"
)


def styles(*rest: str, defaults: str = '<w:rFonts w:ascii="Arial" w:hAnsi="Arial"/>') -> str:
    """A style sheet whose paragraphs inherit the defaults."""
    normal = '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"/>'
    return (
        f"<w:styles {NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr>{defaults}</w:rPr>"
        f"</w:rPrDefault></w:docDefaults>{normal}{''.join(rest)}</w:styles>"
    )


def style(name: str, font: str = "", *, base: str = "", kind: str = "paragraph") -> str:
    """One style with a font of its own, or with that of its base."""
    fonts = f'<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}"/></w:rPr>' if font else ""
    based = f'<w:basedOn w:val="{base}"/>' if base else ""
    return f'<w:style w:type="{kind}" w:styleId="{name}">{based}{fonts}</w:style>'


def run(text: str, properties: str = "") -> str:
    """A paragraph of one run with these properties."""
    return f"<w:p><w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r></w:p>"


CASES = {
    "document defaults": (paragraph("isi"), styles(), {"Arial"}),
    "the run's own": (paragraph("isi", font="Cambria"), styles(), {"Cambria"}),
    "paragraph style": (paragraph("isi", style="A"), styles(style("A", "Calibri")), {"Calibri"}),
    "a style it is based on": (
        paragraph("isi", style="B"),
        styles(style("A", "Calibri"), style("B", base="A")),
        {"Calibri"},
    ),
    "styles based on each other": (
        paragraph("isi", style="A"),
        styles(style("A", base="B"), style("B", base="A")),
        {"Arial"},
    ),
    "character style over paragraph style": (
        (
            '<w:p><w:pPr><w:pStyle w:val="A"/></w:pPr><w:r><w:rPr><w:rStyle w:val="C"/></w:rPr>'
            "<w:t>isi</w:t></w:r></w:p>"
        ),
        styles(style("A", "Calibri"), style("C", "Cambria", kind="character")),
        {"Cambria"},
    ),
    "theme": (
        paragraph("isi"),
        styles(defaults='<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/>'),
        {"Calibri"},
    ),
    "unused style": (paragraph("isi"), styles(style("X", "Wingdings")), {"Arial"}),
    "blank text": (paragraph("  ", font="Cambria"), styles(), set()),
    "hidden text": (run("isi", '<w:rFonts w:ascii="Cambria"/><w:vanish/>'), styles(), set()),
    "text not hidden after all": (
        run("isi", '<w:rFonts w:ascii="Cambria"/><w:vanish w:val="0"/>'),
        styles(),
        {"Cambria"},
    ),
    "other letters": (
        run("é", '<w:rFonts w:ascii="Cambria" w:hAnsi="Calibri"/>'),
        styles(),
        {"Calibri"},
    ),
    "a symbol": (
        '<w:p><w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r></w:p>',
        styles(),
        {"Wingdings"},
    ),
    "no font anywhere": (paragraph("isi"), styles(defaults=""), {"Times New Roman"}),
}


@pytest.mark.parametrize("case", CASES)
def test_text_asks_for_its_effective_font(tmp_path: Path, case: str) -> None:
    """Word's order of precedence decides, and text that nobody sees asks for nothing."""
    body, sheet, expected = CASES[case]
    docx = write_docx(
        tmp_path / "form.docx", body, styles=sheet, parts={"word/theme/theme1.xml": THEME}
    )

    assert fonts_of_docx(docx) == expected


def test_headers_and_labels_of_lists_count(tmp_path: Path) -> None:
    """A header's font is printed on every page, a list's bullet before every item."""
    header = f"<w:hdr {NAMESPACES}>{paragraph('KONSEP', font='Cambria')}</w:hdr>"
    numbering = (
        f'<w:numbering {NAMESPACES}><w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0">'
        '<w:lvlText w:val="\uf0b7"/><w:rPr><w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/></w:rPr>'
        '</w:lvl></w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>'
        "</w:numbering>"
    )
    item = (
        '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr></w:pPr>'
        "<w:r><w:t>butir</w:t></w:r></w:p>"
    )
    parts = {"word/header1.xml": header.encode(), "word/numbering.xml": numbering.encode()}
    docx = write_docx(tmp_path / "form.docx", item, styles=styles(), parts=parts)

    assert fonts_of_docx(docx) == {"Arial", "Cambria", "Symbol"}
