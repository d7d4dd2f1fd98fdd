"""Rounding and printing of numbers: the only place where a digit is ever dropped.

Formulas compute exactly, with fractions. Each result is rounded once, half away from zero, when
it is first computed; predicates, averages and differences then use that rounded number, so that
every table can be recomputed by hand from what is printed in it.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction


def bulatkan(nilai: Fraction | Decimal | int, digit: int) -> Decimal:
    """The nearest number with that many digits behind the comma; a half goes away from zero.

    Args:
        nilai: exact.
        digit: digits behind the comma, 0 or more.
    """
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


def kalimat_pembulatan(digit: int) -> str:
    """The rounding policy, as printed under a table."""
    return (
        f"Setiap hasil dibulatkan satu kali ke {digit} angka di belakang koma (setengah ke atas); "
        "predikat, rata-rata, dan selisih dihitung dari angka yang sudah dibulatkan itu."
    )
