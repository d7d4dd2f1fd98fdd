"""The frame of a flowchart sheet: what all its pages share."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Final

from doc_templates.sop.alur import alur_of
from doc_templates.sop.bagan.bentuk import UkuranLabel
from doc_templates.sop.bagan.isi import (
    ATAS_BAWAH,
    BARIS_LAPANG,
    BARIS_RAPAT,
    BARIS_TERENDAH,
    LABEL_WAJAR,
    UKURAN_LABEL,
    Bagian,
    bagian_of,
    kolom_of,
    lebar_label,
    tinggi_baris_teks,
)
from doc_templates.sop.bagan.kolom import (
    BAGIAN_LAJUR,
    MM,
    TEPI,
    TWIPS,
    Rencana,
    bulat,
    label_terlebar,
    rencana_kolom,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from doc_templates.pengukur import Pengukur
    from doc_templates.sop.alur import Panah
    from doc_templates.sop.bagan.kolom import Kolom
    from doc_templates.sop.model import Sop
    from doc_templates.sop.paper import Room
    from doc_templates.sop.profiles import Profil

JALUR_SAMBUNGAN: Final = 10.0
"""Height of the strip of connectors at the head or foot of a page, mm."""
SAMBUNGAN: Final = 6.0
"""Height of a connector, mm."""
TINGGI_LABEL: Final = 2.1
"""Height of a line of an answer, mm."""
HURUF_LABEL: Final = (6.0, 5.0, 4.5)
"""Type sizes tried for long answers, points."""
JANGKAR: Final = 1.0 * MM
"""Height of the paragraph in which the shapes are anchored, mm."""
PENUH: Final = 2.0
"""A page is filled up to so many millimetres: rulings and rounding need them."""
LEBIH_KECIL: Final = (0.0, 0.5, 1.0, 1.5, 2.0)
"""By so many points the type may be smaller than the profile's, with level names of lanes."""
HEMAT: Final = 0.93
"""Narrower lanes are worth it where that factor of the pages is left."""
HEMAT_TEGAK: Final = 0.8
"""Upright names, harder to read, are worth it where so few are left."""
RAPAT: Final = 24.0
"""Where rows are taller than this on average, mm, smaller type is used."""
TERBACA: Final = 3
"""How many of them are tried to keep the sheet on one page."""


@dataclass(frozen=True, slots=True)
class Kerangka:
    """Measures in millimetres from the page's upper left corner."""

    model: Sop
    room: Room
    rencana: Rencana
    bagian: tuple[Bagian, ...]
    panah: tuple[Panah, ...]
    """The arrows between steps that have someone to carry them out."""
    lajur: tuple[float, ...]
    """Left edges of the lanes, and the right edge of the last."""
    simbol: tuple[float, float]
    """Width and height of every symbol: alike on all pages."""
    tinggi_kepala: tuple[float, float]
    judul: float
    """Height of the title over the table, mm."""
    penutup: float
    """Height of the signature block under it, mm."""
    pengukur: Pengukur

    @property
    def tinggi(self) -> float:
        """Height of all rows under one another, mm."""
        return sum(each.tinggi for each in self.bagian)

    @property
    def banyak_halaman(self) -> float:
        """Pages that the rows would fill if they could be divided anywhere."""
        return self.tinggi / max(self.bawah - self.atas(pertama=False), 1.0)

    @property
    def banyak_lajur(self) -> int:
        """Lanes; an SOP without any has one empty column for them."""
        return len(self.lajur) - 1

    def atas(self, *, pertama: bool) -> float:
        """Where the rows begin on a page."""
        return self.room.top + (self.judul if pertama else 0) + JANGKAR + sum(self.tinggi_kepala)

    @property
    def bawah(self) -> float:
        """Where a page is full."""
        return self.room.top + self.room.height - PENUH

    def ukuran_label(self, teks: str) -> tuple[UkuranLabel, ...]:
        """Sizes of an answer's box: in one line; too wide for that, in more or smaller type."""
        satu = UkuranLabel(lebar_label(teks, self.pengukur), TINGGI_LABEL, UKURAN_LABEL)
        lajur = self.lajur[1] - self.lajur[0]
        if satu.lebar <= min(LABEL_WAJAR, label_terlebar(lajur)):
            return (satu,)
        kata = teks.split()
        terlebar = max(lebar_label(each, self.pengukur) for each in kata)
        return satu, *(
            UkuranLabel(terlebar * huruf / UKURAN_LABEL, len(kata) * TINGGI_LABEL, huruf)
            for huruf in HURUF_LABEL
        )


