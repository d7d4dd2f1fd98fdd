"""Lays the arrows of one page: each takes the best way that is still free.

Plain ways are tried first and taken when nothing is crossed; ways around only where they are
needed. Where an arrow finds no way at all the page is too crowded, and whoever breaks the pages
puts fewer rows on it.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from doc_templates.sop.bagan.bentuk import Label, Lintasan
from doc_templates.sop.bagan.isi import LABEL_WAJAR
from doc_templates.sop.bagan.kisi import SELA_LABEL, kena, lurus, ruas_dari
from doc_templates.sop.bagan.label import tempat_label
from doc_templates.sop.bagan.pola import Ujung, jalan_gabung, jalan_memutar, jalan_polos

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from doc_templates.sop.bagan.bentuk import Kotak, Sisi, Titik, UkuranLabel
    from doc_templates.sop.bagan.kisi import Kisi, Ruas
    from doc_templates.sop.bagan.pola import Jalan

BELOK: Final = 2.0
SILANG: Final = 5.0
SEPERMILI: Final = 0.03
"""What a turn, a crossing and a millimetre cost; only their ratios count."""
GABUNG: Final = 3.0
MELAWAN: Final = 3.0
"""Leaving or entering where a reader does not expect it."""
RAGU: Final = 2.5
"""Entering a decision at a side, which one of its exits may need."""
SERTA: Final = 0.5
"""Leaving from someone who only takes part."""
_KAWAN: Final = 10_000
"""Nets of the lines between those who act together are counted from here."""


@dataclass(frozen=True, slots=True)
class Arus:
    """An arrow to be laid; symbols by their place among those of the page."""

    dari: tuple[int, ...]
    """The symbols that it may leave from: who carries the step out, or who acts along."""
    ke: int
    label: str = ""
    ukuran_label: tuple[UkuranLabel, ...] = ()
    """What the label may measure, the best first."""
    jawaban: str = ""
    mundur: bool = False


@dataclass(frozen=True, slots=True)
class _Pilihan:
    biaya: float
    titik: tuple[Titik, ...]
    ruas: tuple[Ruas, ...]
    jalan: Jalan
    dari: int
    label: Label | None


def jalankan(
    arus: Sequence[Arus], kawan: Sequence[tuple[int, int, bool]], kisi: Kisi, sel: Sequence[Kotak]
) -> tuple[Lintasan, ...] | int:
    """Lay all arrows of a page; gives the place of the first one that finds no way.

    Args:
        arus: the arrows, those to be laid first in front.
        kawan: symbols of one row that act together: from, to, with a head or without.
        kisi: the empty board.
        sel: the cell of the table in which each symbol stands.
    """
    hasil = [_kawan(satu, dua, kepala, at, kisi) for at, (satu, dua, kepala) in enumerate(kawan)]
    for at, each in enumerate(arus):
        pilihan = _terbaik(each, kisi, sel)
        if pilihan is None:
            return at
        hasil.append(_pasang(each, pilihan, kisi))
    return tuple(hasil)


def _kawan(satu: int, dua: int, kepala: bool, at: int, kisi: Kisi) -> Lintasan:
    dari, ke = kisi.simbol[satu], kisi.simbol[dua]
    ke_kanan = dari.kotak.kiri < ke.kotak.kiri
    keluar: Sisi = "kanan" if ke_kanan else "kiri"
    masuk: Sisi = "kiri" if ke_kanan else "kanan"
    titik = (dari.kotak.port(keluar), ke.kotak.port(masuk))
    kisi.pasang(ruas_dari(titik, _KAWAN + at))
    kisi.port[satu, keluar] = kisi.port[dua, masuk] = _KAWAN + at
    return Lintasan(titik, dari, ke, kepala=kepala)


def _pasang(arus: Arus, pilihan: _Pilihan, kisi: Kisi) -> Lintasan:
    kisi.pasang(pilihan.ruas)
    # An exit belongs to one arrow alone; an entrance to all that lead to the symbol.
    kisi.port[pilihan.dari, pilihan.jalan.keluar] = arus.ke
    if pilihan.jalan.masuk is not None:
        kisi.port[arus.ke, pilihan.jalan.masuk] = arus.ke
    if pilihan.label is not None:
        kisi.label.append(pilihan.label.kotak)
    return Lintasan(
        pilihan.titik,
        kisi.simbol[pilihan.dari],
        kisi.simbol[arus.ke],
        label=pilihan.label,
        gabung=pilihan.jalan.masuk is None,
    )


def _terbaik(arus: Arus, kisi: Kisi, sel: Sequence[Kotak]) -> _Pilihan | None:
    milik = kisi.milik(arus.ke)
    terbaik: _Pilihan | None = None
    for cara in (_polos_dan_gabung, _memutar):
        for dari in arus.dari:
            for biaya, jalan, titik in _terurut(cara(dari, arus, milik, kisi), dari, arus, kisi):
                if terbaik is not None and biaya >= terbaik.biaya:
                    break
                pilihan = _pilihan(biaya, jalan, titik, dari, arus, kisi=kisi, sel=sel)
                if pilihan and (terbaik is None or pilihan.biaya < terbaik.biaya):
                    terbaik = pilihan
        if terbaik is not None and terbaik.biaya < 2 * SILANG:
            return terbaik
    return terbaik


def _polos_dan_gabung(dari: int, arus: Arus, milik: Iterable[Ruas], kisi: Kisi) -> Iterator[Jalan]:
    ujung = _ujung(dari, arus, kisi)
    yield from jalan_polos(ujung, kisi)
    yield from jalan_gabung(ujung, milik, kisi)


def _memutar(dari: int, arus: Arus, _milik: Iterable[Ruas], kisi: Kisi) -> Iterator[Jalan]:
    yield from jalan_memutar(_ujung(dari, arus, kisi), kisi)


def _ujung(dari: int, arus: Arus, kisi: Kisi) -> Ujung:
    """The free ports at both ends: an exit belongs to one arrow, an entrance to one net."""
    asal, tujuan = kisi.simbol[dari], kisi.simbol[arus.ke]
    keluar: tuple[Sisi, ...] = (
        ("bawah",) if asal.rupa == "sambungan" else ("bawah", "kiri", "kanan")
    )
    masuk: tuple[Sisi, ...] = ("atas",) if tujuan.rupa == "sambungan" else ("atas", "kiri", "kanan")
    return Ujung(
        asal.kotak,
        tujuan.kotak,
        frozenset(each for each in keluar if (dari, each) not in kisi.port),
        frozenset(each for each in masuk if (arus.ke, each) not in kisi.port),
    )


def _terurut(
    semua: Iterable[Jalan], dari: int, arus: Arus, kisi: Kisi
) -> list[tuple[float, Jalan, tuple[Titik, ...]]]:
    """The ways, the cheapest first, crossings not yet counted."""
    hasil = []
    memutuskan = kisi.simbol[arus.ke].rupa == "keputusan"
    for each in semua:
        titik = lurus(each.titik)
        if titik is not None:
            biaya = _biaya(each, titik, dari, arus, tujuan_memutuskan=memutuskan)
            hasil.append((biaya, each, titik))
    hasil.sort(key=lambda each: each[0])
    return hasil


def _biaya(
    jalan: Jalan, titik: Sequence[Titik], dari: int, arus: Arus, *, tujuan_memutuskan: bool
) -> float:
    panjang = sum(abs(satu.x - dua.x) + abs(satu.y - dua.y) for satu, dua in pairwise(titik))
    biaya = BELOK * (len(titik) - 2) + SEPERMILI * panjang
    if jalan.masuk is None:
        biaya += GABUNG
    elif (jalan.masuk == "atas") == arus.mundur:
        biaya += MELAWAN
    if jalan.masuk in {"kiri", "kanan"} and tujuan_memutuskan:
        biaya += RAGU
    if jalan.keluar == "bawah" and (arus.jawaban == "tidak" or arus.mundur):
        biaya += MELAWAN
    return biaya + (SERTA if dari != arus.dari[0] else 0)


def _pilihan(
    biaya: float,
    jalan: Jalan,
    titik: tuple[Titik, ...],
    dari: int,
    arus: Arus,
    *,
    kisi: Kisi,
    sel: Sequence[Kotak],
) -> _Pilihan | None:
    ruas = ruas_dari(titik, arus.ke)
    label = None
    if arus.label:
        label = _label(jalan.keluar, ruas, dari, arus, kisi=kisi, sel=sel)
        if label is None:
            return None
    return _Pilihan(biaya + SILANG * kisi.silang(ruas), titik, ruas, jalan, dari, label)


def _label(
    keluar: Sisi, ruas: Sequence[Ruas], dari: int, arus: Arus, *, kisi: Kisi, sel: Sequence[Kotak]
) -> Label | None:
    asal = kisi.simbol[dari].kotak
    panjang = arus.ukuran_label[0].lebar > LABEL_WAJAR
    for bidang in (sel[dari], _dengan_tetangga(sel[dari], kisi)) if panjang else (sel[dari],):
        for ukuran in arus.ukuran_label:
            for each in tempat_label(asal, keluar, ukuran, bidang):
                if not any(kena(satu, each, SELA_LABEL) for satu in ruas) and kisi.lowong(
                    each, selain=dari
                ):
                    return Label(arus.label, each, ukuran.huruf)
    return None


def _dengan_tetangga(sel: Kotak, kisi: Kisi) -> Kotak:
    """Where a long answer finds no room in its lane it may cover the ruling beside it."""
    return sel._replace(
        kiri=max(sel.kiri - sel.lebar, kisi.tepi[0]), kanan=min(sel.kanan + sel.lebar, kisi.tepi[1])
    )
