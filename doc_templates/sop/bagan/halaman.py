"""Breaks the flowchart sheet into pages and puts every symbol and arrow in its place.

A page holds as many rows as fit its height, and fewer where their arrows would find no way. What
leads to another page ends in a connector at the foot and goes on from one with the same letter at
the head of the page that it leads to; a letter stands for the step that it leads to.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import count
from typing import TYPE_CHECKING, Final

from doc_templates.errors import SheetTooSmall
from doc_templates.sop.bagan.bentuk import BarisTabel, Halaman, Lembar
from doc_templates.sop.bagan.isi import ATAS_BAWAH, UKURAN_SAMBUNGAN, tinggi_baris_teks
from doc_templates.sop.bagan.kerangka import JALUR_SAMBUNGAN
from doc_templates.sop.bagan.kolom import MM, TEPI, bulat
from doc_templates.sop.bagan.lukisan import lukis

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from doc_templates.sop.bagan.bentuk import Lintasan, Simbol
    from doc_templates.sop.bagan.isi import Bagian
    from doc_templates.sop.bagan.kerangka import Kerangka


LEBIH_TINGGI: Final = (6.0, 12.0, 24.0)
"""Millimetres by which the row of a crowded step is made taller."""


def lembar_of(kerangka: Kerangka) -> Lembar:
    """Lay out the whole sheet.

    Raises:
        SheetTooSmall: the paper cannot hold even one row with its head.
    """
    halaman: list[Halaman] = []
    mulai, banyak = 0, len(kerangka.bagian)
    while mulai < banyak or not halaman:
        satu, mulai = _halaman(kerangka, mulai, pertama=not halaman)
        halaman.append(satu)
    return Lembar(
        halaman=tuple(_beri_huruf(halaman, kerangka)),
        lebar=kerangka.rencana.lebar,
        ukuran=kerangka.rencana.ukuran,
        baris_teks=tinggi_baris_teks(kerangka.rencana.ukuran),
        tinggi_kepala=kerangka.tinggi_kepala,
        tegak=kerangka.rencana.tinggi_tegak is not None,
    )


def _halaman(kerangka: Kerangka, mulai: int, *, pertama: bool) -> tuple[Halaman, int]:
    """One page from that row on, and where the next one begins."""
    for akhir, lebih in _calon(kerangka, mulai, pertama=pertama):
        bagian = [_lebih_tinggi(each, lebih) for each in kerangka.bagian[mulai:akhir]]
        masuk, keluar = sambungan(kerangka, bagian)
        baris = _baris(kerangka, bagian, masuk=masuk, keluar=keluar, pertama=pertama)
        dasar = baris[-1].atas + baris[-1].tinggi if baris else kerangka.atas(pertama=pertama)
        penutup = kerangka.penutup if akhir == len(kerangka.bagian) else 0.0
        if dasar + penutup > kerangka.bawah and not _terpaksa(kerangka, mulai, akhir, dasar):
            continue
        isi = lukis(kerangka, baris, masuk=masuk, keluar=keluar)
        if isi is not None:
            return Halaman(baris, *isi, kerangka.lajur), akhir
    raise SheetTooSmall(kerangka.model.kegiatan[kerangka.bagian[mulai].langkah].nomor)


def _calon(kerangka: Kerangka, mulai: int, *, pertama: bool) -> Iterator[tuple[int, float]]:
    """Where a page may end, the fullest page first, and how much taller its rows are made, mm."""
    banyak = len(kerangka.bagian)
    if not banyak:
        yield 0, 0.0
        return
    y, akhir = kerangka.atas(pertama=pertama), mulai
    while akhir < banyak and y + kerangka.bagian[akhir].tinggi <= kerangka.bawah:
        y += kerangka.bagian[akhir].tinggi
        akhir += 1
    for each in range(max(akhir, mulai + 1), mulai, -1):
        yield each, 0.0
    # A single step that is too crowded: more room between its tracks and for its answers.
    for lebih in LEBIH_TINGGI:
        yield mulai + 1, lebih


def _terpaksa(kerangka: Kerangka, mulai: int, akhir: int, dasar: float) -> bool:
    """A last row that fits, but not together with the signature: that goes to a page of its own."""
    return akhir == mulai + 1 and dasar <= kerangka.bawah


def _lebih_tinggi(bagian: Bagian, lebih: float) -> Bagian:
    return replace(bagian, tinggi=bulat([bagian.tinggi + lebih])[0]) if lebih else bagian


def sambungan(
    kerangka: Kerangka, bagian: Sequence[Bagian]
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Steps that are led to from other pages, and steps elsewhere that are led to from here."""
    di_sini = {each.langkah for each in bagian if not each.lanjutan}
    masuk = {each.ke for each in kerangka.panah if each.ke in di_sini and each.dari not in di_sini}
    keluar = {each.ke for each in kerangka.panah if each.dari in di_sini and each.ke not in di_sini}
    return tuple(sorted(masuk)), tuple(sorted(keluar))


