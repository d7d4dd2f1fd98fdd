"""Which column and which row of a returned table is which, by their hidden keys."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from doc_templates.formulir import codes
from doc_templates.formulir.baris_bukti import BARU
from doc_templates.formulir.bentuk import Baris
from doc_templates.formulir.tata import AWAL, AWALAN_KUNCI, KEPALA, PENGENAL, TANDA_KEPALA

if TYPE_CHECKING:
    from collections.abc import Mapping

    from doc_templates.findings import Finding
    from doc_templates.formulir.kenali_identitas import Semula
    from doc_templates.formulir.kenali_lembar import Pasangan


@dataclass(frozen=True, slots=True)
class Tabel:
    """A table whose columns and rows were recognised."""

    pasangan: Pasangan
    kolom: Mapping[str, int]
    """Key of the column → its column on the sheet."""
    baris: Mapping[int, Baris]
    """Row on the sheet → the form's row."""
    kepala: int
    """Row of the heads."""


def kenali_tabel(pair: Pasangan, semula: Semula, temuan: list[Finding]) -> Tabel:
    """Recognise columns and rows; what is missing, doubled, foreign or inserted is told."""
    head = _head(pair)
    columns = _columns(pair, head, temuan)
    rows = _rows(pair, head, temuan)
    _missing_rows(pair, rows, semula, temuan)
    return Tabel(pair, columns, rows, head)


def _head(pair: Pasangan) -> int:
    top, left = pair.sudut
    found = [
        row for (row, at), cell in pair.terbaca.sel.items()
        if at == left and cell.teks == TANDA_KEPALA
    ]  # fmt: skip
    return min(found, default=top + KEPALA - PENGENAL)


def _columns(pair: Pasangan, head: int, temuan: list[Finding]) -> Mapping[str, int]:
    top, left = pair.sudut
    sheet = pair.terbaca
    at = {sheet.teks(row, column): column for row, column in sorted(sheet.sel, reverse=True)
          if row == top and column != left}  # fmt: skip
    found: dict[str, int] = {}
    for number, each in enumerate(pair.lembar.kolom, 1):
        column = at.get(each.kunci)
        if column is None:
            temuan.append(
                codes.COLUMN_MISSING.at(
                    sheet.tempat(head, left + number),
                    f"Kolom “{each.judul}” tidak ada; kembalikan dari formulir semula.",
                )
            )
            continue
        found[each.kunci] = column
        shown = sheet.teks(head, column)
        if _plain(shown) != _plain(each.judul):
            temuan.append(
                codes.COLUMN_HEAD.at(
                    sheet.tempat(head, column),
                    f"Kepala kolom “{each.judul}” berubah menjadi “{shown}”; kembalikan kepala "
                    "dan isi kolomnya ke tempat semula.",
                    each.judul,
                )
            )
    order = list(found.values())
    if order != sorted(order):
        moved = next(b for a, b in pairwise(order) if b < a)
        temuan.append(
            codes.COLUMN_MOVED.at(
                sheet.tempat(head, moved),
                f"Kolom “{sheet.teks(head, moved)}” berpindah tempat; isinya dibaca menurut "
                "pengenal kolomnya, periksalah.",
            )
        )
    return found


def _rows(pair: Pasangan, head: int, temuan: list[Finding]) -> Mapping[int, Baris]:
    _, left = pair.sudut
    sheet = pair.terbaca
    expected = {each.kunci: each for each in pair.lembar.baris}
    spare = next((each for each in pair.lembar.baris if each.kunci.startswith(BARU)), None)
    found: dict[int, Baris] = {}
    seen: dict[str, int] = {}
    for row in sorted({row for row, _ in sheet.sel if row > head}):
        mark = sheet.teks(row, left)
        key = mark.removeprefix(AWALAN_KUNCI)
        if not mark.startswith(AWALAN_KUNCI):
            continue
        row_of = expected.get(key) or (spare if key.startswith(BARU) else None)
        if row_of is None:
            temuan.append(
                codes.ROW_UNKNOWN.at(
                    sheet.tempat(row, left + 1),
                    f"Baris “{key}” bukan milik formulir ini atau sudah tidak ada di data; hapus "
                    "baris itu, atau pakailah formulir unitnya.",
                )
            )
        elif key in seen:
            temuan.append(
                codes.ROW_TWICE.at(
                    sheet.tempat(row, left + 1),
                    f"Baris “{key}” ada dua, yaitu baris {seen[key]} dan {row}; hapus salah satu.",
                )
            )
        else:
            seen[key] = row
            found[row] = row_of
    return found


def _missing_rows(
    pair: Pasangan, rows: Mapping[int, Baris], semula: Semula, temuan: list[Finding]
) -> None:
    """Tell of rows that went out with the form and did not come back."""
    there = {each.kunci for each in rows.values()}
    sent = {key for sheet, key, _ in semula if sheet == pair.lembar.kunci}
    top, left = pair.sudut
    for offset, each in enumerate(pair.lembar.isi):
        if not isinstance(each, Baris) or each.kunci in there or each.kunci not in sent:
            continue
        if each.kunci.startswith(BARU):
            continue
        temuan.append(
            codes.ROW_MISSING.at(
                pair.terbaca.tempat(top + AWAL - PENGENAL + offset, left + 1),
                f"Baris “{each.kunci}” hilang dari lembar “{pair.terbaca.nama}”; kembalikan dari "
                "formulir semula, walau tidak diisi.",
            )
        )


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
