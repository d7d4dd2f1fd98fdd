"""Puts the symbols of one page into their cells, and its connectors into their strips."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from doc_templates.sop.bagan.bentuk import Kotak, Simbol
from doc_templates.sop.bagan.isi import BERSAMA, pelaku_utama
from doc_templates.sop.bagan.kerangka import JALUR_SAMBUNGAN, SAMBUNGAN
from doc_templates.sop.bagan.kisi import JARAK_JALUR, jalur

if TYPE_CHECKING:
    from collections.abc import Sequence

    from doc_templates.sop.bagan.bentuk import BarisTabel, Rupa
    from doc_templates.sop.bagan.kerangka import Kerangka
    from doc_templates.sop.model import Langkah, Pelaksana

TEPI_SAMBUNGAN: Final = 0.8
"""Between a connector and the ruling on its far side, mm."""
LEBAR_TEMPAT: Final = 8.0
"""A lane that is this much wide for each of them holds several connectors, mm."""


@dataclass(slots=True)
class Susunan:
    """The symbols of a page while they are put there; symbols are known by their place here."""

    simbol: list[Simbol] = field(default_factory=list)
    sel: list[Kotak] = field(default_factory=list)
    """The cell of the table in which each stands."""
    kawan: list[tuple[int, int, bool]] = field(default_factory=list)
    """Symbols of one row that act together: from, to, with a head or without."""
    utama: dict[int, int] = field(default_factory=dict)
    """Step → symbol of who carries it out."""
    serta: dict[int, tuple[int, ...]] = field(default_factory=dict)
    """Step → symbols of those from whom its arrow may also leave."""
    asal: dict[int, int] = field(default_factory=dict)
    """Step here → connector that leads to it from other pages."""
    tujuan: dict[int, int] = field(default_factory=dict)
    """Step elsewhere → connector that leads to it from here."""


def susunan_of(
    kerangka: Kerangka, baris: Sequence[BarisTabel], *, masuk: Sequence[int], keluar: Sequence[int]
) -> Susunan | None:
    """Place everything that stands on a page, or None where its strips hold no more connectors.

    Args:
        kerangka: the frame.
        baris: the rows of the page in their places, with the strips of connectors.
        masuk: steps here that are led to from other pages.
        keluar: steps on other pages that are led to from here.
    """
    susunan = Susunan()
    for each in baris:
        if each.langkah is not None and not each.lanjutan:
            _tempatkan(susunan, kerangka, each, kerangka.model.kegiatan[each.langkah])
    for langkah, ke_dalam in ((masuk, True), (keluar, False)):
        if not langkah:
            continue
        strip = baris[0] if ke_dalam else baris[-1]
        tempat = _tempat(kerangka, strip, langkah, ke_dalam=ke_dalam)
        if tempat is None:
            return None
        for at, kotak, lajur in tempat:
            (susunan.asal if ke_dalam else susunan.tujuan)[at] = len(susunan.simbol)
            susunan.simbol.append(Simbol("sambungan", kotak, at, lajur, masuk=ke_dalam))
            susunan.sel.append(kotak)
    return susunan


def _tempatkan(susunan: Susunan, kerangka: Kerangka, baris: BarisTabel, langkah: Langkah) -> None:
    at = baris.langkah
    if at is None or not langkah.pelaksana:
        return
    letak = {each.id: nomor for nomor, each in enumerate(kerangka.model.lajur)}
    utama = pelaku_utama(langkah)
    pelaku = sorted(
        {each.lajur: each for each in langkah.pelaksana}.values(),
        key=lambda each: letak[each.lajur],
    )
    mulai = len(susunan.simbol)
    for each in pelaku:
        lajur, ini = letak[each.lajur], each.lajur == utama.lajur
        kotak = _kotak(kerangka, baris, lajur)
        rupa = langkah.bentuk if ini else _rupa_serta(langkah, each)
        susunan.simbol.append(Simbol(rupa, kotak, at, lajur, utama=ini))
        susunan.sel.append(_sel(kerangka, baris, lajur))
    pusat = mulai + [each.lajur for each in pelaku].index(utama.lajur)
    susunan.utama[at] = pusat
    bersama = langkah.bentuk != "keputusan"
    semua = range(mulai, len(susunan.simbol))
    susunan.serta[at] = tuple(each for each in semua if each != pusat) if bersama else ()
    kepala = {mulai + nomor: each.peran not in BERSAMA for nomor, each in enumerate(pelaku)}
    susunan.kawan += [(satu, dua, kepala[dua]) for satu, dua in pairwise(semua[pusat - mulai :])]
    # A decision keeps one side free for its second exit.
    if bersama or pusat == semua[-1]:
        kiri = pairwise(semua[: pusat - mulai + 1])
        susunan.kawan += [(satu, dua, kepala[dua]) for dua, satu in kiri]


def _rupa_serta(langkah: Langkah, pelaku: Pelaksana) -> Rupa:
    bersama = langkah.bentuk == "terminator" and pelaku.peran in BERSAMA
    return "terminator" if bersama else "proses"


def _kotak(kerangka: Kerangka, baris: BarisTabel, lajur: int) -> Kotak:
    lebar, tinggi = kerangka.simbol
    x = round((kerangka.lajur[lajur] + kerangka.lajur[lajur + 1]) / 2, 3)
    y = round(baris.atas + baris.tinggi / 2, 3)
    return Kotak(x - lebar / 2, y - tinggi / 2, x + lebar / 2, y + tinggi / 2)


def _sel(kerangka: Kerangka, baris: BarisTabel, lajur: int) -> Kotak:
    kiri, kanan = kerangka.lajur[lajur], kerangka.lajur[lajur + 1]
    return Kotak(kiri, baris.atas, kanan, baris.atas + baris.tinggi)


def _tempat(
    kerangka: Kerangka, strip: BarisTabel, langkah: Sequence[int], *, ke_dalam: bool
) -> list[tuple[int, Kotak, int]] | None:
    """A place in the strip for each connector, near the lane that it leads to."""
    bebas = [
        (lajur, x) for lajur in range(kerangka.banyak_lajur) for x in _x_tempat(kerangka, lajur)
    ]
    lebar = min(SAMBUNGAN, kerangka.simbol[0])
    if ke_dalam:
        atas = round(strip.atas + TEPI_SAMBUNGAN, 3)
    else:
        atas = round(strip.atas + JALUR_SAMBUNGAN - TEPI_SAMBUNGAN - SAMBUNGAN, 3)
    hasil = []
    for each in langkah:
        if not bebas:
            return None
        lajur = _lajur_of(kerangka, each)
        tengah = (kerangka.lajur[lajur] + kerangka.lajur[lajur + 1]) / 2
        terdekat = min((abs(x - tengah), x, milik) for milik, x in bebas)
        _, x, lajur = terdekat
        bebas.remove((lajur, x))
        kotak = Kotak(x - lebar / 2, atas, x + lebar / 2, atas + SAMBUNGAN)
        hasil.append((each, kotak, lajur))
    return hasil


def _x_tempat(kerangka: Kerangka, lajur: int) -> list[float]:
    kiri, kanan = kerangka.lajur[lajur], kerangka.lajur[lajur + 1]
    banyak = max(1, int((kanan - kiri) / LEBAR_TEMPAT))
    if banyak % 2 == 0:
        banyak -= 1
    sela = (kanan - kiri - kerangka.simbol[0]) / 2
    garis = [*jalur(kiri, 0.0, sela), *jalur(kanan, sela, 0.0)]
    tempat = [round(kiri + (kanan - kiri) * (at + 0.5) / banyak, 3) for at in range(banyak)]
    # A connector beside the middle stands over a track, or far enough from all of them.
    return [next((x for x in garis if abs(x - each) < JARAK_JALUR), each) for each in tempat]


def _lajur_of(kerangka: Kerangka, langkah: int) -> int:
    id_lajur = pelaku_utama(kerangka.model.kegiatan[langkah]).lajur
    return [each.id for each in kerangka.model.lajur].index(id_lajur)


def ruang_baris(baris: BarisTabel, tinggi: float) -> float:
    """Free room between the symbols of a row, of that height, and its border, mm."""
    if baris.langkah is None:
        return JALUR_SAMBUNGAN - TEPI_SAMBUNGAN - SAMBUNGAN
    return (baris.tinggi - tinggi) / 2
