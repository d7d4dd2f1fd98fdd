"""Values over years as lines, with the numbers in rows right under their points."""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from itertools import pairwise
from math import hypot
from typing import TYPE_CHECKING, Final, NamedTuple

from doc_templates.kinerja.pembulatan import cetak
from doc_templates.naskah.diagram_lukisan import (
    TINGGI_BARIS,
    Baris,
    Goresan,
    Henti,
    Lukisan,
    gabung,
    garis_kisi,
    putus_putus,
)
from doc_templates.naskah.diagram_teks import lebar_teks, pecah

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from doc_templates.naskah.blok import Diagram, Seri
    from doc_templates.naskah.diagram_lukisan import Titik

_SELANG: Final = 4
"""Spaces between the level lines."""
_BARIS_SELANG: Final = 2
"""Lines of words that a space is tall."""
_KUNCI: Final = 9.0
"""Room for the sample of a line before the name of its series, mm."""
_SELA: Final = 3.0
_TANDA: Final = 1.1
"""Half the size of a point's mark, mm."""
_TEBAL_GARIS: Final = 0.5
_LANGKAH: Final = tuple(map(Decimal, ("1", "2", "2.5", "5", "10")))


class _Bidang(NamedTuple):
    """Where the points are drawn."""

    kolom: tuple[float, ...]
    """Middle of each category."""
    bawah: Decimal
    langkah: Decimal

    def y(self, nilai: Decimal) -> float:
        """Height of a number; the highest level line runs through the second line of words."""
        naik = float((nilai - self.bawah) / self.langkah)
        return (1.5 + (_SELANG - naik) * _BARIS_SELANG) * TINGGI_BARIS


def lukis_garis(diagram: Diagram, lebar: float) -> Lukisan:
    """Draw lines in a width, mm; where a number is missing the line is broken."""
    bawah, langkah = _tingkat(diagram.seri)
    label = [cetak(bawah + langkah * at) for at in range(_SELANG, -1, -1)]
    nama = max((lebar_teks(each.nama) for each in diagram.seri), default=0.0)
    awal = max(_KUNCI + nama, *map(lebar_teks, label)) + _SELA
    slot = (lebar - awal) / max(len(diagram.kategori), 1)
    kolom = tuple(awal + slot * (at + 0.5) for at in range(len(diagram.kategori)))
    bidang = _Bidang(kolom, bawah, langkah)
    baris = [Baris()]
    baris += [
        Baris(sel=("", label[at // _BARIS_SELANG] if at % _BARIS_SELANG == 0 else ""))
        for at in range(_SELANG * _BARIS_SELANG + 1)
    ]
    baris += _deret("", diagram.kategori, slot)
    garis = list(_kisi(bidang, awal, lebar))
    tanda: list[Goresan] = []
    for nomor, seri in enumerate(diagram.seri):
        titik = _titik(seri, bidang)
        y = (len(baris) + 0.5) * TINGGI_BARIS
        garis.append(_ruas((0.5, y), (_KUNCI - 1.5, y), nomor))
        garis += (_ruas(satu, dua, nomor) for satu, dua in pairwise(titik) if satu and dua)
        tanda += (_tanda(each, nomor) for each in (((_KUNCI - 1) / 2, y), *titik) if each)
        baris += _deret(seri.nama, seri.teks, slot)
    henti = [Henti("left", _KUNCI), Henti("right", awal - _SELA / 2)]
    henti += [Henti("center", each) for each in kolom]
    return Lukisan(lebar, tuple(baris), tuple(henti), (*gabung(garis), *gabung(tanda)))


def _tingkat(seri: Sequence[Seri]) -> tuple[Decimal, Decimal]:
    """The lowest level line and the space between two: round numbers that hold all values."""
    angka = [each for one in seri for each in one.nilai if each is not None] or [Decimal(0)]
    rendah, tinggi = min(angka), max(angka)
    if 0 <= rendah <= tinggi / 2:
        rendah = Decimal(0)
    selisih = (tinggi - rendah) / _SELANG or abs(tinggi) / _SELANG or Decimal(1)
    pangkat = Decimal(10) ** selisih.adjusted()
    for kali in (*_LANGKAH, Decimal(20), Decimal(25), Decimal(50)):
        langkah = kali * pangkat
        bawah = (rendah / langkah).to_integral_value(ROUND_FLOOR) * langkah
        atas = (tinggi / langkah).to_integral_value(ROUND_CEILING) * langkah
        if atas <= bawah + langkah * _SELANG:
            return _polos(bawah), _polos(langkah)
    return _polos(rendah), _polos(selisih)


def _polos(nilai: Decimal) -> Decimal:
    """Without exponent and idle zeros, as it is printed beside its line."""
    return Decimal(f"{nilai.normalize():f}")


def _deret(nama: str, teks: Sequence[str], slot: float) -> Iterator[Baris]:
    """Rows of words under the points; long ones take several lines."""
    pecahan = [pecah(each, slot) for each in teks]
    for at in range(max(map(len, pecahan), default=1)):
        sel = (each[at] if at < len(each) else "" for each in pecahan)
        yield Baris(sel=(nama if at == 0 else "", "", *sel))


def _kisi(bidang: _Bidang, kiri: float, kanan: float) -> Iterator[Goresan]:
    for at in range(_SELANG + 1):
        y = bidang.y(bidang.bawah + bidang.langkah * at)
        yield garis_kisi(y, kiri, kanan) if at else Goresan((((kiri, y), (kanan, y)),))


def _titik(seri: Seri, bidang: _Bidang) -> list[Titik | None]:
    return [
        None if each is None else (x, bidang.y(each))
        for x, each in zip(bidang.kolom, seri.nilai, strict=True)
    ]


def _ruas(satu: Titik, dua: Titik, nomor: int) -> Goresan:
    """The first series is dashed and thin, the second thick, a third thin and whole."""
    (x1, y1), (x2, y2) = satu, dua
    if nomor % 3 == 0:
        return putus_putus(satu, dua)
    if nomor % 3 == 2:  # noqa: PLR2004 - the third of three kinds
        return Goresan(((satu, dua),))
    panjang = hypot(x2 - x1, y2 - y1)
    geser = (-(y2 - y1) / panjang * _TEBAL_GARIS / 2, (x2 - x1) / panjang * _TEBAL_GARIS / 2)
    gx, gy = geser
    sudut = ((x1 + gx, y1 + gy), (x2 + gx, y2 + gy), (x2 - gx, y2 - gy), (x1 - gx, y1 - gy))
    return Goresan((sudut,), "isi")


def _tanda(titik: Titik, nomor: int) -> Goresan:
    """The mark of a point: an open diamond, a filled square, an open triangle."""
    x, y = titik
    kiri, kanan, atas, bawah = x - _TANDA, x + _TANDA, y - _TANDA, y + _TANDA
    persegi = ((kiri, atas), (kanan, atas), (kanan, bawah), (kiri, bawah))
    if nomor % 3 == 1:
        return Goresan((persegi,), "isi")
    wajik = ((x, atas), (kanan, y), (x, bawah), (kiri, y), (x, atas))
    segitiga = ((x, atas), (kanan, bawah), (kiri, bawah), (x, atas))
    return Goresan((segitiga if nomor % 3 else wajik,))
