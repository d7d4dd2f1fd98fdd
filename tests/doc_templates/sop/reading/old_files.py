"""Old files for tests: the four sources, and DOCX built from the XML that Word writes."""

from __future__ import annotations

import io
import json
import re
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

import docx
from docx.oxml import parse_xml
from lxml import etree

from doc_templates.kind import Printing
from doc_templates.old_file import Reading
from doc_templates.sop.reading import read
from tests.doc_templates.sop.samples import FORMS, SOP

SOURCES = Path(__file__).parent / "sources"
NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)


def source(office: str) -> bytes:
    return (SOURCES / f"{office}.txt").read_bytes()


def plain(reading: Reading) -> dict:
    """The data as they are written to a file."""
    return json.loads(reading.model.model_dump_json(exclude_unset=True))


def codes_of(reading: Reading) -> list[str]:
    return [each.finding.code for each in reading.noticed]


def sentences(reading: Reading, code: str) -> list[str]:
    return [each.finding.sentence for each in reading.noticed if each.finding.code == code]


def words_of(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+|\d+", text)


def read_text(text: str, **options) -> Reading:
    return read("naskah.txt", text.encode(), **options)


def printed(model) -> bytes:
    """The DOCX that Lontar prints of an SOP."""
    printing = Printing(number=SOP.describe(model).number, konsep=True)
    return FORMS.form(SOP.template).filled(
        SOP.context(model, printing), arrange=lambda root: SOP.arrange(root, model)
    )


def word(*blocks: str, numbering: str = "", header: str = "") -> bytes:
    """A DOCX whose body holds those blocks."""
    document = docx.Document()
    body = document.element.body
    for old in list(body)[:-1]:
        body.remove(old)
    for at, block in enumerate(blocks):
        body.insert(at, parse_xml(re.sub(r"^<([\w:]+)", rf"<\1 {NAMESPACES}", block)))
    if numbering:
        root = document.part.numbering_part.element
        for child in list(root):
            root.remove(child)
        for child in parse_xml(f"<w:numbering {NAMESPACES}>{numbering}</w:numbering>"):
            root.append(child)
    if header:
        document.sections[0].header.paragraphs[0].text = header
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def p(text: str = "", *, inside: str = "", properties: str = "") -> str:
    run = f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>' if text else ""
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{run}{inside}</w:p>"


def tc(content: str = "", *, span: int = 1, merge: str = "") -> str:
    grid = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    merged = {"": "", "restart": '<w:vMerge w:val="restart"/>', "on": "<w:vMerge/>"}[merge]
    inside = content if content.startswith("<") else p(content)
    return f"<w:tc><w:tcPr>{grid}{merged}</w:tcPr>{inside}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    made = "".join(each if each.startswith("<w:tc>") else tc(each) for each in cells)
    return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{made}</w:tr>"


def tbl(*rows: str, columns: tuple[int, ...] = ()) -> str:
    grid = "".join(f'<w:gridCol w:w="{each}"/>' for each in columns)
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


COLUMNS = (600, 3000, 1000, 1000, 1500, 900, 1500, 1200)
"""Widths of ``activity_table``, in twentieths of a point: No, Kegiatan, two lanes, four more."""


def activity_table(*rows: str, lanes: tuple[str, str] = ("Kasi", "Camat")) -> str:
    """An activity sheet with a head of two rows, merged as Word merges."""
    head = (
        tr(
            tc("No", merge="restart"),
            tc("Kegiatan", merge="restart"),
            tc("Pelaksana", span=2),
            tc("Mutu Baku", span=3),
            tc("Keterangan", merge="restart"),
        ),
        tr(
            tc(merge="on"),
            tc(merge="on"),
            *lanes,
            "Kelengkapan",
            "Waktu",
            "Output",
            tc(merge="on"),
        ),
    )
    return tbl(*head, *rows, columns=COLUMNS)


def step(number: str, words: str, *lanes: str, waktu: str = "1 hari") -> str:
    first, second = (*lanes, "", "")[:2]
    return tr(number, words, first, second, "Surat", waktu, "Laporan", "")


def anchored(preset: str, *, offset_mm: float, origin: str = "column", text: str = "") -> str:
    """A run with a shape of DrawingML, twelve millimetres wide."""
    box = f"<wps:txbx><w:txbxContent>{p(text)}</w:txbxContent></wps:txbx>" if text else ""
    shape = (
        f'<wps:wsp><wps:cNvSpPr/><wps:spPr><a:prstGeom prst="{preset}"><a:avLst/></a:prstGeom>'
        f"</wps:spPr>{box}<wps:bodyPr/></wps:wsp>"
    )
    drawing = (
        f'<w:drawing><wp:anchor><wp:positionH relativeFrom="{origin}">'
        f"<wp:posOffset>{round(offset_mm * 36_000)}</wp:posOffset></wp:positionH>"
        f'<wp:extent cx="432000" cy="216000"/><wp:docPr id="1" name="Bentuk"/><a:graphic>'
        '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
        f"{shape}</a:graphicData></a:graphic></wp:anchor></w:drawing>"
    )
    fallback = f"<w:pict>{vml('t110', left_pt=0, text=text)}</w:pict>"
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps">'
        f"{drawing}</mc:Choice><mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent></w:r>"
    )


def vml(kind: str, *, left_pt: float, text: str = "") -> str:
    box = f"<v:textbox><w:txbxContent>{p(text)}</w:txbxContent></v:textbox>" if text else ""
    style = f"position:absolute;margin-left:{left_pt}pt;margin-top:2pt;width:34pt;height:17pt"
    return f'<v:shape type="#_x0000_{kind}" style="{style}">{box}</v:shape>'


W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def body_of(content: bytes) -> etree._Element:
    """The body of a DOCX, as plain XML."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return etree.fromstring(package.read("word/document.xml")).find(f"{W}body")


def with_body(body: etree._Element) -> bytes:
    """A DOCX around that body."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(word())) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "word/document.xml":
                root = etree.fromstring(content)
                root.replace(root.find(f"{W}body"), body)
                content = etree.tostring(root)
            new.writestr(name, content)
    return made.getvalue()
