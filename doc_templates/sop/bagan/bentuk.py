"""What a flowchart sheet is made of, as geometry in millimetres from the page's upper left corner.

Everything here is frozen and knows nothing of DOCX: the same values are drawn, tested and read
back from the PDF.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

Sisi = Literal["atas", "bawah", "kiri", "kanan"]
Rupa = Literal["terminator", "proses", "keputusan", "sambungan"]


class Titik(NamedTuple):
    """A point on the page, mm."""

    x: float
    y: float


class Kotak(NamedTuple):
    """A rectangle on the page, mm."""

    kiri: float
    atas: float
    kanan: float
    bawah: float

    @property
    def pusat(self) -> Titik:
        """Its centre."""
        # Micrometres: lines are told apart by their exact place, and fractions do not add exactly.
        return Titik(round((self.kiri + self.kanan) / 2, 3), round((self.atas + self.bawah) / 2, 3))

    @property
    def lebar(self) -> float:
        """Width, mm."""
        return self.kanan - self.kiri

    @property
    def tinggi(self) -> float:
        """Height, mm."""
        return self.bawah - self.atas

    def kena(self, lain: Kotak, *, jarak: float = 0.0) -> bool:
        """Whether the other one comes nearer than so many millimetres."""
        return (
            self.kiri - jarak < lain.kanan
            and lain.kiri < self.kanan + jarak
            and self.atas - jarak < lain.bawah
            and lain.atas < self.bawah + jarak
        )

    def port(self, sisi: Sisi) -> Titik:
        """Where an arrow meets that side: always its middle."""
        x, y = self.pusat
        return {
            "atas": Titik(x, self.atas),
            "bawah": Titik(x, self.bawah),
            "kiri": Titik(self.kiri, y),
            "kanan": Titik(self.kanan, y),
        }[sisi]


@dataclass(frozen=True, slots=True)
class Simbol:
    """A symbol in a lane, or a connector in the strip at the head or foot of a page."""

    rupa: Rupa
    kotak: Kotak
    langkah: int
    """Index into the activities; of a connector, the step that it leads to."""
    lajur: int
    """Index of the lane in whose cell it stands."""
    utama: bool = True
    """False for someone who takes part in a step that another one carries out."""
    huruf: str = ""
    """Letter of a connector."""
    masuk: bool = False
    """Of a connector: True where the flow comes in from another page."""


class UkuranLabel(NamedTuple):
    """What the box of an answer may measure."""

    lebar: float
    """mm"""
    tinggi: float
    """mm"""
    huruf: float
    """Type size, points."""


@dataclass(frozen=True, slots=True)
class Label:
    """The answer at the exit of a decision."""

    teks: str
    kotak: Kotak
    huruf: float
    """Type size, points."""


@dataclass(frozen=True, slots=True)
class Lintasan:
    """A line with right angles from one symbol to another."""

    titik: tuple[Titik, ...]
    dari: Simbol
    ke: Simbol
    label: Label | None = None
    kepala: bool = True
    """False for the plain line between those who act together."""
    gabung: bool = False
    """True where it ends on another arrow to the same symbol."""


@dataclass(frozen=True, slots=True)
class BarisTabel:
    """A row of the table on its page."""

    langkah: int | None
    """Index into the activities; None for the strip of connectors."""
    teks: tuple[str, ...]
    """Texts in the order of the columns; lanes are empty."""
    atas: float
    tinggi: float
    lanjutan: bool = False
    """True where a step too tall for one page goes on."""
    dipotong: bool = False
    """True for every row of such a step."""


@dataclass(frozen=True, slots=True)
class Halaman:
    """One page of the flowchart sheet."""

    baris: tuple[BarisTabel, ...]
    simbol: tuple[Simbol, ...]
    lintasan: tuple[Lintasan, ...]
    lajur: tuple[float, ...]
    """Left edges of the lanes, and the right edge of the last."""


@dataclass(frozen=True, slots=True)
class Lembar:
    """The whole flowchart sheet, ready to be drawn."""

    halaman: tuple[Halaman, ...]
    lebar: tuple[float, ...]
    """Widths of all columns of the table, mm."""
    ukuran: float
    """Type of the table, points."""
    baris_teks: float
    """Exact height of a line of the table, points."""
    tinggi_kepala: tuple[float, float]
    """Heights of the two head rows, mm."""
    tegak: bool
    """Whether the names of the lanes stand upright."""
