"""The ways in which an arrow may run from one symbol to another, from the plainest on.

Leaving is possible at the foot or at a side, entering at the head or at a side, and every turn is
a right angle on a track. An arrow may also end on another one that leads to the same symbol.
Ways that something blocks are left out as soon as the first blocked stretch is seen.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final, NamedTuple

from doc_templates.sop.bagan.bentuk import Titik
from doc_templates.sop.bagan.kisi import KEPALA

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from doc_templates.sop.bagan.bentuk import Kotak, Sisi
    from doc_templates.sop.bagan.kisi import Kisi, Ruas

SECUKUPNYA: Final = 8
"""Free ways of one sort that are weighed: those farther off only differ in length."""
SAMPING: Final[tuple[Sisi, Sisi]] = ("kanan", "kiri")


class Ujung(NamedTuple):
    """Both ends of an arrow, with the ports that are still free."""

    dari: Kotak
    ke: Kotak
    keluar: frozenset[Sisi]
    masuk: frozenset[Sisi]


class Jalan(NamedTuple):
    """One way that is free, not yet weighed."""

    titik: tuple[Titik, ...]
    keluar: Sisi
    masuk: Sisi | None
    """None where it ends on another arrow."""


def jalan_polos(ujung: Ujung, kisi: Kisi) -> Iterator[Jalan]:
    """Ways of at most three stretches."""
    if "bawah" in ujung.keluar and "atas" in ujung.masuk:
        yield from _turun(ujung.dari.port("bawah"), ujung.ke.port("atas"), kisi)
    for keluar in SAMPING:
        if keluar not in ujung.keluar:
            continue
        awal = ujung.dari.port(keluar)
        if "atas" in ujung.masuk:
            yield from _siku(awal, keluar, ujung.ke.port("atas"), kisi)
        for masuk in SAMPING:
            if masuk in ujung.masuk:
                cara = _samping(awal, keluar, ujung.ke.port(masuk), masuk, kisi)
                yield from islice(cara, SECUKUPNYA)


def _turun(bawah: Titik, atas: Titik, kisi: Kisi) -> Iterator[Jalan]:
    """Out at the foot, in at the head: straight, or with one step aside."""
    if bawah.y >= atas.y:
        return
    if bawah.x == atas.x:
        if kisi.tegak_bebas(bawah.x, bawah.y, atas.y):
            yield Jalan((bawah, atas), "bawah", "atas")
        return
    for y in kisi.y_jalur:
        if (
            bawah.y + KEPALA / 2 < y < atas.y - KEPALA
            and kisi.datar_bebas(y, bawah.x, atas.x)
            and kisi.tegak_bebas(bawah.x, bawah.y, y)
            and kisi.tegak_bebas(atas.x, y, atas.y)
        ):
            titik = (bawah, Titik(bawah.x, y), Titik(atas.x, y), atas)
            yield Jalan(titik, "bawah", "atas")


def _siku(awal: Titik, keluar: Sisi, atas: Titik, kisi: Kisi) -> Iterator[Jalan]:
    """Out at the side, in at the head: one right angle."""
    if (
        awal.y < atas.y
        and _menuju(keluar, awal.x, atas.x)
        and kisi.datar_bebas(awal.y, awal.x, atas.x)
        and kisi.tegak_bebas(atas.x, awal.y, atas.y)
    ):
        yield Jalan((awal, Titik(atas.x, awal.y), atas), keluar, "atas")


def _samping(awal: Titik, keluar: Sisi, akhir: Titik, masuk: Sisi, kisi: Kisi) -> Iterator[Jalan]:
    """Out at a side, up or down a line, in at a side."""
    for x in _keluar_ke(kisi, keluar, awal):
        if (
            _menuju(masuk, akhir.x, x)
            and kisi.datar_bebas(akhir.y, x, akhir.x)
            and kisi.tegak_bebas(x, awal.y, akhir.y)
        ):
            titik = (awal, Titik(x, awal.y), Titik(x, akhir.y), akhir)
            yield Jalan(titik, keluar, masuk)


def jalan_memutar(ujung: Ujung, kisi: Kisi) -> Iterator[Jalan]:
    """Ways around: through a track under the one symbol, over the other, or both."""
    bawah, atas = ujung.dari.port("bawah"), ujung.ke.port("atas")
    turun = (
        [y for y in _sesudah(kisi, bawah.y) if kisi.tegak_bebas(bawah.x, bawah.y, y)]
        if "bawah" in ujung.keluar
        else []
    )
    naik = (
        [y for y in _sebelum(kisi, atas.y) if kisi.tegak_bebas(atas.x, y, atas.y)]
        if "atas" in ujung.masuk
        else []
    )
    for keluar in SAMPING:
        if keluar in ujung.keluar:
            cara = _samping_lalu_atas(ujung.dari.port(keluar), keluar, atas, naik, kisi)
            yield from islice(cara, SECUKUPNYA)
    for masuk in SAMPING:
        if masuk in ujung.masuk:
            cara = _bawah_lalu_samping(bawah, turun, ujung.ke.port(masuk), masuk, kisi)
            yield from islice(cara, SECUKUPNYA)
    yield from islice(_bawah_lalu_atas(bawah, turun, atas, naik, kisi), 2 * SECUKUPNYA)


def _samping_lalu_atas(
    awal: Titik, keluar: Sisi, atas: Titik, naik: Sequence[float], kisi: Kisi
) -> Iterator[Jalan]:
    for x in _keluar_ke(kisi, keluar, awal):
        for y in naik:
            if kisi.datar_bebas(y, x, atas.x) and kisi.tegak_bebas(x, awal.y, y):
                titik = (awal, Titik(x, awal.y), Titik(x, y), Titik(atas.x, y), atas)
                yield Jalan(titik, keluar, "atas")


def _bawah_lalu_samping(
    bawah: Titik, turun: Sequence[float], akhir: Titik, masuk: Sisi, kisi: Kisi
) -> Iterator[Jalan]:
    for x in _keluar_ke(kisi, masuk, akhir):
        for y in turun:
            if kisi.datar_bebas(y, bawah.x, x) and kisi.tegak_bebas(x, y, akhir.y):
                titik = (bawah, Titik(bawah.x, y), Titik(x, y), Titik(x, akhir.y), akhir)
                yield Jalan(titik, "bawah", masuk)


def _bawah_lalu_atas(
    bawah: Titik, turun: Sequence[float], atas: Titik, naik: Sequence[float], kisi: Kisi
) -> Iterator[Jalan]:
    if not turun or not naik:
        return
    for x in sorted(kisi.x_semua, key=lambda x: abs(x - bawah.x) + abs(x - atas.x)):
        # A line that something blocks half way serves no pair of tracks.
        if not kisi.tegak_bebas(x, turun[-1], naik[0]) and turun[-1] < naik[0]:
            continue
        pergi = [y for y in turun if kisi.datar_bebas(y, bawah.x, x)]
        pulang = [y for y in naik if kisi.datar_bebas(y, x, atas.x)]
        for y in pergi:
            for lain in pulang:
                if kisi.tegak_bebas(x, y, lain):
                    titik = (
                        bawah,
                        Titik(bawah.x, y),
                        Titik(x, y),
                        Titik(x, lain),
                        Titik(atas.x, lain),
                        atas,
                    )
                    yield Jalan(titik, "bawah", "atas")


def jalan_gabung(ujung: Ujung, milik: Iterable[Ruas], kisi: Kisi) -> Iterator[Jalan]:
    """Ways that end on a stretch of another arrow to the same symbol."""
    for ruas in milik:
        awal, akhir = ruas.dari + KEPALA / 2, ruas.sampai - KEPALA
        cara = _ke_tegak if ruas.tegak else _ke_datar
        yield from islice(cara(ujung, ruas.garis, awal, akhir, kisi), SECUKUPNYA)


def _ke_tegak(ujung: Ujung, x: float, awal: float, akhir: float, kisi: Kisi) -> Iterator[Jalan]:
    for keluar in SAMPING:
        port = ujung.dari.port(keluar)
        if (
            keluar in ujung.keluar
            and awal < port.y < akhir
            and _menuju(keluar, port.x, x)
            and kisi.datar_bebas(port.y, port.x, x)
        ):
            yield Jalan((port, Titik(x, port.y)), keluar, None)
    yield from _samping_ke_tegak(ujung, x, awal, akhir, kisi)
    bawah = ujung.dari.port("bawah")
    if "bawah" not in ujung.keluar or x == bawah.x:
        return
    for y in _sesudah(kisi, bawah.y):
        if (
            awal < y < akhir
            and kisi.tegak_bebas(bawah.x, bawah.y, y)
            and kisi.datar_bebas(y, bawah.x, x)
        ):
            yield Jalan((bawah, Titik(bawah.x, y), Titik(x, y)), "bawah", None)


def _samping_ke_tegak(
    ujung: Ujung, x: float, awal: float, akhir: float, kisi: Kisi
) -> Iterator[Jalan]:
    """Out at a side, along a line and a track to an upright stretch: the last resort."""
    for keluar in SAMPING:
        port = ujung.dari.port(keluar)
        if keluar not in ujung.keluar:
            continue
        for garis in _keluar_ke(kisi, keluar, port):
            for y in kisi.y_jalur:
                if (
                    awal < y < akhir
                    and abs(garis - x) >= KEPALA
                    and kisi.tegak_bebas(garis, port.y, y)
                    and kisi.datar_bebas(y, garis, x)
                ):
                    titik = (port, Titik(garis, port.y), Titik(garis, y), Titik(x, y))
                    yield Jalan(titik, keluar, None)


def _ke_datar(ujung: Ujung, y: float, awal: float, akhir: float, kisi: Kisi) -> Iterator[Jalan]:
    bawah = ujung.dari.port("bawah")
    if (
        "bawah" in ujung.keluar
        and awal < bawah.x < akhir
        and bawah.y + KEPALA < y
        and kisi.tegak_bebas(bawah.x, bawah.y, y)
    ):
        yield Jalan((bawah, Titik(bawah.x, y)), "bawah", None)
    for keluar in SAMPING:
        port = ujung.dari.port(keluar)
        if keluar not in ujung.keluar or abs(port.y - y) < KEPALA:
            continue
        for x in _keluar_ke(kisi, keluar, port):
            if awal < x < akhir and kisi.tegak_bebas(x, port.y, y):
                yield Jalan((port, Titik(x, port.y), Titik(x, y)), keluar, None)


def _menuju(sisi: Sisi, dari: float, ke: float) -> bool:
    """Whether a line that leaves by that side gets there, with room for a head."""
    return ke - dari >= KEPALA if sisi == "kanan" else dari - ke >= KEPALA


def _keluar_ke(kisi: Kisi, sisi: Sisi, port: Titik) -> Iterator[float]:
    """Upright lines that a level line from that port reaches, the nearest first."""
    garis = kisi.x_semua if sisi == "kanan" else reversed(kisi.x_semua)
    for x in garis:
        if _menuju(sisi, port.x, x):
            if not kisi.datar_bebas(port.y, port.x, x):
                return
            yield x


def _sesudah(kisi: Kisi, y: float) -> list[float]:
    """Level tracks right under a symbol, down to the next row of symbols."""
    batas = min((each for each in kisi.y_simbol if each > y), default=float("inf"))
    return [each for each in kisi.y_jalur if y + KEPALA / 2 < each < batas]


def _sebelum(kisi: Kisi, y: float) -> list[float]:
    """Level tracks right over a symbol, up to the row of symbols before it."""
    batas = max((each for each in kisi.y_simbol if each < y), default=float("-inf"))
    return [each for each in kisi.y_jalur if batas < each < y - KEPALA]
