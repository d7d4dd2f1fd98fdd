"""Bars that lie: a category's name in full, and under it a line for each value.

Each line bears the name of its series, the value as the tables print it, and the bar; so no
legend is needed, long names have the whole width, and words stand where there is no number.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from doc_templates.naskah.diagram_lukisan import (
    TINGGI_BARIS,
    Baris,
    Goresan,
    Henti,
    Lukisan,
    gabung,
    putus_putus,
)
from doc_templates.naskah.diagram_teks import lebar_teks, pecah

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from doc_templates.naskah.blok import Diagram
    from doc_templates.naskah.diagram_lukisan import Titik

PERSEN: Final = frozenset({"%", "persen"})
"""Units of which 100 is the whole: marked by a dashed line."""
_MASUK: Final = 3.0
"""Indent of the names of series, mm."""
_SELA: Final = 3.0
_TEBAL_BATANG: Final = 2.7
_RUANG_KANAN: Final = 3.0
_JARAK_ARSIR: Final = 2.2


def lukis_batang(diagram: Diagram, lebar: float) -> Lukisan:
    """Draw bars in a width, mm; without a unit, each category has a scale of its own."""
    nama = max((lebar_teks(each.nama) for each in diagram.seri), default=0.0)
    angka = (
        teks
        for each in diagram.seri
        for teks, nilai in zip(each.teks, each.nilai, strict=True)
        if nilai is not None
    )
    akhir_nilai = _MASUK + nama + _SELA + max((lebar_teks(each) for each in angka), default=10.0)
    awal = akhir_nilai + _SELA
    ruang = (awal, lebar - _RUANG_KANAN)
    baris = [Baris()]
    goresan: list[Goresan] = []
    bersama = _bentang(diagram, range(len(diagram.kategori)))
    for at, kategori in enumerate(diagram.kategori):
        baris += [Baris(each, tebal=True) for each in pecah(kategori, lebar, tebal=True)]
        skala = bersama if diagram.satuan else _bentang(diagram, [at])
        atas = len(baris) * TINGGI_BARIS
        for nomor, seri in enumerate(diagram.seri):
            nilai, teks = seri.nilai[at], seri.teks[at]
            if nilai is None:
                baris.append(Baris(sel=(seri.nama, "", teks)))
                continue
            tengah = (len(baris) + 0.5) * TINGGI_BARIS
            baris.append(Baris(sel=(seri.nama, teks)))
            goresan += _batang(nilai, skala, ruang, tengah, corak=_corak(diagram, nomor))
        nol = _di(Decimal(0), skala, ruang)
        goresan.append(Goresan((((nol, atas), (nol, len(baris) * TINGGI_BARIS)),)))
        if len(diagram.seri) > 1 and at + 1 < len(diagram.kategori):
            baris.append(Baris())
    henti = [Henti("left", _MASUK), Henti("right", akhir_nilai), Henti("left", awal + 0.8)]
    if diagram.satuan.casefold() in PERSEN:
        seratus = _di(Decimal(100), bersama, ruang)
        goresan.append(putus_putus((seratus, TINGGI_BARIS), (seratus, len(baris) * TINGGI_BARIS)))
        baris.append(Baris(sel=("", "", "", "100%")))
        henti.append(Henti("center", seratus))
    return Lukisan(lebar, tuple(baris), tuple(henti), gabung(goresan))


def _bentang(diagram: Diagram, kategori: Sequence[int]) -> tuple[Decimal, Decimal]:
    """The lowest and the highest number that must find room, 0 always among them."""
    angka = [
        each.nilai[at] for each in diagram.seri for at in kategori if each.nilai[at] is not None
    ]
    utuh = [Decimal(100)] if diagram.satuan.casefold() in PERSEN else []
    semua = [Decimal(0), *utuh, *(each for each in angka if each is not None)]
    return min(semua), max(semua)


def _di(nilai: Decimal, skala: tuple[Decimal, Decimal], ruang: tuple[float, float]) -> float:
    rendah, tinggi = skala
    bagian = float((nilai - rendah) / (tinggi - rendah)) if tinggi > rendah else 0.0
    return ruang[0] + bagian * (ruang[1] - ruang[0])


def _corak(diagram: Diagram, nomor: int) -> int:
    """A lone series is filled; of several the first is hatched, the second filled."""
    return 1 if len(diagram.seri) == 1 else nomor % 3


def _batang(
    nilai: Decimal,
    skala: tuple[Decimal, Decimal],
    ruang: tuple[float, float],
    tengah: float,
    *,
    corak: int,
) -> Iterator[Goresan]:
    kiri, kanan = sorted((_di(Decimal(0), skala, ruang), _di(nilai, skala, ruang)))
    atas, bawah = tengah - _TEBAL_BATANG / 2, tengah + _TEBAL_BATANG / 2
    sudut: tuple[Titik, ...] = ((kiri, atas), (kanan, atas), (kanan, bawah), (kiri, bawah))
    if corak == 1:
        yield Goresan((sudut,), "isi")
        return
    yield Goresan(((*sudut, sudut[0]),))
    if corak == 0:
        yield Goresan(tuple(_arsir(kiri, kanan, atas, bawah)))


def _arsir(kiri: float, kanan: float, atas: float, bawah: float) -> Iterator[tuple[Titik, Titik]]:
    """Slanting lines within a rectangle, from its lower edge up to the right."""
    tinggi, x = bawah - atas, kiri - (bawah - atas) + _JARAK_ARSIR
    while x < kanan:
        mulai, usai = max(x, kiri), min(x + tinggi, kanan)
        if usai > mulai:
            yield (mulai, bawah - (mulai - x)), (usai, bawah - (usai - x))
        x += _JARAK_ARSIR
