"""How wide a table's columns are, and how large its type, so that no word is broken."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from doc_templates.naskah.gaya import HURUF, UKURAN_SEL, UKURAN_TERKECIL
from doc_templates.typefaces import typeface

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from doc_templates.kinerja.tabel.bentuk import Tabel

BANTALAN: Final = 1.2
"""Blank at the left and at the right of a cell's text, mm."""
_KELONGGARAN: Final = 0.6
"""What a column gets beyond its longest word, mm: lines between cells, rounding."""
_UKURAN: Final = (UKURAN_SEL, 8.5, 8.0, 7.5, UKURAN_TERKECIL)
_NYAMAN: Final = 0.82
"""Part of the width that longest words may take before the type is made smaller."""
_TERPANJANG: Final = 40.0
"""A longer piece without a place to break (a digest, an address) is broken anywhere, mm."""
_DIPOTONG: Final = 24.0
"""Room that such a piece gets at least, mm."""
_HURUF_TERLEBAR: Final = 0.36
"""Width of the widest letter at one point, mm; most cells are so short that it settles them."""
_PUTUS: Final = re.compile(r"\s+|(?<=[/-])(?=[^/0-9\s-])")


@dataclass(frozen=True, slots=True)
class Ukuran:
    """The measures of a table."""

    kolom: tuple[float, ...]
    """Widths that sum up to the table's, mm."""
    huruf: float
    """Points."""


def ukuran_tabel(tabel: Tabel, lebar: float) -> Ukuran:
    """Measure a table for a width in millimetres; the type shrinks before words are broken."""
    kata = [_terpanjang(tabel, at) for at in range(len(tabel.kolom))]
    for huruf in _UKURAN:
        butuh = [_ruang(each, huruf) for each in kata]
        if sum(butuh) <= _NYAMAN * lebar:
            break
    porsi = [float(each.lebar) for each in tabel.kolom]
    return Ukuran(tuple(_bagi(porsi, butuh, lebar)), huruf)


def baris_teks(teks: str, lebar: float, huruf: float) -> int:
    """Lines that a text takes at most in a cell of that width."""
    ruang = lebar - 2 * BANTALAN
    if len(teks) * huruf * _HURUF_TERLEBAR <= ruang and "\n" not in teks:
        return 1
    return typeface(HURUF).line_count(teks, ruang, points=huruf, bold=True)


def _terpanjang(tabel: Tabel, at: int) -> tuple[float, float]:
    """Widths at 1 point of the longest words of a column: in its head, in its cells."""
    muka = typeface(HURUF)
    sel = (row.sel[at] for row in tabel.baris if row.jenis != "judul")
    isi = _kata(each.teks for each in sel if each)
    # Sums are printed in bold; for a column of words a little more room does no harm.
    lebar = (muka.text_width(each, points=1.0, bold=True) for each in isi)
    kepala = (
        muka.text_width(each, points=1.0, bold=True) for each in _kata([tabel.kolom[at].judul])
    )
    return max(kepala, default=0.0), max(map(_terbatas, lebar), default=0.0)


def _terbatas(lebar: float) -> float:
    """What a piece of that width at 1 point asks for."""
    return lebar if lebar * UKURAN_SEL <= _TERPANJANG else _DIPOTONG / UKURAN_SEL


def _kata(teks: Iterable[str]) -> set[str]:
    """Distinct pieces between which lines may break: each is measured once."""
    return {piece for each in set(teks) for piece in _PUTUS.split(each) if piece}


def _ruang(kata: tuple[float, float], huruf: float) -> float:
    return max(kata) * huruf + 2 * BANTALAN + _KELONGGARAN


def _bagi(porsi: Sequence[float], butuh: Sequence[float], lebar: float) -> list[float]:
    """Share a width out by portions; nobody gets less than their need while it can be met."""
    if sum(butuh) >= lebar:
        return [each * lebar / sum(butuh) for each in butuh]
    tetap: set[int] = set()
    while True:
        sisa = lebar - sum(butuh[at] for at in tetap)
        satuan = sisa / sum(each for at, each in enumerate(porsi) if at not in tetap)
        kurang = {
            at for at, each in enumerate(porsi) if at not in tetap and each * satuan < butuh[at]
        }
        if not kurang:
            return [butuh[at] if at in tetap else each * satuan for at, each in enumerate(porsi)]
        tetap |= kurang
