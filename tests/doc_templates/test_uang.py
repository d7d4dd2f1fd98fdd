"""Money: exact, and read only where there is one way to read it."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doc_templates.findings import Level
from doc_templates.uang import check_money, read_money, rupiah

SUMS = st.decimals(
    min_value=Decimal("-99999999999999.99"), max_value=Decimal("99999999999999.99"), places=2
)


@given(SUMS)
def test_what_is_printed_is_read_back_exactly(nilai):
    """No cent is lost between print and data."""
    assert read_money(rupiah(nilai)).nilai == nilai


@given(st.integers(0, 10**15))
def test_plain_digits_are_that_sum(nilai):
    """Digits without any mark mean themselves."""
    assert read_money(str(nilai)).nilai == nilai


@given(st.text(max_size=30))
def test_any_text_can_be_checked(text):
    """A money field may hold anything; checking it never fails."""
    check_money(text, "anggaran")


@pytest.mark.parametrize(
    ("text", "nilai"),
    [
        ("Rp1.234.567,00", "1234567"),
        ("Rp 1.234.567", "1234567"),
        ("Rp. 5.000,-", "5000"),
        ("1.234.567,5", "1234567.5"),
        ("1,234,567.00", "1234567"),
        ("Rp1.234", "1234"),
        ("97,25", "97.25"),
        ("-Rp2.500,00", "-2500"),
    ],
)
def test_the_usual_ways_of_typing_are_read(text, nilai):
    """Offices type money in many ways; those with one meaning are read."""
    assert read_money(text).nilai == Decimal(nilai)


@pytest.mark.parametrize("text", ["1.234", "1,234", "12.500"])
def test_one_mark_before_three_digits_stays_open(text):
    """Thousands or thousandths: a person must say, and issuing waits."""
    findings = check_money(text, "anggaran")

    assert read_money(text).nilai is None
    assert [(each.code, each.level) for each in findings] == [("W-MONEY-AMBIGUOUS", Level.ERROR)]
    assert len(findings[0].suggestions) == 2


@pytest.mark.parametrize("text", ["", "-", "seribu", "1.2.3", "Rp", "12.34.567"])
def test_what_is_no_sum_is_told(text):
    """A text that names no sum is never taken for zero."""
    assert read_money(text).nilai is None
    assert [each.code for each in check_money(text, "anggaran")] == ["W-MONEY-UNREADABLE"]


def test_the_standard_form_gives_no_finding():
    """Rp1.234.567,00 and Rp1.234.567 are both in order."""
    assert check_money("Rp1.234.567,00", "anggaran") == []
    assert check_money("Rp1.234.567", "anggaran") == []
    assert [each.code for each in check_money("Rp 1.234.567", "x")] == ["W-MONEY-STYLE"]
