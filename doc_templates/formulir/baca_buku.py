"""Reads a workbook into plain facts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format
from openpyxl.utils.escape import unescape

from doc_templates.formulir.baca_sel import Pembaca
from doc_templates.formulir.bagian import Paket, atribut, nama_lokal, teks_kaya
from doc_templates.formulir.buku import BukuRusak, BukuTerbaca, LembarTerbaca
from doc_templates.formulir.rujuk_sel import bilangan, sudut

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

WORKBOOK: Final = "xl/workbook.xml"
_CUSTOM: Final = "docProps/custom.xml"
MOST_CELLS: Final = 100_000
"""Cells with something in them; a form of a large office has some thousand."""
_MOST_SHEETS: Final = 50


def baca_buku(content: bytes) -> BukuTerbaca:
    """Read the bytes of a package that was judged safe to open.

    Raises:
        BukuRusak: its parts do not fit together.
    """
    paket = Paket(content)
    pembaca = Pembaca(_strings(paket), _formats(paket), tahun_1904=_is_1904(paket))
    targets = paket.hubungan(WORKBOOK)
    sheets = []
    for element in list(paket.elemen(WORKBOOK, "sheet"))[:_MOST_SHEETS]:
        _, part = targets.get(atribut(element, "id"), ("", ""))
        if not part or not paket.ada(part):
            raise BukuRusak(f"lembar “{atribut(element, 'name')}” tidak ada di dalamnya")
        hidden = atribut(element, "state") in {"hidden", "veryHidden"}
        sheets.append(_sheet(paket, part, LembarTerbaca(atribut(element, "name"), hidden), pembaca))
    return BukuTerbaca(tuple(sheets), _properties(paket))


def _strings(paket: Paket) -> list[str]:
    for kind, part in paket.hubungan(WORKBOOK).values():
        if kind == "sharedStrings" and paket.ada(part):
            return [unescape(teks_kaya(each)) for each in paket.elemen(part, "si")]
    return []


def _formats(paket: Paket) -> list[tuple[bool, bool]]:
    """(date, per cent) for each style that a cell can have."""
    for kind, part in paket.hubungan(WORKBOOK).values():
        if kind != "styles" or not paket.ada(part):
            continue
        codes: dict[str, str] = {str(key): value for key, value in BUILTIN_FORMATS.items()}
        found: list[tuple[bool, bool]] = []
        for element in paket.elemen(part, "numFmt", "cellXfs"):
            if nama_lokal(element) == "numFmt":
                codes[element.get("numFmtId", "")] = element.get("formatCode", "")
            else:
                used = [codes.get(each.get("numFmtId", ""), "") for each in element]
                found = [(bool(is_date_format(each)), "%" in each) for each in used]
        return found
    return []


def _is_1904(paket: Paket) -> bool:
    marks = [atribut(each, "date1904") for each in paket.elemen(WORKBOOK, "workbookPr")]
    return any(each in {"1", "true"} for each in marks)


def _properties(paket: Paket) -> dict[str, str]:
    if not paket.ada(_CUSTOM):
        return {}
    return {
        atribut(each, "name"): "".join(child.text or "" for child in each)
        for each in paket.elemen(_CUSTOM, "property")
    }


def _sheet(paket: Paket, part: str, lembar: LembarTerbaca, pembaca: Pembaca) -> LembarTerbaca:
    row = 0
    for element in paket.elemen(part, "row", "mergeCell", "col"):
        match nama_lokal(element):
            case "row":
                row = _row(element, row, lembar, pembaca)
            case "mergeCell":
                lembar.gabungan.append(sudut(element.get("ref", "")))
            case _:
                _column(element, lembar)
        if len(lembar.sel) > MOST_CELLS:
            raise BukuRusak(f"lembar “{lembar.nama}” berisi lebih dari {MOST_CELLS} sel")
    for kind, target in paket.hubungan(part).values():
        if kind == "comments" and paket.ada(target):
            for each in paket.elemen(target, "comment"):
                first = sudut(each.get("ref", ""))[:2]
                words = next((teks_kaya(one) for one in each if nama_lokal(one) == "text"), "")
                lembar.catatan[first] = words
    return lembar


def _row(element: Element, before: int, lembar: LembarTerbaca, pembaca: Pembaca) -> int:
    place = element.get("r")
    row = bilangan(place) if place else before + 1
    lembar.baris_terakhir = max(lembar.baris_terakhir, row)
    if element.get("hidden") in {"1", "true"}:
        lembar.baris_tersembunyi.add(row)
    column = 0
    for cell in element:
        if nama_lokal(cell) != "c":
            continue
        ref = cell.get("r")
        column = sudut(ref)[1] if ref else column + 1
        if (read := pembaca.baca(cell)) is not None:
            lembar.sel[row, column] = read
    return row


def _column(element: Element, lembar: LembarTerbaca) -> None:
    if element.get("hidden") in {"1", "true"}:
        first, last = bilangan(element.get("min", "1")), bilangan(element.get("max", "1"))
        lembar.kolom_tersembunyi.append((first, last))
