"""The tables of a tagged PDF: its structure, with the words that each cell marks on the page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pypdf import PdfReader

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

Table = list[list[str]]
Words = dict[tuple[int, int], str]
"""Number of a page's object and of a mark on it → what is written there."""
WIDE = 4
"""Cells of a row in an identity grid at most."""


def tables_of(pdf: Path) -> list[Table]:
    """Each table as rows of cells, lines of a cell joined without the space between."""
    reader = PdfReader(pdf)
    words = _words(reader)
    tables: list[Table] = []
    for table in _named("/Table", reader.root_object["/StructTreeRoot"]):
        rows = _named("/TR", table)
        tables.append([[_text(cell, words) for cell in _cells(row)] for row in rows])
    return tables


def sheet_of(pdf: Path) -> Table:
    """The rows of the activity sheet, its head included."""
    wide = [table for table in tables_of(pdf) if any(len(row) > WIDE for row in table)]
    return [row for table in wide for row in table]


def alternatives(pdf: Path) -> list[str]:
    """What each figure says of itself."""
    root = PdfReader(pdf).root_object["/StructTreeRoot"]
    return [str(each["/Alt"]) for each in _named("/Figure", root) if "/Alt" in each]


def _words(reader: PdfReader) -> Words:
    found: Words = {}
    for page in reader.pages:
        assert page.indirect_reference is not None
        _read_marks(page, page.indirect_reference.idnum, found)
    return found


def _read_marks(page: Any, number: int, found: Words) -> None:
    open_marks: list[int | None] = []

    def follow(operator: bytes, operands: Any, *_: Any) -> None:
        match operator:
            case b"BDC":
                marked = operands[1]
                open_marks.append(marked.get("/MCID") if hasattr(marked, "get") else None)
            case b"BMC":
                open_marks.append(None)
            case b"EMC":
                open_marks.pop()

    def write(text: str, *_: Any) -> None:
        if text.strip() and open_marks and open_marks[-1] is not None:
            key = number, open_marks[-1]
            found[key] = found.get(key, "") + text

    page.extract_text(visitor_operand_before=follow, visitor_text=write)


def _children(element: Any) -> list[Any]:
    inside = element.get("/K", [])
    inside = inside.get_object() if hasattr(inside, "get_object") else inside
    listed = inside if isinstance(inside, list) else [inside]
    return [each.get_object() if hasattr(each, "get_object") else each for each in listed]


def _named(name: str, element: Any) -> Iterator[Any]:
    """The elements of that name below another, outermost only."""
    for child in _children(element):
        if not hasattr(child, "get"):
            continue
        if child.get("/S") == name:
            yield child
        else:
            yield from _named(name, child)


def _cells(row: Any) -> list[Any]:
    return [each for each in _children(row) if each.get("/S") in ("/TH", "/TD")]


def _text(element: Any, words: Words) -> str:
    page = element.raw_get("/Pg").idnum if "/Pg" in element else None
    text = ""
    for child in _children(element):
        if not hasattr(child, "get"):
            text += words.get((page, int(child)), "")
        elif "/S" in child:
            text += _text(child, words)
        elif "/MCID" in child:
            own = child.raw_get("/Pg").idnum if "/Pg" in child else page
            text += words.get((own, int(child["/MCID"])), "")
    return text
