"""Reads one filled cell, whatever it should hold: what no input may hold is refused here."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

from doc_templates import codes as shared
from doc_templates.formulir import codes
from doc_templates.formulir.baca_angka_sel import baca_nilai
from doc_templates.formulir.tata import TEKS_TERPANJANG, satu_baris_baru
from doc_templates.kinerja.pembulatan import cetak
from doc_templates.tanggal import NIHIL, read_date, read_iso

if TYPE_CHECKING:
    from doc_templates.findings import Finding
    from doc_templates.formulir.bentuk import Isi, Isian
    from doc_templates.formulir.buku import SelTerbaca

_DDE: Final = re.compile(r"\bDDE\s*\(|\|[^!]*!", re.IGNORECASE)


def baca_isian(
    cell: SelTerbaca | None, isian: Isian, where: str, temuan: list[Finding]
) -> tuple[Isi, bool]:
    """What a cell says, and whether it can be taken.

    Args:
        cell: as read; None where it is blank.
        isian: what it should hold.
        where: its place, for findings.
        temuan: faults and remarks are added here.
    """
    if cell is None or (not cell.teks.strip() and cell.rumus is None):
        return None, True
    before = len(temuan)
    if fault := _refused(cell, where):
        temuan.append(fault)
        return None, False
    value = baca_nilai(cell, isian, where, temuan) if isian.jenis == "nilai" else None
    if isian.jenis != "nilai":
        value = _words(cell, isian, where, temuan)
    faults = any(each.level.value == "E" for each in temuan[before:])
    return value, not faults


def _refused(cell: SelTerbaca, where: str) -> Finding | None:
    """What no input may hold: formulas, errors, truth values, characters nobody can print."""
    if cell.rumus is not None:
        return _formula(cell, where)
    if cell.jenis == "galat":
        return codes.ERROR.at(
            where, f"Sel berisi galat {cell.teks}; tulislah nilainya, atau kosongkan."
        )
    if cell.jenis == "logika":
        return codes.BOOLEAN.at(
            where, f"Sel berisi {cell.teks}, bukan nilai; tulislah angka atau kata yang diminta."
        )
    if found := ILLEGAL_CHARACTERS_RE.search(cell.teks):
        sentence = f"Teks memuat huruf kendali U+{ord(found[0]):04X}; ketik ulang isian ini."
        return shared.CHARACTER.at(where, sentence)
    return None


def _formula(cell: SelTerbaca, where: str) -> Finding:
    formula = (cell.rumus or "")[:80]
    if _DDE.search(cell.rumus or ""):
        return codes.DDE.at(
            where,
            f"Rumus “{formula}” memanggil program lain dan tidak dijalankan; hapus, lalu ketik "
            "nilainya.",
        )
    if cell.jenis == "galat" or not cell.teks:
        return codes.FORMULA.at(
            where, f"Sel berisi rumus “{formula}” tanpa hasil; ketik nilainya, bukan rumus."
        )
    shown = cetak(cell.angka) if cell.angka is not None and not cell.hari else cell.teks
    return codes.FORMULA.at(
        where,
        f"Sel berisi rumus “{formula}” yang hasilnya {shown}; salin lalu Tempel Nilai.",
        shown,
    )


def _words(cell: SelTerbaca, isian: Isian, where: str, temuan: list[Finding]) -> Isi:
    text = satu_baris_baru(cell.teks)
    if cell.jenis == "tanggal":
        day = read_iso(cell.hari)
        text = day.teks if day else cell.teks
    elif cell.angka is not None:
        text = f"{cell.angka:f}".replace(".", ",")
    if len(text) > TEKS_TERPANJANG:
        temuan.append(
            codes.TOO_LONG.at(
                where,
                f"Teks ini {len(text)} huruf, paling banyak {TEKS_TERPANJANG}; ringkaslah, dan "
                "lampirkan selebihnya sebagai bukti.",
            )
        )
    if isian.jenis == "tanggal" and text.strip() != NIHIL and read_date(text) is None:
        temuan.append(
            shared.DATE_UNREADABLE.at(
                where,
                f"“{text[:80]}” tidak terbaca sebagai tanggal; tulislah seperti 5 April 2024.",
            )
        )
    if text != text.strip() and isian.jenis in {"kode", "kode_bukti", "tanggal"}:
        sentence = f"Ada spasi di tepi “{text}”; dibaca tanpa spasi itu."
        temuan.append(codes.SPACES.at(where, sentence, text.strip()))
        return text.strip()
    return text
