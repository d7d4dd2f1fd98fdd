"""A DOCX as rows of cells: merged cells, nested tables, text boxes, numbers that Word counts."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from lxml import etree

from doc_templates.errors import OldFileDamaged, OldFileEmpty, OldFileTooLarge, OldFormat
from doc_templates.sop.reading.drawn import is_flowchart
from doc_templates.sop.reading.plain import MOST_CELLS, MOST_LETTERS, MOST_LINES
from doc_templates.sop.reading.rows import Cell, Pages, Row, Shape
from doc_templates.sop.reading.word_numbers import Numbers, numbers_of
from doc_templates.sop.reading.word_shapes import Grid, shapes_of
from doc_templates.sop.reading.word_text import ADDED, REMOVED, Element, W, children, text_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_BESIDE: Final = (
    (RELATIONSHIP_TYPE.HEADER, "kepala halaman"),
    (RELATIONSHIP_TYPE.FOOTER, "kaki halaman"),
    (RELATIONSHIP_TYPE.FOOTNOTES, "catatan kaki"),
    (RELATIONSHIP_TYPE.ENDNOTES, "catatan akhir"),
)
MOST_ELEMENTS: Final = 400_000
"""Elements of XML, with words or without: a long SOP with its shapes has a tenth of that."""
_COUNTED: Final = etree.XPath("count(.//*)")
_PICTURES: Final = (
    "{http://schemas.openxmlformats.org/drawingml/2006/main}blip",
    "{urn:schemas-microsoft-com:vml}imagedata",
)
_NOTE_LINES: Final = frozenset({"separator", "continuationSeparator", "continuationNotice"})


@dataclass(slots=True)
class Scribe:
    """Writes down the rows of a document while it is read from its first block to its last."""

    name: str
    numbers: Numbers
    margin: float = 0.0
    """Left margin of the page, in twentieths of a point."""
    rows: list[Row] = field(default_factory=list)
    beside: list[Row] = field(default_factory=list)
    flowchart: list[Shape] = field(default_factory=list)
    lines: int = 0
    tables: int = 0

    def add(self, row: Row, *, beside: bool = False) -> None:
        """Append a row."""
        if any(len(cell.text) > MOST_LETTERS for cell in row.cells):
            raise OldFileTooLarge(self.name, f"{MOST_LETTERS} huruf pada satu sel")
        if len(row.cells) > MOST_CELLS:
            raise OldFileTooLarge(self.name, f"{MOST_CELLS} sel pada satu baris tabel")
        if len(self.rows) + len(self.beside) >= MOST_LINES:
            raise OldFileTooLarge(self.name, f"{MOST_LINES} baris")
        (self.beside if beside else self.rows).append(row)


def pages_of_word(name: str, content: bytes) -> Pages:
    """What lies on the pages of a DOCX whose package has been looked through.

    Raises:
        OldFileDamaged: it is not a document that Word could open.
        OldFileEmpty: nothing is on its pages.
        OldFormat: nothing but pictures is on its pages.
        OldFileTooLarge: it has more rows or cells than any SOP.
    """
    try:
        document = docx.Document(io.BytesIO(content))
        body = document.element.body
        related = list(document.part.rels.values())
        parts = [(each.reltype, each.target_part) for each in related if not each.is_external]
    except Exception as error:  # zlib, zipfile, lxml and python-docx each have their own words
        raise OldFileDamaged(name, "isi DOCX di dalamnya rusak atau tidak lengkap") from error
    if body is None:
        raise OldFileDamaged(name, "DOCX itu tidak mempunyai isi")
    if _COUNTED(body) > MOST_ELEMENTS:
        raise OldFileTooLarge(name, f"{MOST_ELEMENTS} unsur di dalamnya")
    roots = {kind: _root(name, part.blob) for kind, part in parts if kind in _LISTED}
    lists = numbers_of(roots.get(RELATIONSHIP_TYPE.NUMBERING), roots.get(RELATIONSHIP_TYPE.STYLES))
    scribe = Scribe(name, lists, margin=_margin(body))
    _read_blocks(body, scribe)
    if not scribe.rows:
        _refuse_wordless(body, name)
    for kind, place in _BESIDE:
        for at, part in enumerate(part for sort, part in parts if sort == kind):
            _read_beside(_root(name, part.blob), f"{place} {at + 1}", scribe)
    revised = any(next(body.iter(tag), None) is not None for tag in (*ADDED, *REMOVED))
    return Pages(scribe.rows, scribe.beside, scribe.flowchart, revised)


def _refuse_wordless(body: Element, name: str) -> None:
    if any(next(body.iter(tag), None) is not None for tag in _PICTURES):
        raise OldFormat(name, "pindaian (gambar tanpa tulisan)")
    raise OldFileEmpty(name)


_LISTED: Final = frozenset({RELATIONSHIP_TYPE.NUMBERING, RELATIONSHIP_TYPE.STYLES})


def _root(name: str, blob: bytes) -> Element:
    try:
        return etree.fromstring(blob, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.LxmlError as error:
        raise OldFileDamaged(name, "isi DOCX di dalamnya rusak") from error


def _margin(body: Element) -> float:
    margins = [each.get(f"{W}left") for each in body.iter(f"{W}pgMar")]
    return float(margins[-1]) if margins and (margins[-1] or "").isdigit() else 0.0


def _read_blocks(parent: Element, scribe: Scribe) -> None:
    for block in children(parent):
        if block.tag == f"{W}p":
            _read_paragraph(block, scribe)
        elif block.tag == f"{W}tbl":
            if (inner := _only_cell(block)) is not None:
                _read_blocks(inner, scribe)
            else:
                _read_table(block, scribe)


def _only_cell(table: Element) -> Element | None:
    """The cell of a table that is only a frame around other tables."""
    cells = [cell for row in _rows(table) for cell in _cells(row)]
    framed = len(cells) == 1 and cells[0].find(f"{W}tbl") is not None
    return cells[0] if framed else None


def _read_paragraph(paragraph: Element, scribe: Scribe) -> None:
    """A line for each line of it; a tab parts cells as it does in text."""
    text = _numbered(paragraph, scribe)
    shapes = _shapes(paragraph, Grid(), 0, scribe)
    scribe.flowchart += [shape for shape in shapes if is_flowchart(shape)]
    boxes = [shape.text for shape in shapes if shape.text and not is_flowchart(shape)]
    for line in "\n".join([text, *boxes]).split("\n"):
        if not line.strip():
            continue
        scribe.lines += 1
        place = f"baris {scribe.lines} di luar tabel"
        parts = [part.strip() for part in line.strip().split("\t")]
        if len(parts) == 1:
            scribe.add(Row((Cell(parts[0], place),)))
            continue
        cells = (Cell(part, f"{place}, sel {at + 1}", at, at + 1) for at, part in enumerate(parts))
        scribe.add(Row(tuple(cells), table=0))


def _numbered(paragraph: Element, scribe: Scribe) -> str:
    number = scribe.numbers.before(paragraph)
    return f"{number} {text_of(paragraph)}" if number else text_of(paragraph)


def _read_table(table: Element, scribe: Scribe) -> None:
    scribe.tables += 1
    number = scribe.tables
    grid = _grid(table, scribe)
    for at, line in enumerate(_rows(table)):
        cells: list[Cell] = []
        start = _int(line, "trPr/gridBefore")
        for cell in _cells(line):
            end = start + max(1, _int(cell, "tcPr/gridSpan"))
            place = f"tabel {number}, baris {at + 1}, sel {len(cells) + 1}"
            text, shapes = _content(cell, grid, start, scribe)
            merge = cell.find(f"{W}tcPr/{W}vMerge")
            merged = merge is not None and merge.get(f"{W}val") != "restart"
            # What a merged cell still holds is never shown.
            cells.append(Cell("" if merged else text, place, start, end, shapes, merged))
            start = end
        scribe.add(Row(tuple(cells), table=number))


def _content(
    cell: Element, grid: Grid, column: int, scribe: Scribe
) -> tuple[str, tuple[Shape, ...]]:
    """Words and shapes of a cell."""
    texts: list[str] = []
    shapes: list[Shape] = []
    for paragraph in _paragraphs(cell):
        texts.append(_numbered(paragraph, scribe).replace("\t", " "))
        shapes += _shapes(paragraph, grid, column, scribe)
    return _lines(texts), tuple(shapes)


def _shapes(paragraph: Element, grid: Grid, column: int, scribe: Scribe) -> list[Shape]:
    def read_text(box: Element) -> str:
        """The words of a text box, and of those within it."""
        texts = []
        for each in _paragraphs(box):
            texts.append(_numbered(each, scribe))
            texts += [shape.text for shape in _shapes(each, Grid(), 0, scribe)]
        return _lines(texts)

    return [
        shape
        for shape in shapes_of(paragraph, grid, column, read_text)
        if shape.text or shape.sort not in ("garis", "lain")
    ]


def _lines(texts: Iterable[str]) -> str:
    return "\n".join(each.strip() for each in texts if each.strip())


def _paragraphs(parent: Element) -> Iterator[Element]:
    """The paragraphs of a cell or a text box, and of the tables in it."""
    for block in children(parent):
        if block.tag == f"{W}p":
            yield block
        elif block.tag == f"{W}tbl":
            for row in _rows(block):
                for cell in _cells(row):
                    yield from _paragraphs(cell)


def _rows(table: Element) -> Iterator[Element]:
    for row in children(table):
        removed = row.find(f"{W}trPr/{W}del") is not None
        if row.tag == f"{W}tr" and not removed:
            yield row


def _cells(row: Element) -> Iterator[Element]:
    return (cell for cell in children(row) if cell.tag == f"{W}tc")


def _grid(table: Element, scribe: Scribe) -> Grid:
    widths = [_width(each.get(f"{W}w")) for each in table.iterfind(f"{W}tblGrid/{W}gridCol")]
    edges = [0.0]
    for width in widths:
        edges.append(edges[-1] + width)
    indent = table.find(f"{W}tblPr/{W}tblInd")
    left = 0.0 if indent is None else _width(indent.get(f"{W}w"))
    return Grid(tuple(edges), left_of_page=scribe.margin + left, left_of_margin=left)


def _width(text: str | None) -> float:
    try:
        return float(text or "0")
    except ValueError:
        return 0.0


def _int(element: Element, path: str) -> int:
    found = element.find("/".join(f"{W}{each}" for each in path.split("/")))
    value = "" if found is None else found.get(f"{W}val") or ""
    return int(value) if value.isdecimal() and len(value) <= 3 else 0  # noqa: PLR2004 - columns


def _read_beside(root: Element, place: str, scribe: Scribe) -> None:
    """Headers, footers and notes: seen on the page, but beside the document."""
    found = []
    for block in root.iter(f"{W}p"):
        note = block.getparent()
        if note is not None and note.get(f"{W}type") in _NOTE_LINES:
            continue
        text = " ".join(text_of(block).split())
        if text and text not in found and text != "KONSEP":
            found.append(text)
    for at, text in enumerate(found):
        scribe.add(Row((Cell(text, f"{place}, baris {at + 1}"),)), beside=True)
