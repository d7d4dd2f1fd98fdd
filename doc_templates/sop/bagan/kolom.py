"""Shares out the width of the page: every column its longest word, every lane room to draw.

The lanes are equally wide, so that the symbols of all of them can be. What is left goes where the
text is. When that does not fit, the type becomes smaller, then the names of the lanes stand
upright, then answers become smaller, and at the very last words are broken: nothing is ever cut.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import product
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from doc_templates.pengukur import Pengukur

BANTALAN: Final = 1.2
"""Space left and right of a cell's text, mm."""
TEPI: Final = 2 * BANTALAN + 0.4
"""What a cell takes beside its text, with its rulings, mm."""
LAJUR_TERSEMPIT: Final = 11.0
LAJUR_CUKUP: Final = 25.0
"""Wider lanes only push the symbols apart, mm."""
BAGIAN_LAJUR: Final = (0.4, 0.15, 0.0)
"""Of the spare width, until the lanes are wide enough; the less, the fuller the texts."""
SAMPING_LABEL: Final = 2.6
"""Of a lane, what stays free beside an answer on each side of the arrow, mm."""
LABEL_KECIL: Final = 5 / 6
"""Answers may be set in type so much smaller before the words of a cell are broken."""
UKURAN_TERKECIL: Final = 6.0
TINGGI_TEGAK: Final = 34.0
"""Room for upright names, mm, unless a single word needs more."""
TERSEMPIT: Final = 9.0
"""A column whose words are broken, mm."""
JARAK_BARIS: Final = 1.18
"""Height of a line as multiple of its type size."""
MM: Final = 25.4 / 72
TWIPS: Final = 1440 / 25.4


@dataclass(frozen=True, slots=True)
class Kolom:
    """What stands in one column."""

    kepala: str
    teks: tuple[str, ...]
    lajur: bool = False
    label: float = 0.0
    """Widest label at an exit in this lane, mm."""
    ringkas: bool = False
    """Numbers: never wider than they need."""


@dataclass(frozen=True, slots=True)
class Rencana:
    """The measures of the columns."""

    lebar: tuple[float, ...]
    """mm; they add up to the width of the page."""
    ukuran: float
    """Type size, points."""
    tinggi_tegak: float | None
    """Height of upright names of lanes, mm; None where they are level."""


def rencana_kolom(
    kolom: Sequence[Kolom],
    *,
    ruang: float,
    ukuran: Sequence[float],
    pengukur: Pengukur,
    bagian_lajur: float = BAGIAN_LAJUR[0],
    tegak: bool = False,
) -> Rencana:
    """Share out the width among the columns in the largest of these type sizes that fits.

    Args:
        kolom: the columns from left to right.
        ruang: width of the type area, mm.
        ukuran: sizes to try with level names, points, the largest first.
        pengukur: measures the family of the profile.
        bagian_lajur: share of the spare width that the lanes get.
        tegak: whether the names of the lanes stand upright even where they need not.
    """
    for points in () if tegak else ukuran:
        perlu = [_perlu(each, points, pengukur) for each in kolom]
        _sama_lebar(kolom, perlu)
        if sum(perlu) <= ruang:
            lebar = _bagi(kolom, perlu, points, pengukur, ruang=ruang, bagian_lajur=bagian_lajur)
            return Rencana(bulat(lebar), points, None)
    sempit = [replace(each, label=each.label * LABEL_KECIL) for each in kolom]
    for each, points in product((kolom, sempit), _lebih_kecil(ukuran[0])):
        tinggi = _tinggi_tegak(each, points, pengukur)
        perlu = [_perlu_tegak(satu, points, tinggi, pengukur) for satu in each]
        _sama_lebar(each, perlu)
        if sum(perlu) <= ruang:
            lebar = _bagi(each, perlu, points, pengukur, ruang=ruang, bagian_lajur=bagian_lajur)
            return Rencana(bulat(lebar), points, tinggi)
    return Rencana(bulat(_paksa(kolom, perlu, ruang)), UKURAN_TERKECIL, tinggi)


def bulat(panjang: Iterable[float]) -> tuple[float, ...]:
    """Lengths in mm as DOCX can hold them, in whole twentieths of a point."""
    return tuple(int(each * TWIPS) / TWIPS for each in panjang)


