"""A derived table as plain frozen data: what is printed, and where each printed value is from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Kolom:
    """A column."""

    kunci: str
    judul: str
    rata: Literal["kiri", "tengah", "kanan"] = "kiri"
    lebar: int = 10
    """Share of the table's width, in no unit."""
    kelompok: str = ""
    """Heading above several columns; empty where there is none."""
    gabung: bool = False
    """True where equal neighbours of one ``Baris.kelompok`` are one tall cell."""


@dataclass(frozen=True, slots=True)
class Sel:
    """One printed value: never blank."""

    teks: str
    subjek: str = ""
    """Key of the indicator, aim or budget line that it speaks of."""
    medan: str = ""
    """What it says of it, such as ``realisasi.tw2``."""
    angka: Decimal | None = None
    """The number behind the text, for charts; None for words."""


@dataclass(frozen=True, slots=True)
class Baris:
    """A row; None in a cell only where the row's label spans it."""

    sel: tuple[Sel | None, ...]
    jenis: Literal["isi", "judul", "jumlah"] = "isi"
    """``judul`` heads a group of rows, ``jumlah`` sums them up."""
    tingkat: int = 0
    """Depth of indentation: programme 0, kegiatan 1, sub kegiatan 2."""
    kelompok: str = ""
    """Rows of one group share their merged cells."""


@dataclass(frozen=True, slots=True)
class Keterangan:
    """A line under the table."""

    jenis: Literal["rumus", "substitusi", "kebijakan", "catatan"]
    teks: str
    subjek: str = ""
    medan: str = ""


@dataclass(frozen=True, slots=True)
class Tabel:
    """A table with everything that stands under it."""

    kode: str
    """Stable within a document, such as ``L2``."""
    judul: str
    kolom: tuple[Kolom, ...]
    baris: tuple[Baris, ...]
    keterangan: tuple[Keterangan, ...] = ()
    kosong: str = ""
    """The sentence printed where the table has no rows."""
    mendatar: bool = False
    """True where it needs a landscape page."""

    def sel_of(self, baris: Baris, kunci: str) -> Sel | None:
        """A row's cell under a column; None where a label spans it."""
        return baris.sel[self._places[kunci]]

    @property
    def _places(self) -> dict[str, int]:
        return {each.kunci: at for at, each in enumerate(self.kolom)}
