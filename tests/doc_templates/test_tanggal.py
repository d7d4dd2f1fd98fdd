"""Dates as offices write them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doc_templates.findings import Level
from doc_templates.tanggal import (
    BULAN,
    Tanggal,
    check_date,
    check_order,
    in_style,
    read_date,
    read_iso,
)

DAYS = st.dates(date(1945, 8, 17), date(2100, 12, 31))


def codes_of(text):
    return [finding.code for finding in check_date(text, "tanggal")]


@given(DAYS)
def test_the_standard_form_is_read_back_without_a_finding(day):
    """What Lontar itself would write is read as the same day and gives no finding."""
    text = Tanggal(day.year, day.month, day.day).teks
    read = read_date(text)

    assert read is not None
    assert read.iso == day.isoformat()
    assert codes_of(text) == []


@given(DAYS, st.sampled_from([str.upper, str.lower, str.title]), st.booleans(), st.booleans())
def test_case_leading_zero_and_old_spelling_change_no_date(day, case, zero, old):
    """Capitals, a leading zero, Pebruari and Nopember name the same day."""
    month = BULAN[day.month - 1]
    if old:
        month = {"Februari": "Pebruari", "November": "Nopember"}.get(month, month)
    number = f"{day.day:02}" if zero else str(day.day)
    read = read_date(f"{number} {case(month)} {day.year}")

    assert read is not None
    assert read.iso == day.isoformat()


@given(st.text(max_size=30))
def test_any_text_can_be_checked(text):
    """A date field may hold anything; checking it never fails."""
    check_date(text, "tanggal")


@pytest.mark.parametrize(
    ("text", "iso"),
    [("Pebruari 2023", "2023-02"), ("2021", "2021"), ("04 JANUARI 2021", "2021-01-04")],
)
def test_a_date_is_as_precise_as_it_was_written(text, iso):
    """A month stays a month; no day is invented."""
    read = read_date(text)

    assert read is not None
    assert read.iso == iso


@pytest.mark.parametrize("text", ["31 Februari 2020", "segera", "12/03/2020", "4 Januari"])
def test_what_names_no_day_is_not_read(text):
    """An impossible or ambiguous date is reported, never guessed."""
    assert read_date(text) is None
    assert codes_of(text) == ["W-DATE-UNREADABLE"]


def test_a_dash_is_an_answer():
    """“-” means that the date does not apply; nothing is missing."""
    assert codes_of("-") == []


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("04 JANUARI 2021", ["W-DATE-STYLE"]),
        ("4 JANUARI 2021", ["W-DATE-STYLE"]),
        ("Pebruari 2023", ["W-DATE-PRECISION", "W-MONTH-SPELLING"]),
        ("2 Maret 2020", []),
    ],
)
def test_the_dates_of_the_four_offices(text, codes):
    """Each office's way of writing gives exactly its findings."""
    assert codes_of(text) == codes


def test_a_kind_may_make_a_missing_day_block_issuing():
    """The document's own date must be whole before it is signed."""
    findings = check_date("Pebruari 2023", "tanggal", month_only=Level.ERROR)

    assert [each.level for each in findings if each.code == "W-DATE-PRECISION"] == [Level.ERROR]


def test_a_later_date_that_lies_before_is_told():
    """An SOP cannot take effect before it was made."""
    names = ("Tanggal Pembuatan", "Tanggal Efektif")

    assert check_order("4 Januari 2021", "3 Januari 2021", "x", names=names)[0].code == (
        "W-DATE-ORDER"
    )
    assert check_order("4 Januari 2021", "4 Januari 2021", "x", names=names) == []


def test_an_imprecise_date_is_not_accused():
    """“Januari 2021” may well lie after 4 January 2021."""
    assert check_order("4 Januari 2021", "Januari 2021", "x", names=("a", "b")) == []


@pytest.mark.parametrize("text", ["2023-02-30", "2023-2-1", "2023-02", "10-02-2023", "20230210"])
def test_only_a_whole_iso_date_is_read_as_one(text):
    """A date of the machine is year, month and day, and exists."""
    assert read_date("2023-02-10") == read_iso("2023-02-10") == Tanggal(2023, 2, 10)
    assert read_iso(text) is None


def test_an_iso_date_is_odd_only_where_it_would_be_printed_so():
    """A form that prints it in words has nothing to tell."""
    told = check_date("2023-02-10", "tanggal")

    assert [(each.code, each.suggestions) for each in told] == [
        ("W-DATE-STYLE", ("10 Februari 2023",))
    ]
    assert check_date("2023-02-10", "tanggal", iso_in_words=True) == []


@pytest.mark.parametrize(
    ("style", "printed"),
    [("huruf", "1 Februari 2023"), ("kapital", "1 FEBRUARI 2023"), ("angka", "01-02-2023")],
)
def test_only_an_iso_date_takes_the_style_of_the_office(style, printed):
    """What a person typed in words is printed in those words."""
    assert in_style("2023-02-01", style) == printed
    for typed in ("01 Pebruari 2023", "-", "", "Februari 2023", "2023-02", "2023-02-31"):
        assert in_style(typed, style) == typed
