"""Rounding and printing of numbers."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doc_templates.kinerja.pembulatan import bulatkan, cetak, kalimat_pembulatan

numbers = st.decimals(-(10**12), 10**12, allow_nan=False, allow_infinity=False, places=6)


@pytest.mark.parametrize(
    ("nilai", "digit", "bulat"),
    [
        ("2.345", 2, "2.35"),
        ("-2.345", 2, "-2.35"),
        ("0.5", 0, "1"),
        ("2.5", 0, "3"),
        ("-0.004", 2, "0.00"),
        ("90.995", 2, "91.00"),
    ],
)
def test_a_half_goes_away_from_zero(nilai: str, digit: int, bulat: str) -> None:
    """Offices round as taught at school, not to the even neighbour; zero has no sign."""
    assert str(bulatkan(Decimal(nilai), digit)) == bulat


@given(numbers, st.integers(0, 6))
def test_rounding_agrees_with_the_decimal_standard(nilai: Decimal, digit: int) -> None:
    """The one place of rounding does what ROUND_HALF_UP says."""
    expected = nilai.quantize(Decimal(1).scaleb(-digit), rounding=ROUND_HALF_UP)

    assert bulatkan(nilai, digit) == expected


@given(st.fractions(max_denominator=10**9), st.integers(0, 8))
def test_a_fraction_is_never_moved_by_more_than_half_a_digit(exact: Fraction, digit: int) -> None:
    """Rounded once from the exact value, so there is no second rounding to go wrong."""
    assert abs(Fraction(bulatkan(exact, digit)) - exact) * 2 <= Fraction(1, 10**digit)


@pytest.mark.parametrize(
    ("nilai", "digit", "tercetak"),
    [
        ("1234.5", 2, "1.234,50"),
        ("-1234567", None, "-1.234.567"),
        ("0", 2, "0,00"),
        ("97.25", None, "97,25"),
        ("0.005", 2, "0,01"),
    ],
)
def test_numbers_are_printed_the_indonesian_way(
    nilai: str, digit: int | None, tercetak: str
) -> None:
    """Dots for thousands, a comma for decimals."""
    assert cetak(Decimal(nilai), digit) == tercetak


def test_the_policy_is_printed_with_its_digits() -> None:
    """Whoever recomputes a table must know when its numbers were rounded."""
    assert "2 angka di belakang koma" in kalimat_pembulatan(2)
