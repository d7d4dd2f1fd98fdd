"""What a written value can mean: a number, a predicate, a range, an absence, or a question.

Each keeps the text under which it is printed. 0 is a value; blank is not.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from decimal import Decimal


class Ketiadaan(StrEnum):
    """Why there is no number; printed as this word."""

    TIDAK_BERLAKU = "tidak berlaku"
    BELUM_TERSEDIA = "belum tersedia"


@dataclass(frozen=True, slots=True)
class Angka:
    """A number; ``teks`` is how it is printed."""

    nilai: Decimal
    teks: str


@dataclass(frozen=True, slots=True)
class Predikat:
    """A predicate of a scale and its score there."""

    skor: Decimal
    sebutan: str
    teks: str


@dataclass(frozen=True, slots=True)
class Rentang:
    """A range, both ends included; only a target can be one."""

    bawah: Decimal
    atas: Decimal
    teks: str


@dataclass(frozen=True, slots=True)
class Tiada:
    """No number, for a reason that is a word."""

    sebab: Ketiadaan
    teks: str
    kosong: bool = False
    """True where nothing at all was written."""


@dataclass(frozen=True, slots=True)
class TakTerbaca:
    """Text that has no single reading; printed as written, computed with never."""

    teks: str
    masalah: Literal["ganda", "bukan_angka", "satuan", "skala", "rentang"]
    pilihan: tuple[str, ...] = ()
    """What the writer may have meant, for them to choose."""


Nilai = Angka | Predikat | Rentang | Tiada | TakTerbaca

KOSONG: Final = Tiada(Ketiadaan.BELUM_TERSEDIA, Ketiadaan.BELUM_TERSEDIA.value, kosong=True)
