"""The lines of a page on which arrows may run, and what already runs there.

Upright lines are the middles of the lanes and a few tracks on each side of every lane's border;
level lines are the middles of the rows and a few tracks on each side of every row's border. A
track never lies on a border and never nearer to a symbol than an arrow-head needs, so an arrow
that keeps to the tracks grazes nothing; what is left to watch is whose turn it is on each line.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from doc_templates.sop.bagan.bentuk import Kotak, Simbol, Titik

JALUR_PERTAMA: Final = 0.8
"""From a border to its first track, mm."""
JARAK_JALUR: Final = 1.1
"""Between parallel arrows, mm."""
KEPALA: Final = 1.2
"""The last stretch of an arrow is at least so long, mm: room for its head."""
LEPAS: Final = 0.7
"""Between the ends of two arrows on one line, mm."""
JALUR_TERBANYAK: Final = 5
SELA_SIMBOL: Final = 0.4
"""Lines keep so far from symbols that are not theirs, mm."""
SELA_LABEL: Final = 0.25
_EPS: Final = 1e-6


class Ruas(NamedTuple):
    """A straight stretch of an arrow; of the two coordinates that differ, the smaller is first."""

    tegak: bool
    garis: float
    """x of an upright stretch, y of a level one, mm."""
    dari: float
    sampai: float
    jaring: int
    """Arrows to the same symbol are one net; only they may meet."""


def jalur(batas: float, sebelum: float, sesudah: float, *, kepala: float = KEPALA) -> list[float]:
    """Tracks on both sides of a border.

    Args:
        batas: where the border lies, mm.
        sebelum: free room before it, up to the nearest symbol, mm.
        sesudah: free room behind it, mm.
        kepala: what must stay free before a symbol behind the border.
    """
    return [
        *(round(batas - each, 3) for each in reversed(_langkah(sebelum, KEPALA - 0.2))),
        *(round(batas + each, 3) for each in _langkah(sesudah, kepala)),
    ]


def _langkah(ruang: float, sisa: float) -> list[float]:
    banyak = int((ruang - sisa - JALUR_PERTAMA + _EPS) / JARAK_JALUR) + 1
    if ruang - sisa < JALUR_PERTAMA - _EPS:
        return []
    return [JALUR_PERTAMA + at * JARAK_JALUR for at in range(min(banyak, JALUR_TERBANYAK))]


@dataclass(slots=True)
class Kisi:
    """The board on which the arrows of one page are laid, one after another."""

    x_tengah: tuple[float, ...]
    """Middle of each lane."""
    x_jalur: tuple[float, ...]
    """Upright tracks between the lanes."""
    x_semua: tuple[float, ...]
    """Both, from left to right."""
    y_jalur: tuple[float, ...]
    """Level tracks between the rows, from the top down."""
    y_simbol: tuple[float, ...]
    """Middles of the rows and strips, from the top down."""
    simbol: tuple[Simbol, ...]
    tepi: tuple[float, float]
    """Left and right edge of all lanes together."""
    tegak: dict[float, list[Ruas]] = field(default_factory=dict)
    datar: dict[float, list[Ruas]] = field(default_factory=dict)
    label: list[Kotak] = field(default_factory=list)
    port: dict[tuple[int, str], int] = field(default_factory=dict)
    """(symbol, side) → net of the arrow that meets it there."""
    _lajur: dict[float, list[Kotak]] = field(default_factory=dict)
    _baris: dict[float, list[Kotak]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        lain = {each.kotak.pusat.x for each in self.simbol}.difference(self.x_tengah)
        for each in self.simbol:
            x, y = each.kotak.pusat
            self._lajur.setdefault(x, []).append(each.kotak)
            self._baris.setdefault(y, []).append(each.kotak)
            # The line of a connector beside the middle of its lane may meet any symbol.
            for garis in lain - {x}:
                if each.kotak.kiri - SELA_SIMBOL < garis < each.kotak.kanan + SELA_SIMBOL:
                    self._lajur.setdefault(garis, []).append(each.kotak)

    def tegak_bebas(self, x: float, satu: float, dua: float) -> bool:
        """Whether an upright stretch is free of other arrows, symbols and labels."""
        dari, sampai = (satu, dua) if satu < dua else (dua, satu)
        for lain in self.tegak.get(x, ()):
            if dari - LEPAS < lain.sampai and lain.dari < sampai + LEPAS:
                return False
        for each in self._lajur.get(x, ()):
            if dari < each.bawah - _EPS and each.atas < sampai - _EPS:
                return False
        for each in self.label:
            if (
                each.kiri - SELA_LABEL < x < each.kanan + SELA_LABEL
                and dari < each.bawah + SELA_LABEL
                and each.atas - SELA_LABEL < sampai
            ):
                return False
        return True

    def datar_bebas(self, y: float, satu: float, dua: float) -> bool:
        """Whether a level stretch is free of other arrows, symbols and labels."""
        dari, sampai = (satu, dua) if satu < dua else (dua, satu)
        for lain in self.datar.get(y, ()):
            if dari - LEPAS < lain.sampai and lain.dari < sampai + LEPAS:
                return False
        for each in self._baris.get(y, ()):
            if dari < each.kanan - _EPS and each.kiri < sampai - _EPS:
                return False
        for each in self.label:
            if (
                each.atas - SELA_LABEL < y < each.bawah + SELA_LABEL
                and dari < each.kanan + SELA_LABEL
                and each.kiri - SELA_LABEL < sampai
            ):
                return False
        return True

    def lowong(self, kotak: Kotak, *, selain: int) -> bool:
        """Whether a label may stand there: no arrow, no other label, no symbol but its own."""
        if any(kotak.kena(each, jarak=SELA_LABEL) for each in self.label):
            return False
        if any(
            kotak.kena(each.kotak, jarak=SELA_LABEL)
            for at, each in enumerate(self.simbol)
            if at != selain
        ):
            return False
        return not any(
            kena(each, kotak, SELA_LABEL)
            for garis, banyak in self.tegak.items()
            if kotak.kiri - SELA_LABEL < garis < kotak.kanan + SELA_LABEL
            for each in banyak
        ) and not any(
            kena(each, kotak, SELA_LABEL)
            for garis, banyak in self.datar.items()
            if kotak.atas - SELA_LABEL < garis < kotak.bawah + SELA_LABEL
            for each in banyak
        )

    def silang(self, ruas: Iterable[Ruas]) -> int:
        """How many arrows a path would cross."""
        jumlah = 0
        for tegak, garis, dari, sampai, jaring in ruas:
            for melintang, banyak in (self.datar if tegak else self.tegak).items():
                if dari < melintang < sampai:
                    for lain in banyak:
                        if lain.dari < garis < lain.sampai and lain.jaring != jaring:
                            jumlah += 1
        return jumlah

    def pasang(self, ruas: Sequence[Ruas]) -> None:
        """Lay a path that was found free."""
        for each in ruas:
            (self.tegak if each.tegak else self.datar).setdefault(each.garis, []).append(each)

    def milik(self, jaring: int) -> list[Ruas]:
        """What already leads to a symbol."""
        return [
            each
            for garis in (self.tegak, self.datar)
            for banyak in garis.values()
            for each in banyak
            if each.jaring == jaring
        ]


def kena(ruas: Ruas, kotak: Kotak, jarak: float) -> bool:
    """Whether a stretch comes nearer to a box than so many millimetres."""
    if ruas.tegak:
        return (
            kotak.kiri - jarak < ruas.garis < kotak.kanan + jarak
            and ruas.dari < kotak.bawah + jarak
            and kotak.atas - jarak < ruas.sampai
        )
    return (
        kotak.atas - jarak < ruas.garis < kotak.bawah + jarak
        and ruas.dari < kotak.kanan + jarak
        and kotak.kiri - jarak < ruas.sampai
    )


def ruas_dari(titik: Sequence[Titik], jaring: int) -> tuple[Ruas, ...]:
    """The stretches of a path."""
    hasil = []
    for satu, dua in pairwise(titik):
        if satu.x == dua.x:
            hasil.append(Ruas(True, satu.x, min(satu.y, dua.y), max(satu.y, dua.y), jaring))
        else:
            hasil.append(Ruas(False, satu.y, min(satu.x, dua.x), max(satu.x, dua.x), jaring))
    return tuple(hasil)


def lurus(titik: Sequence[Titik]) -> tuple[Titik, ...] | None:
    """The path without points that are no corner; None where it doubles back on itself."""
    bersih: list[Titik] = []
    for each in titik:
        if bersih and abs(bersih[-1].x - each.x) < _EPS and abs(bersih[-1].y - each.y) < _EPS:
            continue
        if len(bersih) > 1 and _segaris(bersih[-2], bersih[-1], each):
            if _balik(bersih[-2], bersih[-1], each):
                return None
            bersih[-1] = each
        else:
            bersih.append(each)
    return tuple(bersih) if len(bersih) > 1 else None


def _segaris(satu: Titik, dua: Titik, tiga: Titik) -> bool:
    return satu.x == dua.x == tiga.x or satu.y == dua.y == tiga.y


def _balik(satu: Titik, dua: Titik, tiga: Titik) -> bool:
    return (dua.x - satu.x) * (tiga.x - dua.x) < 0 or (dua.y - satu.y) * (tiga.y - dua.y) < 0
