"""The blocks that forms are forged from."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from doc_templates.forge import (
    Page,
    Style,
    cell,
    field,
    mark,
    paragraph,
    row,
    run,
    table,
    text,
    twips,
)
from doc_templates.forge_package import Form, white_pixel

if TYPE_CHECKING:
    from pathlib import Path

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STYLES = (
    Style("Normal", "Normal"),
    Style("Heading1", "heading 1", size=14, bold=True, keep_next=True, outline=0),
)


def form(*body: str, page: Page | None = None) -> Form:
    """A small form of these blocks."""
    return Form(
        font="Arial",
        size=11,
        line=1.1,
        styles=STYLES,
        body=body,
        page=page or Page(),
        header=paragraph(field("PAGE")),
        first_header=text("KONSEP"),
        title="Uji & <coba>",
    )


def test_a_form_is_a_docx_that_others_open(tmp_path: Path) -> None:
    """python-docx reads title, heading, table and paper as they were forged."""
    path = tmp_path / "a.docx"
    grid = table(row(cell(text("a"), width=80), cell(text("b"), width=85)), columns=(80, 85))

    form(text("Judul", style="Heading1"), grid, page=Page("F4", landscape=True)).write(path)

    opened = Document(str(path))
    assert opened.core_properties.title == "Uji & <coba>"
    assert [each.style.name for each in opened.paragraphs] == ["Heading 1"]
    assert [each.text for each in opened.tables[0].row_cells(0)] == ["a", "b"]
    assert opened.sections[0].page_width.mm == pytest.approx(330, abs=0.1)
    assert opened.sections[0].page_height.mm == pytest.approx(215, abs=0.1)
    assert opened.sections[0].different_first_page_header_footer


def test_the_same_form_gives_the_same_bytes(tmp_path: Path) -> None:
    """A template's digest changes only when the form does."""
    for name in ("a", "b"):
        form(text("x")).write(tmp_path / name)

    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_every_part_is_well_formed_and_declared(tmp_path: Path) -> None:
    """No part is missing from the list of content types, none is broken."""
    path = tmp_path / "a.docx"
    form(paragraph(mark("pihak", number=1))).write(path)

    with zipfile.ZipFile(path) as package:
        types = etree.fromstring(package.read("[Content_Types].xml"))
        declared = {each.get("PartName", "").lstrip("/") for each in types}
        parts = {name for name in package.namelist() if name.endswith(".xml")}
        for name in parts:
            etree.fromstring(package.read(name))

    assert declared - {""} == parts - {"[Content_Types].xml"}


@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=50))
def test_any_text_stays_text(typed: str) -> None:
    """Markup and quotes in a text or a role never become markup."""
    block = f'<w:r xmlns:w="{W[1:-1]}">{run(typed)}</w:r>'

    assert etree.fromstring(block).findtext(f".//{W}t", default="") == typed


def test_a_mark_names_its_signatory_and_keeps_its_size(tmp_path: Path) -> None:
    """The stamp finds ``ttd:ROLE``; the picture is as large as the signature may be."""
    path = tmp_path / "a.docx"
    form(paragraph(mark("pihak", number=7, width=55, height=20))).write(path)

    [picture] = Document(str(path)).inline_shapes

    assert picture._inline.docPr.get("descr") == "ttd:pihak"
    assert (picture.width.mm, picture.height.mm) == (55, 20)


def test_header_rows_repeat_and_no_row_breaks() -> None:
    """A table that crosses pages keeps its heads and its rows whole."""
    rows = row(cell(width=10), header=True) + row(cell(width=10))

    tree = etree.fromstring(f'<w:tbl xmlns:w="{W[1:-1]}">{rows}</w:tbl>')

    assert [each.find(f"{W}trPr/{W}tblHeader") is not None for each in tree] == [True, False]
    assert all(each.find(f"{W}trPr/{W}cantSplit") is not None for each in tree)
    assert all(each.find(f"{W}tc/{W}p") is not None for each in tree)


@given(st.lists(st.floats(min_value=1, max_value=300), min_size=1, max_size=6))
def test_columns_have_the_widths_asked_for(widths: list[float]) -> None:
    """The grid and the cells say the same, so that Word and LibreOffice agree."""
    cells = row(*(cell(width=each) for each in widths))
    whole = table(cells, columns=tuple(widths)).replace(
        "<w:tbl>", f'<w:tbl xmlns:w="{W[1:-1]}">', 1
    )

    tree = etree.fromstring(whole)

    grid = [int(each.get(f"{W}w")) for each in tree.iter(f"{W}gridCol")]
    assert grid == [int(each.get(f"{W}w")) for each in tree.iter(f"{W}tcW")]
    assert grid == [twips(each) for each in widths]


def test_the_white_pixel_is_a_png() -> None:
    """Opaque, one by one pixel, grey-scale: it hides nothing and shows nothing."""
    content = white_pixel()

    assert content.startswith(b"\x89PNG\r\n\x1a\n")
    assert content[16:26] == b"\0\0\0\1\0\0\0\1\x08\0"
