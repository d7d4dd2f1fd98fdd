"""What stands in the table: its columns, and its rows with the heights that their texts need."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from doc_templates.sop.bagan.kolom import JARAK_BARIS, MM, TEPI, Kolom, bulat

if TYPE_CHECKING:
    from collections.abc import Sequence

    from doc_templates.pengukur import Pengukur
    from doc_templates.sop.bagan.kolom import Rencana
    from doc_templates.sop.model import Langkah, Pelaksana, Sop
    from doc_templates.sop.profiles import Profil

BARIS_TERENDAH: Final = 13.2
"""A row holds a symbol and a street for arrows on both sides of it, mm."""
BARIS_LAPANG: Final = (18.0, 15.5)
"""Where the sheet stays on one page, its rows use the room, mm."""
BARIS_RAPAT: Final = 10.8
"""Only where that keeps the sheet on one page, mm."""
ATAS_BAWAH: Final = 1.8
"""What a cell takes over and under its text, with its rulings, mm."""
UKURAN_LABEL: Final = 6.0
"""Type of the answers at exits, points."""


LABEL_WAJAR: Final = 6.4
"""Lanes are made wide enough for answers up to this width, mm; longer ones find their place."""
UKURAN_SAMBUNGAN: Final = 6.5
"""Type of the words beside connectors, points."""
BERSAMA: Final = ("melakukan", "tidak_diketahui")
"""Roles of those who carry a step out; the others receive, approve or are told."""


@dataclass(frozen=True, slots=True)
class Bagian:
    """A row of the table before it has its place; a tall step has several."""

    langkah: int
    teks: tuple[str, ...]
    tinggi: float
    lanjutan: bool = False
    dipotong: bool = False


def kolom_of(model: Sop, form: Profil, pengukur: Pengukur) -> list[Kolom]:
    """The columns from left to right, with all that stands in them."""
    kepala = form.kolom
    isi = list(zip(*(teks_of(model, form, each) for each in model.kegiatan), strict=True))
    lajur = len(model.lajur) or 1
    nama = [each.nama for each in model.lajur] or [""]
    kolom = [
        Kolom(kepala.nomor, _isi(isi, 0), ringkas=True),
        Kolom(kepala.uraian, _isi(isi, 1)),
        *(
            Kolom(each, (), lajur=True, label=_label(model, at, pengukur))
            for at, each in enumerate(nama)
        ),
        Kolom(kepala.kelengkapan, _isi(isi, 2 + lajur)),
        Kolom(kepala.waktu, _isi(isi, 3 + lajur)),
        Kolom(kepala.output, _isi(isi, 4 + lajur)),
    ]
    if form.letak_keterangan != "tidak_ada":
        kolom.append(Kolom(kepala.keterangan, _isi(isi, 5 + lajur)))
    return kolom


def teks_of(model: Sop, form: Profil, langkah: Langkah) -> tuple[str, ...]:
    """The texts of a step in the order of the columns; its lanes are empty."""
    mutu = langkah.mutu_baku
    teks = (
        langkah.nomor,
        langkah.uraian,
        *("",) * (len(model.lajur) or 1),
        mutu.kelengkapan or "",
        mutu.waktu or "",
        mutu.output or "",
    )
    return teks if form.letak_keterangan == "tidak_ada" else (*teks, langkah.keterangan or "")


def _isi(isi: Sequence[tuple[str, ...]], at: int) -> tuple[str, ...]:
    return isi[at] if isi else ()


def _label(model: Sop, lajur: int, pengukur: Pengukur) -> float:
    ada = [
        teks
        for each in model.kegiatan
        if each.bentuk == "keputusan"
        and each.pelaksana
        and pelaku_utama(each).lajur == model.lajur[lajur].id
        for teks in (*each.label_ya.split(), *each.label_tidak.split())
    ]
    lebar = max((lebar_label(each, pengukur) for each in ada), default=0.0)
    return min(lebar, LABEL_WAJAR)


def pelaku_utama(langkah: Langkah) -> Pelaksana:
    """Who carries a step out: of a decision whoever approves, else the first to act."""
    if langkah.bentuk == "keputusan":
        for each in langkah.pelaksana:
            if each.peran == "menyetujui":
                return each
    pelaku = (each for each in langkah.pelaksana if each.peran in BERSAMA)
    return next(pelaku, langkah.pelaksana[0])


def lebar_label(teks: str, pengukur: Pengukur) -> float:
    """Width of the box of an answer, mm."""
    return pengukur.lebar(teks) * UKURAN_LABEL + 0.5


def tinggi_baris_teks(ukuran: float) -> float:
    """The exact height of a line, points, as DOCX can hold it."""
    return round(ukuran * JARAK_BARIS * 20) / 20


def bagian_of(
    model: Sop,
    form: Profil,
    rencana: Rencana,
    pengukur: Pengukur,
    *,
    terendah: float,
    tertinggi: float,
) -> list[Bagian]:
    """The rows with their heights; a step taller than a page becomes several rows.

    Args:
        model: the SOP.
        form: its profile.
        rencana: measures of the columns.
        pengukur: measures the family of the profile.
        terendah: the lowest row, mm.
        tertinggi: the tallest row that a page can hold, mm.
    """
    baris = tinggi_baris_teks(rencana.ukuran) * MM
    terbanyak = max(1, int((tertinggi - ATAS_BAWAH) / baris))
    hasil = []
    for at, langkah in enumerate(model.kegiatan):
        teks = teks_of(model, form, langkah)
        ruang = [each - TEPI for each in rencana.lebar]
        banyak = max(
            pengukur.banyak_baris(each, satu, rencana.ukuran)
            for each, satu in zip(teks, ruang, strict=True)
        )
        if banyak <= terbanyak:
            hasil.append(Bagian(at, teks, _tinggi(banyak, baris, terendah)))
        else:
            ukuran = _Ukuran(tuple(ruang), rencana.ukuran, terbanyak, terendah)
            hasil += _terbagi(at, teks, ukuran, pengukur)
    return hasil


def _tinggi(banyak: int, baris: float, terendah: float) -> float:
    return bulat([max(terendah, banyak * baris + ATAS_BAWAH)])[0]


class _Ukuran(NamedTuple):
    """What the parts of a tall step must keep to."""

    ruang: tuple[float, ...]
    """Room for the text of each column, mm."""
    huruf: float
    """Type size, points."""
    terbanyak: int
    """Lines that a page holds."""
    terendah: float
    """The lowest row, mm."""


def _terbagi(at: int, teks: Sequence[str], ukuran: _Ukuran, pengukur: Pengukur) -> list[Bagian]:
    """The parts of a step that no page can hold whole, divided between two lines."""
    ruang, huruf, terbanyak, terendah = ukuran
    baris = tinggi_baris_teks(huruf) * MM
    # Behind strokes the layout program may break once more: leave a line in ten for that.
    isi = max(1, terbanyak - 1 - terbanyak // 10)
    potong = [
        _sebanyak(each, pengukur.baris(each, satu, huruf), isi)
        for each, satu in zip(teks, ruang, strict=True)
    ]
    banyak = max(map(len, potong))
    return [
        Bagian(
            at,
            tuple(each[bagian] if bagian < len(each) else "" for each in potong),
            _tinggi(terbanyak, baris, terendah)
            if bagian + 1 < banyak
            else _tinggi(
                max(
                    pengukur.banyak_baris(each[bagian], satu, huruf)
                    for each, satu in zip(potong, ruang, strict=True)
                    if bagian < len(each)
                ),
                baris,
                terendah,
            ),
            lanjutan=bagian > 0,
            dipotong=True,
        )
        for bagian in range(banyak)
    ]


def _sebanyak(teks: str, baris: Sequence[tuple[int, int]], isi: int) -> list[str]:
    """The text in pieces of so many lines, without the white space where it was divided."""
    potong = [baris[at : at + isi] for at in range(0, len(baris), isi)]
    return [teks[each[0][0] : each[-1][1]].strip(" \n") for each in potong]
