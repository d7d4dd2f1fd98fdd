"""Writes one table to be filled: heads, bands, given cells and inputs."""

from __future__ import annotations

from decimal import Decimal
from textwrap import wrap
from typing import TYPE_CHECKING, Final, cast

from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.utils import get_column_letter

from doc_templates.errors import FormUnwritable
from doc_templates.formulir import gaya, tata
from doc_templates.formulir.bantuan_isian import Bantuan
from doc_templates.formulir.bentuk import Pita
from doc_templates.formulir.kolom import KINERJA

if TYPE_CHECKING:
    from collections.abc import Mapping

    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

    from doc_templates.formulir.bentuk import Baris, Formulir, Isian, Kolom, Lembar

_FIRST: Final = tata.PENGENAL + 1
"""Column of the table's first column."""
_MONEY: Final = "[$-421]#,##0"
"""Thousands apart as in Indonesian (0x421), whatever the computer's language."""
_LINE: Final = 12.75
_PADDING: Final = 4
_TALLEST: Final = 409
"""Points; Excel knows no taller row."""
_LEAST_LINES: Final = 3
_LETTERS: Final = 0.95
"""Letters of prose in a column one digit wide, with its indent."""


def tulis_lembar(
    sheet: Worksheet, lembar: Lembar, formulir: Formulir, lists: Mapping[tuple[str, ...], str]
) -> None:
    """Write a sheet of the form onto an empty one.

    Args:
        sheet: to write on.
        lembar: what to write.
        formulir: whose it is.
        lists: words to choose from → the range where they stand.
    """
    _top(sheet, lembar, formulir)
    _heads(sheet, lembar)
    help_ = Bantuan(lists)
    row = tata.AWAL
    for row, each in enumerate(lembar.isi, tata.AWAL):
        if isinstance(each, Pita):
            _band(sheet, row, each, len(lembar.kolom))
        else:
            _row(sheet, row, each, lembar, help_)
    help_.pasang(sheet)
    _view(sheet, lembar, last=row)


def _top(sheet: Worksheet, lembar: Lembar, formulir: Formulir) -> None:
    identity = formulir.identitas
    sheet.cell(tata.PENGENAL, tata.PENGENAL, identity.tanda(lembar.kunci))
    period = identity.nama_triwulan.upper()
    gaya.judul(_text(sheet, tata.JUDUL, _FIRST, f"{lembar.judul} — {period}"))
    office = " · ".join(filter(None, (identity.kantor, identity.pemerintah)))
    gaya.keterangan(_text(sheet, tata.KANTOR, _FIRST, office), tebal=True)
    gaya.keterangan(_text(sheet, tata.UNIT, _FIRST, f"Unit kerja: {formulir.nama_unit}"))
    due = f"Batas waktu pengembalian: {formulir.batas_waktu.teks}. Isilah sel kuning muda saja."
    gaya.keterangan(_text(sheet, tata.WAKTU, _FIRST, due), warna="C00000")
    sheet.row_dimensions[tata.JUDUL].height = 24


def _heads(sheet: Worksheet, lembar: Lembar) -> None:
    sheet.cell(tata.KEPALA, tata.PENGENAL, tata.TANDA_KEPALA)
    sheet.cell(tata.NOMOR, tata.PENGENAL, tata.TANDA_NOMOR)
    asked = {key for row in lembar.baris for key in row.isian()}
    for column, each in enumerate(lembar.kolom, _FIRST):
        sheet.cell(tata.PENGENAL, column, each.kunci)
        gaya.kepala(sheet.cell(tata.KEPALA, column, each.judul), isian=each.kunci in asked)
        number = sheet.cell(tata.NOMOR, column, f"({column - tata.PENGENAL})")
        gaya.nomor(number)
        sheet.column_dimensions[get_column_letter(column)].width = each.lebar
    sheet.row_dimensions[tata.KEPALA].height = 34


def _band(sheet: Worksheet, row: int, band: Pita, width: int) -> None:
    sheet.cell(row, tata.PENGENAL, tata.TANDA_PITA)
    _text(sheet, row, _FIRST, band.teks)
    for column in range(_FIRST, _FIRST + width):
        gaya.pita(sheet.cell(row, column))
    sheet.row_dimensions[row].height = 20