def _baris(
    kerangka: Kerangka,
    bagian: Sequence[Bagian],
    *,
    masuk: Sequence[int],
    keluar: Sequence[int],
    pertama: bool,
) -> tuple[BarisTabel, ...]:
    y = kerangka.atas(pertama=pertama)
    hasil = []
    if masuk:
        hasil.append(_jalur(kerangka, y))
        y += JALUR_SAMBUNGAN
    for each in bagian:
        hasil.append(
            BarisTabel(each.langkah, each.teks, y, each.tinggi, each.lanjutan, each.dipotong)
        )
        y += each.tinggi
    if keluar:
        hasil.append(_jalur(kerangka, y))
    return tuple(hasil)


def _jalur(kerangka: Kerangka, y: float) -> BarisTabel:
    return BarisTabel(None, ("",) * len(kerangka.rencana.lebar), y, JALUR_SAMBUNGAN)


def _beri_huruf(halaman: Sequence[Halaman], kerangka: Kerangka) -> Iterator[Halaman]:
    """Letter the connectors in the order in which a reader meets them."""
    huruf: dict[int, str] = {}
    baru = map(_huruf, count())
    for each in halaman:
        for simbol in each.simbol:
            if simbol.rupa == "sambungan" and simbol.langkah not in huruf:
                huruf[simbol.langkah] = next(baru)
    for each in halaman:
        ganti = {
            simbol: replace(simbol, huruf=huruf[simbol.langkah])
            for simbol in each.simbol
            if simbol.rupa == "sambungan"
        }
        yield replace(
            each,
            baris=tuple(_beri_kata(satu, ganti.values(), kerangka) for satu in each.baris),
            simbol=tuple(ganti.get(simbol, simbol) for simbol in each.simbol),
            lintasan=tuple(_berhuruf(garis, ganti) for garis in each.lintasan),
        )


def _berhuruf(lintasan: Lintasan, ganti: Mapping[Simbol, Simbol]) -> Lintasan:
    return replace(
        lintasan,
        dari=ganti.get(lintasan.dari, lintasan.dari),
        ke=ganti.get(lintasan.ke, lintasan.ke),
    )


def _beri_kata(baris: BarisTabel, sambungan: Iterable[Simbol], kerangka: Kerangka) -> BarisTabel:
    """Say beside the connectors of a strip where they lead, where there is room for the words."""
    if baris.langkah is not None:
        return baris
    dasar = baris.atas + baris.tinggi
    di_sini = [each for each in sambungan if baris.atas < each.kotak.pusat.y < dasar]
    kata = "; ".join(
        f"{each.huruf} {'di' if each.masuk else 'ke'} langkah "
        f"{kerangka.model.kegiatan[each.langkah].kunci}"
        for each in sorted(di_sini, key=lambda each: each.huruf)
    )
    ruang = kerangka.rencana.lebar[1] - TEPI
    banyak = kerangka.pengukur.banyak_baris(kata, ruang, UKURAN_SAMBUNGAN)
    if banyak * (UKURAN_SAMBUNGAN + 1) * MM + ATAS_BAWAH > baris.tinggi:
        return baris
    return replace(baris, teks=(baris.teks[0], kata, *baris.teks[2:]))


def _huruf(at: int) -> str:
    """The letters of a connector: A to Z, then AA, AB and so on."""
    huruf = ""
    while at >= 0:
        huruf = chr(ord("A") + at % 26) + huruf
        at = at // 26 - 1
    return huruf
