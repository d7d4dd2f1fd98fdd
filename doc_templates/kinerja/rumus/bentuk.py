"""What a formula is, and what a result is: a number that knows how it came to be."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from doc_templates.kinerja.pembulatan import bulatkan, cetak

if TYPE_CHECKING:
    from collections.abc import Callable

TAK_TERHITUNG: Final = "tidak dapat dihitung"
"""Printed where a formula has no result; never 0, never blank."""


class DiLuarRanah(ArithmeticError):
    """A formula was asked outside its domain; ``terapkan`` turns this into a word and a reason."""

    def __init__(self, alasan: str) -> None:
        super().__init__(alasan)
        self.alasan = alasan


@dataclass(frozen=True, slots=True)
class Suku:
    """One number that goes into a formula, and what it stands for where that is not plain."""

    nilai: Decimal
    sebutan: str = ""

    @property
    def teks(self) -> str:
        """As written into the formula: negative numbers in brackets, the predicate behind."""
        number = f"({cetak(self.nilai)})" if self.nilai < 0 else cetak(self.nilai)
        return f"{number} [{self.sebutan}]" if self.sebutan else number


Deret = tuple[Suku, ...]
"""The terms of one operand: one, or one a quarter."""


@dataclass(frozen=True, slots=True)
class Akumulasi:
    """How the values of several quarters become one."""

    kode: str
    bunyi: str
    """Printed wording."""
    hitung: Callable[[tuple[Fraction, ...]], Fraction]
    """At least one term, in the order of the quarters."""
    tulis: Callable[[tuple[str, ...]], str]
    """The same, in writing."""


@dataclass(frozen=True, slots=True)
class Batas:
    """Bounds of an achievement in per cent; a matter of policy, therefore printed."""

    bawah: int | None = None
    atas: int | None = None

    @property
    def bunyi(self) -> str:
        """The policy, as printed under a table."""
        low = "Capaian di bawah nol dicetak apa adanya"
        if self.bawah is not None:
            low = f"Capaian di bawah {self.bawah}% ditetapkan {self.bawah}%"
        if self.atas is None:
            return f"{low}; capaian tidak dibatasi ke atas."
        return f"{low}; capaian di atas {self.atas}% ditetapkan {self.atas}%."

    def terapkan(self, nilai: Decimal) -> Decimal:
        """The value, moved to the nearer bound where it lies outside."""
        if self.bawah is not None and nilai < self.bawah:
            return Decimal(self.bawah)
        if self.atas is not None and nilai > self.atas:
            return Decimal(self.atas)
        return nilai


BEBAS: Final = Batas()
"""No bound on either side."""


@dataclass(frozen=True, slots=True)
class Rumus:
    """A named formula of the register."""

    kode: str
    nama: str
    bunyi: str
    """Printed wording, as one equation."""
    ranah: str
    """Where it holds, in words."""
    sumber: str
    hitung: Callable[..., Fraction]
    """Pure and exact, one argument an operand; raises DiLuarRanah."""
    pola: str
    """The equation with ``{0}``, ``{1}`` for its operands."""
    akumulasi: Akumulasi | None = None
    """How operands of several terms are taken together first; None where each has one term."""
    persen: bool = True
    """True where the result is in per cent."""


@dataclass(frozen=True, slots=True)
class Hasil:
    """A result: the number, or the word and the reason for its absence."""

    rumus: Rumus
    masukan: tuple[Deret, ...]
    digit: int
    nilai: Decimal | None = None
    """Rounded and kept within its bounds; None where there is none."""
    mentah: Decimal | None = None
    """Rounded, before the bounds."""
    kata: str = TAK_TERHITUNG
    """Printed where there is no number."""
    alasan: str = ""
    """Why there is none, as an Indonesian clause."""

    @property
    def teks(self) -> str:
        """As printed: the number with its digits, or the word."""
        return self.kata if self.nilai is None else cetak(self.nilai, self.digit)

    @property
    def substitusi(self) -> str:
        """The formula with its numbers, as printed under a table."""
        if self.nilai is None or self.mentah is None:
            return f"{self.kata}: {self.alasan}" if self.alasan else self.kata
        sign = "%" if self.rumus.persen else ""
        equation = self.rumus.pola.format(*(_written(each, self.rumus) for each in self.masukan))
        result = f"{equation} = {cetak(self.mentah, self.digit)}{sign}"
        if self.mentah == self.nilai:
            return result
        return f"{result}, ditetapkan {cetak(self.nilai, self.digit)}{sign}"


def terapkan(rumus: Rumus, *masukan: Deret, digit: int, batas: Batas = BEBAS) -> Hasil:
    """Compute a formula: exactly, then rounded once, then kept within its bounds.

    Args:
        rumus: of the register.
        masukan: its operands; more than one term each only where it accumulates.
        digit: digits behind the comma.
        batas: bounds of the policy.
    """
    try:
        exact = rumus.hitung(*(_together(each, rumus) for each in masukan))
    except DiLuarRanah as outside:
        return Hasil(rumus, masukan, digit, alasan=outside.alasan)
    rounded = bulatkan(exact, digit)
    bounded = bulatkan(batas.terapkan(rounded), digit)
    return Hasil(rumus, masukan, digit, nilai=bounded, mentah=rounded)


def _together(terms: Deret, rumus: Rumus) -> Fraction:
    values = tuple(Fraction(each.nilai) for each in terms)
    return rumus.akumulasi.hitung(values) if rumus.akumulasi else values[0]


def _written(terms: Deret, rumus: Rumus) -> str:
    texts = tuple(each.teks for each in terms)
    return rumus.akumulasi.tulis(texts) if rumus.akumulasi else texts[0]