def _row(sheet: Worksheet, row: int, baris: Baris, lembar: Lembar, help_: Bantuan) -> None:
    _text(sheet, row, tata.PENGENAL, f"{tata.AWALAN_KUNCI}{baris.kunci}")
    for at, column in enumerate(lembar.kolom, _FIRST):
        held = baris.sel[column.kunci]
        if isinstance(held, str):
            gaya.terkunci(_text(sheet, row, at, held), column.rata)
        else:
            cell = _input(sheet, row, at, held, column)
            help_.untuk(cell, held)
    sheet.row_dimensions[row].height = _height(baris, lembar)


def _height(baris: Baris, lembar: Lembar) -> float:
    """Room for the longest text, and for some lines of explanation where one is asked for."""
    lines = [1]
    for column in lembar.kolom:
        held = baris.sel[column.kunci]
        text = held if isinstance(held, str) else str(held.nilai or "")
        lines.append(len(wrap(text, int(column.lebar * _LETTERS))))
    asked = sum(each.jenis == "teks" for each in baris.isian().values())
    least = _LEAST_LINES if lembar.kunci == KINERJA and asked else 1
    return min(_LINE * max(least, *lines) + _PADDING, _TALLEST)


def _input(sheet: Worksheet, row: int, at: int, isian: Isian, kolom: Kolom) -> Cell:
    held = isian.nilai
    cell = cast("Cell", sheet.cell(row, at))
    if isinstance(held, Decimal) and (number := tata.seperti_excel(held)) is not None:
        cell.value = int(number) if number == number.to_integral_value() else float(number)
        gaya.isian(cell, kolom.rata, _format(number, isian))
        return cell
    text = f"{held:f}".replace(".", ",") if isinstance(held, Decimal) else held or ""
    cell = _text(sheet, row, at, text)
    gaya.isian(cell, kolom.rata)
    return cell


def _format(number: Decimal, isian: Isian) -> str:
    """As many digits as the field has, and none of the number's own hidden."""
    own = -number.as_tuple().exponent if number != number.to_integral_value() else 0  # type: ignore[operator]
    digits = max(own, 0 if isian.uang else isian.desimal or 0)
    return (_MONEY if isian.uang else "0") + (f".{'0' * digits}" if digits else "")


def _text(sheet: Worksheet, row: int, column: int, text: str) -> Cell:
    """Put a text into a cell as a text, whatever it begins with."""
    cell = cast("Cell", sheet.cell(row, column))
    place = f"{sheet.title}!{cell.coordinate}"
    if len(text) > tata.SEL_TERPANJANG:
        raise FormUnwritable(place, f"lebih dari {tata.SEL_TERPANJANG} huruf")
    if found := ILLEGAL_CHARACTERS_RE.search(text):
        raise FormUnwritable(place, f"memuat huruf kendali U+{ord(found[0]):04X}; hapuslah")
    if text:
        cell.value = text
        cell.data_type = "s"
    return cell


def _view(sheet: Worksheet, lembar: Lembar, *, last: int) -> None:
    sheet.row_dimensions[tata.PENGENAL].hidden = True
    sheet.column_dimensions[get_column_letter(tata.PENGENAL)].hidden = True
    end = get_column_letter(len(lembar.kolom) + tata.PENGENAL)
    # What says which row it is stays in sight while one fills the columns far to the right.
    sheet.freeze_panes = f"{get_column_letter(_FIRST + 2)}{tata.AWAL}"
    sheet.print_title_rows = f"{tata.KEPALA}:{tata.NOMOR}"
    sheet.print_area = f"{get_column_letter(_FIRST)}{tata.JUDUL}:{end}{last}"
    sheet.sheet_view.showGridLines = False
    sheet.sheet_view.zoomScale = 90
    top = f"{get_column_letter(_FIRST)}{tata.AWAL}"
    for each in sheet.sheet_view.selection:
        each.activeCell = each.sqref = top