def kerangka_of(
    model: Sop, form: Profil, room: Room, pengukur: Pengukur, *, judul: float, penutup: float
) -> Kerangka:
    """Choose type and columns: on one page while the type stays readable, else as large as fits.

    Args:
        model: the SOP.
        form: its profile.
        room: the type area.
        pengukur: measures the family of the profile.
        judul: height of the title over the table, mm.
        penutup: height of what stands under the table, mm.
    """
    semua = tuple(form.ukuran.kegiatan - each for each in LEBIH_KECIL)
    kolom = kolom_of(model, form, pengukur)
    panah = tuple(
        each
        for each in alur_of(model).panah
        if model.kegiatan[each.dari].pelaksana and model.kegiatan[each.ke].pelaksana
    )

    def dengan(
        ukuran: Sequence[float],
        bagian_lajur: float,
        terendah: float = BARIS_TERENDAH,
        *,
        tegak: bool = False,
    ) -> Kerangka:
        rencana = rencana_kolom(
            kolom,
            ruang=room.width,
            ukuran=ukuran,
            pengukur=pengukur,
            bagian_lajur=bagian_lajur,
            tegak=tegak,
        )
        kepala = _kepala(kolom, form, rencana, pengukur, len(model.lajur) or 1)
        tertinggi = room.height - sum(kepala) - JANGKAR - PENUH - 2 * JALUR_SAMBUNGAN - judul
        bagian = bagian_of(
            model,
            form,
            rencana,
            pengukur,
            terendah=terendah,
            tertinggi=max(tertinggi, 2 * terendah),
        )
        lajur = _lajur(rencana, room, len(model.lajur) or 1)
        return Kerangka(
            model=model,
            room=room,
            rencana=rencana,
            bagian=tuple(bagian),
            panah=panah,
            lajur=lajur,
            simbol=_simbol(lajur, terendah),
            tinggi_kepala=kepala,
            judul=judul,
            penutup=penutup,
            pengukur=pengukur,
        )

    if judul + len(model.kegiatan) * BARIS_RAPAT + penutup < room.height:
        for ukuran, bagian_lajur, terendah in _satu_halaman(semua):
            kerangka = dengan((ukuran,), bagian_lajur, terendah)
            if kerangka.atas(pertama=True) + kerangka.tinggi + penutup <= kerangka.bawah:
                return kerangka
    terbaik = dengan(semua, BAGIAN_LAJUR[0])
    if terbaik.tinggi > RAPAT * len(terbaik.bagian):
        terbaik = dengan(semua[TERBACA - 1 :], BAGIAN_LAJUR[0])
    for each in BAGIAN_LAJUR[1:]:
        lain = dengan((terbaik.rencana.ukuran, *semua[-1:]), each)
        # Narrower lanes only where the texts gain from it.
        if lain.banyak_halaman < HEMAT * terbaik.banyak_halaman:
            terbaik = lain
    tegak = dengan(semua, BAGIAN_LAJUR[-1], tegak=True)
    return tegak if tegak.banyak_halaman < HEMAT_TEGAK * terbaik.banyak_halaman else terbaik


def _satu_halaman(semua: Sequence[float]) -> Iterator[tuple[float, float, float]]:
    """Type, share of the lanes and lowest row to try in turn, the most comfortable first."""
    for terendah in BARIS_LAPANG:
        yield semua[0], BAGIAN_LAJUR[0], terendah
    for terendah in (BARIS_TERENDAH, BARIS_RAPAT):
        for bagian_lajur in BAGIAN_LAJUR[:2]:
            for ukuran in semua[:TERBACA]:
                yield ukuran, bagian_lajur, terendah


def _lajur(rencana: Rencana, room: Room, banyak: int) -> tuple[float, ...]:
    tepi = list(accumulate(rencana.lebar, initial=room.left))
    return tuple(round(each, 3) for each in tepi[2 : 3 + banyak])


def _simbol(lajur: Sequence[float], terendah: float) -> tuple[float, float]:
    tersempit = min(kanan - kiri for kiri, kanan in pairwise(lajur))
    lebar = min(0.68 * tersempit, tersempit - 4.2, 17.0)
    return round(lebar, 2), round(min(7.2, max(6.0, lebar / 2), terendah - 5.2), 2)


def _kepala(
    kolom: Sequence[Kolom], form: Profil, rencana: Rencana, pengukur: Pengukur, lajur: int
) -> tuple[float, float]:
    """Heights of the two head rows; what spans both of them must fit into their sum."""
    baris = tinggi_baris_teks(rencana.ukuran) * MM
    lebar = rencana.lebar

    def tinggi(teks: str, ruang: float) -> float:
        banyak = pengukur.banyak_baris(teks, ruang - TEPI, rencana.ukuran, tebal=True)
        return banyak * baris + ATAS_BAWAH

    akhir = len(kolom) - (1 if form.letak_keterangan == "sendiri" else 0)
    atas = max(
        tinggi(form.kolom.pelaksana, sum(lebar[2 : 2 + lajur])),
        tinggi(form.kolom.mutu_baku, sum(lebar[2 + lajur : akhir])),
    )
    dua = [
        tinggi(each.kepala, satu)
        for each, satu in zip(kolom[2:akhir], lebar[2:akhir], strict=True)
        if not (each.lajur and rencana.tinggi_tegak)
    ]
    bawah = max([*dua, rencana.tinggi_tegak or 0.0])
    merentang = [tinggi(kolom[at].kepala, lebar[at]) for at in (0, 1, *range(akhir, len(kolom)))]
    bawah = max(bawah, max(merentang) - atas)
    return bulat([atas + 1 / TWIPS])[0], bulat([bawah + 1 / TWIPS])[0]