def label_terlebar(lajur: float) -> float:
    """The widest answer that finds room beside the arrow of a lane, mm."""
    return (lajur - SAMPING_LABEL) / 2


def _lebih_kecil(terbesar: float) -> Iterator[float]:
    points = min(terbesar, 8.5)
    while points >= UKURAN_TERKECIL:
        yield points
        points -= 0.5


def _perlu(kolom: Kolom, points: float, pengukur: Pengukur) -> float:
    kepala = pengukur.kata_terpanjang(kolom.kepala, tebal=True) * points
    isi = max((pengukur.kata_terpanjang(each) for each in kolom.teks), default=0.0) * points
    perlu = max(kepala, isi) + TEPI + 0.5
    return max(perlu, LAJUR_TERSEMPIT, 2 * kolom.label + SAMPING_LABEL) if kolom.lajur else perlu


def _perlu_tegak(kolom: Kolom, points: float, tinggi: float, pengukur: Pengukur) -> float:
    if not kolom.lajur:
        return _perlu(kolom, points, pengukur)
    baris = pengukur.banyak_baris(kolom.kepala, tinggi - TEPI, points, tebal=True)
    perlu = baris * points * JARAK_BARIS * MM + TEPI
    return max(perlu, LAJUR_TERSEMPIT, 2 * kolom.label + SAMPING_LABEL)


def _tinggi_tegak(kolom: Sequence[Kolom], points: float, pengukur: Pengukur) -> float:
    kata = [
        pengukur.kata_terpanjang(each.kepala, tebal=True, utuh=True) * points
        for each in kolom
        if each.lajur
    ]
    return max(TINGGI_TEGAK, max(kata, default=0.0) + TEPI + 1.0)


def _sama_lebar(kolom: Sequence[Kolom], perlu: list[float]) -> None:
    lajur = [lebar for each, lebar in zip(kolom, perlu, strict=True) if each.lajur]
    terlebar = max(lajur, default=0.0)
    for at, each in enumerate(kolom):
        if each.lajur:
            perlu[at] = terlebar


def _bagi(
    kolom: Sequence[Kolom],
    perlu: Sequence[float],
    points: float,
    pengukur: Pengukur,
    *,
    ruang: float,
    bagian_lajur: float,
) -> tuple[float, ...]:
    lebar = list(perlu)
    lajur = [at for at, each in enumerate(kolom) if each.lajur]
    if lajur:
        tambah = (ruang - sum(lebar)) * bagian_lajur / len(lajur)
        for at in lajur:
            lebar[at] = min(lebar[at] + tambah, max(lebar[at], LAJUR_CUKUP))
    sisa = ruang - sum(lebar)
    bobot = [_bobot(each, points, pengukur) for each in kolom]
    jumlah = sum(bobot)
    if not jumlah:
        return tuple(each + sisa / len(lebar) for each in lebar)
    return tuple(each + sisa * satu / jumlah for each, satu in zip(lebar, bobot, strict=True))


def _bobot(kolom: Kolom, points: float, pengukur: Pengukur) -> float:
    """A wordy column needs more room, but a very wordy one not quite in proportion."""
    if kolom.lajur or kolom.ringkas or not kolom.teks:
        return 0.0
    panjang = sum(pengukur.lebar(kata) * points for each in kolom.teks for kata in each.split())
    return float((panjang / len(kolom.teks)) ** 0.8)


def _paksa(kolom: Sequence[Kolom], perlu: Sequence[float], ruang: float) -> tuple[float, ...]:
    """Words longer than any page could hold: the lanes keep theirs, the others break words."""
    lajur = sum(lebar for each, lebar in zip(kolom, perlu, strict=True) if each.lajur)
    lain = [each for at, each in enumerate(perlu) if not kolom[at].lajur]
    tersempit = sum(min(each, TERSEMPIT) for each in lain)
    bebas = max(ruang - lajur, tersempit)
    lebih = sum(lain) - tersempit
    skala = min((bebas - tersempit) / (lebih or 1.0), 1.0)
    lebar = [
        each if satu.lajur else min(each, TERSEMPIT) + max(each - TERSEMPIT, 0.0) * skala
        for satu, each in zip(kolom, perlu, strict=True)
    ]
    return tuple(each * ruang / sum(lebar) for each in lebar)
