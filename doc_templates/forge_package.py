"""The package around a forged form: its styles, running heads and relations, as one ZIP.

The parts are few on purpose (see ``forge``), and the same form gives the same bytes, so that a
template's digest changes only when the form does.
"""

from __future__ import annotations

import struct
import zipfile
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import escape

from doc_templates.forge import MARK, Page, Style

if TYPE_CHECKING:
    from pathlib import Path

_DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006"
_DRAWING: Final = "http://schemas.openxmlformats.org/drawingml/2006"
_NAMESPACES: Final = (
    ' xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    f' xmlns:r="{_OFFICE}/relationships"'
    f' xmlns:wp="{_DRAWING}/wordprocessingDrawing"'
    f' xmlns:a="{_DRAWING}/main"'
    f' xmlns:pic="{_DRAWING}/picture"'
)
HEADER_REFERENCE: Final = '<w:headerReference w:type="default" r:id="rIdheader1"/>'
"""For the properties of a section before the last, which does not inherit the running head."""
# Word itself dates new ZIP entries so; a fixed date keeps the template's digest the same.
_ZIP_DATE: Final = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Form:
    """A whole template, ready to be written."""

    font: str
    """Family of all text; a tag where the data choose it."""
    size: float
    line: float
    """Line spacing as a multiple."""
    styles: tuple[Style, ...]
    body: tuple[str, ...]
    page: Page
    header: str = ""
    """Paragraphs of the running head; empty for none."""
    first_header: str = ""
    """Running head of the first page, where it differs."""
    footer: str = ""
    title: str = "{{ judul_dokumen }}"

    def write(self, path: Path) -> None:
        """Write the package; the same form gives the same bytes."""
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
            for name, content in self._parts().items():
                entry = zipfile.ZipInfo(name, _ZIP_DATE)
                entry.compress_type = zipfile.ZIP_DEFLATED
                package.writestr(entry, content)

    def _parts(self) -> dict[str, bytes]:
        margins = self._margins()
        references = "".join(
            f'<w:{tag}Reference w:type="{kind}" r:id="rId{name}"/>'
            for name, tag, kind, _ in margins
        )
        section = self.page.xml(references, first=bool(self.first_header))
        body = f"<w:body>{''.join(self.body)}{section}</w:body>"
        parts = {
            "[Content_Types].xml": _content_types(margins),
            "_rels/.rels": _package_relations(),
            "docProps/core.xml": _core(self.title),
            "word/document.xml": f"<w:document{_NAMESPACES}>{body}</w:document>",
            "word/_rels/document.xml.rels": _document_relations(margins),
            "word/styles.xml": self._styles(),
            "word/settings.xml": _settings(),
        }
        for name, tag, _, content in margins:
            mark_up = "hdr" if tag == "header" else "ftr"
            parts[f"word/{name}.xml"] = f"<w:{mark_up}{_NAMESPACES}>{content}</w:{mark_up}>"
        whole = {name: (_DECLARATION + part).encode() for name, part in parts.items()}
        return {**whole, "word/media/mark.png": white_pixel()}

    def _margins(self) -> list[tuple[str, str, str, str]]:
        """Part name, element, type and content of each running head or foot."""
        every = [
            ("header1", "header", "default", self.header),
            ("header2", "header", "first", self.first_header),
            ("footer1", "footer", "default", self.footer),
        ]
        return [each for each in every if each[3]]

    def _styles(self) -> str:
        half_points = round(self.size * 2)
        faces = " ".join(f'w:{which}="{self.font}"' for which in ("ascii", "hAnsi", "cs"))
        return (
            f"<w:styles{_NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr>"
            f'<w:rFonts {faces}/><w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'
            '<w:lang w:val="id-ID" w:eastAsia="id-ID" w:bidi="id-ID"/></w:rPr></w:rPrDefault>'
            f'<w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0"'
            f' w:line="{round(self.line * 240)}" w:lineRule="auto"/></w:pPr></w:pPrDefault>'
            f"</w:docDefaults>{''.join(style.xml() for style in self.styles)}</w:styles>"
        )


def white_pixel() -> bytes:
    """An opaque white PNG of one pixel, the same bytes each time."""

    def chunk(name: bytes, content: bytes) -> bytes:
        check = zlib.crc32(name + content)
        return struct.pack(">I", len(content)) + name + content + struct.pack(">I", check)

    head = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    pixel = zlib.compress(b"\0\xff", 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", pixel) + chunk(b"IEND", b"")


def _content_types(margins: list[tuple[str, str, str, str]]) -> str:
    word = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    overrides = {
        "docProps/core": "application/vnd.openxmlformats-package.core-properties+xml",
        "word/document": f"{word}.document.main+xml",
        "word/styles": f"{word}.styles+xml",
        "word/settings": f"{word}.settings+xml",
    } | {f"word/{name}": f"{word}.{tag}+xml" for name, tag, _, _ in margins}
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="png" ContentType="image/png"/>'
        + "".join(
            f'<Override PartName="/{name}.xml" ContentType="{kind}"/>'
            for name, kind in overrides.items()
        )
        + "</Types>"
    )


def _relations(entries: dict[str, tuple[str, str]]) -> str:
    links = "".join(
        f'<Relationship Id="{key}" Type="{kind}" Target="{target}"/>'
        for key, (kind, target) in entries.items()
    )
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{space}">{links}</Relationships>'


def _package_relations() -> str:
    core = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    main = f"{_OFFICE}/relationships/officeDocument"
    return _relations({"rId1": (main, "word/document.xml"), "rId2": (core, "docProps/core.xml")})


def _document_relations(margins: list[tuple[str, str, str, str]]) -> str:
    kinds = f"{_OFFICE}/relationships"
    return _relations(
        {
            "rIdStyles": (f"{kinds}/styles", "styles.xml"),
            "rIdSettings": (f"{kinds}/settings", "settings.xml"),
            MARK: (f"{kinds}/image", "media/mark.png"),
        }
        | {f"rId{name}": (f"{kinds}/{tag}", f"{name}.xml") for name, tag, _, _ in margins}
    )


def _core(title: str) -> str:
    space = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
    return (
        f'<cp:coreProperties xmlns:cp="{space}" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(title)}</dc:title><dc:language>id-ID</dc:language>"
        "</cp:coreProperties>"
    )


def _settings() -> str:
    # Mode 15 is Word 2013 and later; without it Word opens the form "in compatibility mode".
    uri = "http://schemas.microsoft.com/office/word"
    return (
        f'<w:settings{_NAMESPACES}><w:defaultTabStop w:val="720"/><w:compat>'
        f'<w:compatSetting w:name="compatibilityMode" w:uri="{uri}" w:val="15"/></w:compat>'
        '<w:themeFontLang w:val="id-ID"/></w:settings>'
    )
