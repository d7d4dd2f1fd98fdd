"""Puts the symbols of one page into their cells and has the arrows between them laid."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from doc_templates.sop.bagan.bentuk import Kotak, Simbol
from doc_templates.sop.bagan.isi import BERSAMA, pelaku_utama
from doc_templates.sop.bagan.kerangka import JALUR_SAMBUNGAN, SAMBUNGAN
from doc_templates.sop.bagan.kisi import KEPALA, Kisi, jalur
from doc_templates.sop.bagan.rute import Arus, jalankan

if TYPE_CHECKING:
    from collections.abc import Sequence

    from doc_templates.sop.bagan.bentuk import BarisTabel, Lintasan, Rupa
    from doc_templates.sop.bagan.kerangka import Kerangka
    from doc_templates.sop.model import Langkah, Pelaksana

TEPI_SAMBUNGAN: Final = 0.8
"""Between a connector and the ruling on its far side, mm."""
LEBAR_TEMPAT: Final = 8.0
"""A lane that is this much wide for each of them holds several connectors, mm."""
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
    simbol: list[Simbol] = []
    sel: list[Kotak] = []
    kawan: list[tuple[int, int, bool]] = []
    utama: dict[int, int] = {}
    serta: dict[int, list[int]] = {}
    for each in baris:
        if each.langkah is not None and not each.lanjutan:
            _langkah(kerangka, each, simbol, sel, kawan, utama, serta)
    asal: dict[int, int] = {}
    tujuan: dict[int, int] = {}
    for langkah, ke_dalam in ((masuk, True), (keluar, False)):
        strip = baris[0] if ke_dalam else baris[-1]
        tempat = _tempat(kerangka, strip, langkah, utama, ke_dalam=ke_dalam)
        if tempat is None:
            return None
        for each, kotak, lajur in tempat:
            (asal if ke_dalam else tujuan)[each] = len(simbol)
            simbol.append(Simbol("sambungan", kotak, each, lajur, masuk=ke_dalam))
            sel.append(kotak)
    arus = _arus(kerangka, utama, serta, asal, tujuan)
    for _ in range(PERCOBAAN):
        hasil = jalankan(arus, kawan, _kisi(kerangka, baris, simbol), sel)
        if not isinstance(hasil, int):
            return tuple(simbol), hasil
        arus = [arus[hasil], *arus[:hasil], *arus[hasil + 1 :]]
    return None


def _langkah(
    kerangka: Kerangka,
    baris: BarisTabel,
    simbol: list[Simbol],
    sel: list[Kotak],
    kawan: list[tuple[int, int, bool]],
    utama: dict[int, int],
    serta: dict[int, list[int]],
) -> None:
    at = baris.langkah or 0
    langkah = kerangka.model.kegiatan[at]
    if not langkah.pelaksana:
        return
    letak = {each.id: nomor for nomor, each in enumerate(kerangka.model.lajur)}
    pelaku = pelaku_utama(langkah)
    urut = sorted({each.lajur: each for each in langkah.pelaksana}.values(), key=lambda each: letak[each.lajur])
    mulai = len(simbol)
    for each in urut:
        lajur = letak[each.lajur]
        rupa = _rupa(langkah, each, pelaku)
        simbol.append(
            Simbol(rupa, _kotak(kerangka, baris, lajur), at, lajur, utama=each.lajur == pelaku.lajur)
        )
        sel.append(_sel(kerangka, baris, lajur))
    pusat = mulai + [each.lajur for each in urut].index(pelaku.lajur)
    utama[at] = pusat
    bersama = langkah.bentuk != "keputusan"
    serta[at] = [
        nomor for nomor in range(mulai, len(simbol)) if nomor != pusat and bersama
    ]
    for satu, dua in pairwise(range(pusat, len(simbol))):
        kawan.append((satu, dua, urut[dua - mulai].peran not in BERSAMA))
    # A decision keeps one side free for its second exit.
    if bersama or pusat + 1 == len(simbol):
        for dua, satu in pairwise(range(mulai, pusat + 1)):
            kawan.append((satu, dua, urut[dua - mulai].peran not in BERSAMA))


def _rupa(langkah: Langkah, pelaku: Pelaksana, utama: Pelaksana) -> Rupa:
    if pelaku.lajur == utama.lajur:
        return langkah.bentuk
    if langkah.bentuk == "terminator" and pelaku.peran in BERSAMA:
        return "terminator"
    return "proses"


def _kotak(kerangka: Kerangka, baris: BarisTabel, lajur: int) -> Kotak:
    lebar, tinggi = kerangka.simbol
    x = round((kerangka.lajur[lajur] + kerangka.lajur[lajur + 1]) / 2, 3)
    y = round(baris.atas + baris.tinggi / 2, 3)
    return Kotak(x - lebar / 2, y - tinggi / 2, x + lebar / 2, y + tinggi / 2)


def _sel(kerangka: Kerangka, baris: BarisTabel, lajur: int) -> Kotak:
    kiri, kanan = kerangka.lajur[lajur], kerangka.lajur[lajur + 1]
    return Kotak(kiri, baris.atas, kanan, baris.atas + baris.tinggi)


def _tempat(
    kerangka: Kerangka,
    strip: BarisTabel,
    langkah: Sequence[int],
    utama: dict[int, int],
    *,
    ke_dalam: bool,
) -> list[tuple[int, Kotak, int]] | None:
    """A place in the strip for each connector, near the lane that it leads to."""
    bebas = [
        (lajur, round(x, 3))
        for lajur in range(kerangka.banyak_lajur)
        for x in _x_tempat(kerangka.lajur[lajur], kerangka.lajur[lajur + 1])
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
        terdekat = min(bebas, key=lambda satu, tengah=tengah: (abs(satu[1] - tengah), satu[1]))
        bebas.remove(terdekat)
        x = terdekat[1]
        kotak = Kotak(x - lebar / 2, atas, x + lebar / 2, atas + SAMBUNGAN)
        hasil.append((each, kotak, terdekat[0]))
    return hasil


def _x_tempat(kiri: float, kanan: float) -> list[float]:
    banyak = max(1, int((kanan - kiri) / LEBAR_TEMPAT))
    if banyak % 2 == 0:
        banyak -= 1
    return [kiri + (kanan - kiri) * (at + 0.5) / banyak for at in range(banyak)]


def _lajur_of(kerangka: Kerangka, langkah: int) -> int:
    id_lajur = pelaku_utama(kerangka.model.kegiatan[langkah]).lajur
    return [each.id for each in kerangka.model.lajur].index(id_lajur)


def _arus(
    kerangka: Kerangka,
    utama: dict[int, int],
    serta: dict[int, list[int]],
    asal: dict[int, int],
    tujuan: dict[int, int],
) -> list[Arus]:
    """The arrows of the page: first those to the next row, then what goes far, then back."""
    hasil: list[tuple[tuple[int, int], Arus]] = []
    for each in kerangka.panah:
        if each.dari not in utama:
            continue
        dalam = each.ke in utama
        arus = Arus(
            dari=(utama[each.dari], *serta[each.dari]),
            ke=utama[each.ke] if dalam else tujuan[each.ke],
            label=each.label,
            ukuran_label=kerangka.ukuran_label(each.label) if each.label else (0.0, 0.0),
            jawaban=each.jawaban,
            mundur=dalam and each.mundur,
        )
        if not dalam:
            urutan = (2, each.dari)
        elif each.mundur:
            urutan = (4, each.ke - each.dari)
        else:
            urutan = (0 if each.ke == each.dari + 1 else 3, each.ke - each.dari)
        hasil.append((urutan, arus))
    hasil += [((1, langkah), Arus((dari,), utama[langkah])) for langkah, dari in asal.items()]
    return [each for _, each in sorted(hasil, key=lambda each: each[0])]


def _kisi(kerangka: Kerangka, baris: Sequence[BarisTabel], simbol: Sequence[Simbol]) -> Kisi:
    tepi = kerangka.lajur
    lebar, tinggi = kerangka.simbol
    sela = [(kanan - kiri - lebar) / 2 for kiri, kanan in pairwise(tepi)]
    x_jalur = [
        x
        for at, batas in enumerate(tepi)
        for x in jalur(
            batas,
            sela[at - 1] if at else 0.0,
            sela[at] if at < len(sela) else 0.0,
        )
    ]
    batas_y = [each.atas for each in baris[1:]]
    y_jalur = [
        y
        for batas, (atas, bawah) in zip(batas_y, pairwise(baris), strict=True)
        for y in jalur(
            batas,
            _ruang(atas, tinggi),
            _ruang(bawah, tinggi),
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
    )


def _ruang(baris: BarisTabel, tinggi: float) -> float:
    """Free room between the symbols of a row and its border."""
    if baris.langkah is None:
        return JALUR_SAMBUNGAN - TEPI_SAMBUNGAN - SAMBUNGAN
    return (baris.tinggi - tinggi) / 2
