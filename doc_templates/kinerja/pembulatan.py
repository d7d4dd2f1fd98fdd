"""Rounding and printing of numbers: the only place where a digit is ever dropped.

Formulas compute exactly, with fractions. Each result is rounded once, half away from zero, when
it is first computed; predicates, averages and differences then use that rounded number, so that
every table can be recomputed by hand from what is printed in it.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Context, Decimal
from fractions import Fraction
from functools import reduce
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

_EXACT: Final = Context(prec=200, rounding=ROUND_HALF_UP)
"""Wide enough for any sum of written values (24 digits on either side of the comma)."""


def bulatkan(nilai: Fraction | Decimal | int, digit: int) -> Decimal:
    """The nearest number with that many digits behind the comma; a half goes away from zero.

    Args:
        nilai: exact.
        digit: digits behind the comma, 0 or more.
    """
    if isinstance(nilai, Decimal):
        rounded = nilai.quantize(Decimal((0, (1,), -digit)), context=_EXACT)
        return rounded.copy_abs() if rounded.is_zero() else rounded
    exact = Fraction(nilai)
    scaled = abs(exact) * 10**digit
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    sign = "-" if exact < 0 and whole else ""
    return Decimal(f"{sign}{whole}E-{digit}")


def cetak(nilai: Decimal, digit: int | None = None) -> str:
    """A number as printed in Indonesian: ``1.234,50``, a minus sign in front.

    Args:
        nilai: exact; rounded here only where ``digit`` is given.
        digit: digits behind the comma; None prints those that the number has.
    """
    if digit is not None:
        nilai = bulatkan(nilai, digit)
    whole, _, cents = f"{nilai.copy_abs():,f}".partition(".")
    number = whole.replace(",", ".") + (f",{cents}" if cents else "")
    return f"-{number}" if nilai < 0 else number


def desimal_of(nilai: Decimal) -> int:
    """Digits behind the comma that a number has."""
    exponent = nilai.as_tuple().exponent
    return max(-exponent, 0) if isinstance(exponent, int) else 0


def jumlah_tepat(numbers: Iterable[Decimal]) -> Decimal:
    """The exact sum, with as many digits behind the comma as the longest of them."""
    return reduce(_EXACT.add, numbers, Decimal(0))


def kalimat_pembulatan(digit: int) -> str:
    """The rounding policy, as printed under a table."""
    return (
        f"Setiap hasil dibulatkan satu kali ke {digit} angka di belakang koma (setengah ke atas); "
        "predikat, rata-rata, dan selisih dihitung dari angka yang sudah dibulatkan itu."
    )
