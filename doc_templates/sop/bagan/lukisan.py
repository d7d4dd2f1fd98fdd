"""One page drawn: its symbols in place and its arrows laid, in the order that works."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from doc_templates.sop.bagan.kisi import KEPALA, Kisi, jalur
from doc_templates.sop.bagan.penempatan import ruang_baris, susunan_of
from doc_templates.sop.bagan.rute import Arus, jalankan

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from doc_templates.sop.bagan.bentuk import BarisTabel, Lintasan, Simbol
    from doc_templates.sop.bagan.kerangka import Kerangka
    from doc_templates.sop.bagan.penempatan import Susunan

PERCOBAAN: Final = 5
"""Orders tried in which the arrows are laid; each begins with the one that failed before."""


def lukis(
    kerangka: Kerangka, baris: Sequence[BarisTabel], *, masuk: Sequence[int], keluar: Sequence[int]
) -> tuple[tuple[Simbol, ...], tuple[Lintasan, ...]] | None:
    """The symbols and arrows of a page, or None where it is too crowded.

    Args:
        kerangka: the frame.
        baris: the rows of the page in their places, with the strips of connectors.
        masuk: steps here that are led to from other pages.
        keluar: steps on other pages that are led to from here.
    """
    susunan = susunan_of(kerangka, baris, masuk=masuk, keluar=keluar)
    if susunan is None:
        return None
    arus = [each for _, each in sorted(_arus(kerangka, susunan), key=lambda each: each[0])]
    # On a page of one step nothing else can make room: there its companions stand unconnected.
    for kawan in (susunan.kawan, []) if len(susunan.utama) == 1 else (susunan.kawan,):
        for _ in range(PERCOBAAN):
            hasil = jalankan(arus, kawan, _kisi(kerangka, baris, susunan.simbol), susunan.sel)
            if not isinstance(hasil, int):
                return tuple(susunan.simbol), hasil
            arus = [arus[hasil], *arus[:hasil], *arus[hasil + 1 :]]
    return None


def _arus(kerangka: Kerangka, susunan: Susunan) -> Iterator[tuple[tuple[int, int], Arus]]:
    """The arrows of the page: first those to the next row, then what goes far, then back."""
    for langkah, dari in susunan.asal.items():
        yield (1, langkah), Arus((dari,), susunan.utama[langkah])
    for each in kerangka.panah:
        if each.dari not in susunan.utama:
            continue
        dalam = each.ke in susunan.utama
        if not dalam:
            urutan = (2, each.dari)
        elif each.mundur:
            urutan = (4, each.ke - each.dari)
        else:
            urutan = (0 if each.ke == each.dari + 1 else 3, each.ke - each.dari)
        yield (
            urutan,
            Arus(
                dari=(susunan.utama[each.dari], *susunan.serta[each.dari]),
                ke=susunan.utama[each.ke] if dalam else susunan.tujuan[each.ke],
                label=each.label,
                ukuran_label=kerangka.ukuran_label(each.label) if each.label else (),
                jawaban=each.jawaban,
                mundur=dalam and each.mundur,
            ),
        )


def _kisi(kerangka: Kerangka, baris: Sequence[BarisTabel], simbol: Sequence[Simbol]) -> Kisi:
    tepi = kerangka.lajur
    lebar, tinggi = kerangka.simbol
    sela = [0.0, *((kanan - kiri - lebar) / 2 for kiri, kanan in pairwise(tepi)), 0.0]
    x_jalur = [
        x
        for batas, (sebelum, sesudah) in zip(tepi, pairwise(sela), strict=True)
        for x in jalur(batas, sebelum, sesudah)
    ]
    y_jalur = [
        y
        for atas, bawah in pairwise(baris)
        for y in jalur(
            bawah.atas,
            ruang_baris(atas, tinggi),
            ruang_baris(bawah, tinggi),
            kepala=KEPALA + 0.3,
        )
    ]
    x_tengah = tuple(round((kiri + kanan) / 2, 3) for kiri, kanan in pairwise(tepi))
    return Kisi(
        x_tengah=x_tengah,
        x_jalur=tuple(x_jalur),
        x_semua=tuple(sorted((*x_tengah, *x_jalur))),
        y_jalur=tuple(y_jalur),
        y_simbol=tuple(sorted({each.kotak.pusat.y for each in simbol})),
        simbol=tuple(simbol),
        tepi=(tepi[0], tepi[-1]),
    )
