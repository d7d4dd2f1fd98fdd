"""What a returned workbook holds, as plain facts: no formula is computed, no link followed.

Read by ourselves and not by openpyxl, because a returned file may be hostile: openpyxl walks
every cell of a merged or linked range (seventeen thousand million in ``A1:XFD1048576``), drops
what merged cells hide, and tells a formula and its last result only in two readings.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from openpyxl.utils import get_column_letter

if TYPE_CHECKING:
    from decimal import Decimal

Tempat = tuple[int, int]
"""Row and column, counted from 1."""

JenisSel = Literal["angka", "teks", "logika", "galat", "tanggal"]


@dataclass(frozen=True, slots=True)
class SelTerbaca:
    """A cell that holds something."""

    jenis: JenisSel
    teks: str
    """As text: what was typed, an error's name, or the digits of a number."""
    angka: Decimal | None = None
    """Of numbers and dates (days since the epoch of the workbook)."""
    rumus: str | None = None
    """The formula whose last result this is."""
    persen: bool = False
    """True where the cell shows its number as per cent."""
    hari: str = ""
    """ISO date that a date cell shows."""


@dataclass(slots=True)
class LembarTerbaca:
    """A sheet."""

    nama: str
    tersembunyi: bool
    sel: dict[Tempat, SelTerbaca] = field(default_factory=dict)
    gabungan: list[tuple[int, int, int, int]] = field(default_factory=list)
    """First row and column, last row and column of each merged range."""
    baris_tersembunyi: set[int] = field(default_factory=set)
    kolom_tersembunyi: list[tuple[int, int]] = field(default_factory=list)
    """First and last of each run of hidden columns."""
    catatan: dict[Tempat, str] = field(default_factory=dict)
    """Comments beside cells."""
    baris_terakhir: int = 0
    """The last row that has so much as a format."""

    def teks(self, row: int, column: int) -> str:
        """What a cell holds, as text; empty where it holds nothing."""
        found = self.sel.get((row, column))
        return found.teks if found else ""

    def tempat(self, row: int, column: int) -> str:
        """The place as findings write it: ``Kinerja!H9``."""
        return f"{self.nama}!{get_column_letter(column)}{row}"


@dataclass(frozen=True, slots=True)
class BukuTerbaca:
    """A workbook."""

    lembar: tuple[LembarTerbaca, ...]
    properti: dict[str, str]
    """Custom document properties, name → text."""


class BukuRusak(Exception):
    """The parts of the workbook do not fit together; told as a finding, never raised outside."""
