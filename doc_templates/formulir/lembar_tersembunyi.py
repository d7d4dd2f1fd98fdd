"""The sheet that no menu shows: identity, what stood in each cell, words to choose from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl.utils import get_column_letter

from doc_templates.formulir.bentuk import Isian
from doc_templates.formulir.tata import KOLOM_PILIHAN, SEMULA, TERSEMBUNYI, sidik_isi

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from openpyxl.worksheet.worksheet import Worksheet

    from doc_templates.formulir.bentuk import Formulir, Sel

Pilihan = tuple[str, ...]


def tulis_tersembunyi(sheet: Worksheet, formulir: Formulir) -> Mapping[Pilihan, str]:
    """Fill the hidden sheet; gives each list of words and the range in which it stands."""
    sheet.sheet_state = "veryHidden"
    row = 0
    for row, pair in enumerate(formulir.identitas.pasangan().items(), 1):
        _texts(sheet, row, pair)
    lists: dict[Pilihan, None] = {}
    for name, key, column, each in _cells(formulir):
        row += 1
        held = each.nilai if isinstance(each, Isian) else each
        _texts(sheet, row, (SEMULA, name, key, column, sidik_isi(held)))
        if isinstance(each, Isian) and each.pilihan:
            lists[each.pilihan] = None
    return {
        choices: _list(sheet, column, choices)
        for column, choices in enumerate(lists, KOLOM_PILIHAN)
    }


def _cells(formulir: Formulir) -> Iterator[tuple[str, str, str, Sel]]:
    for sheet in formulir.lembar:
        for row in sheet.baris:
            for column, each in row.sel.items():
                yield sheet.kunci, row.kunci, column, each


def _texts(sheet: Worksheet, row: int, texts: tuple[str, ...]) -> None:
    for column, text in enumerate(texts, 1):
        cell = sheet.cell(row, column, text)
        # A key that begins with “=” or “+” is a text, never a formula.
        cell.data_type, cell.number_format = "s", "@"


def _list(sheet: Worksheet, column: int, choices: Pilihan) -> str:
    for row, text in enumerate(choices, 1):
        cell = sheet.cell(row, column, text)
        cell.data_type, cell.number_format = "s", "@"
    letter = get_column_letter(column)
    return f"'{TERSEMBUNYI}'!${letter}$1:${letter}${len(choices)}"
