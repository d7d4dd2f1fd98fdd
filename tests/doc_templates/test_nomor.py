"""Document numbers: kept as typed, compared without spaces."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doc_templates.kind import Penomoran
from doc_templates.nomor import check_number, classification_of, normal_number

REGISTER = Penomoran(klasifikasi="000.8.3.3", unit="Diskominfo")


def codes_of(text, **more):
    findings = check_number(text, "nomor", penomoran=None, **more)
    return [finding.code for finding in findings]


@pytest.mark.parametrize("text", [None, "", "  "])
def test_a_missing_number_blocks_unless_the_register_will_give_one(text):
    """Without a number nothing is issued, except where the register numbers it."""
    assert codes_of(text) == ["W-NUMBER-MISSING"]
    assert check_number(text, "nomor", penomoran=REGISTER) == []


@given(st.from_regex(r"[0-9]{3}/[0-9]{1,4}/[0-9.]{3,8}/20[0-9]{2}", fullmatch=True), st.data())
def test_spaces_do_not_make_another_number(number, data):
    """“060 / 496” and “060/496” are the same number in the book."""
    spaced = "".join(each + " " * data.draw(st.integers(0, 2)) for each in number)

    assert normal_number(spaced) == normal_number(number)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("050/16/118-01/2021", ["W-CLASS-SCHEME"]),
        ("060 / 496 / 411.506 / 2021", ["W-NUMBER-SPACING", "W-CLASS-SCHEME"]),
        ("800.1/ 142 /33.01/2020", ["W-NUMBER-SPACING", "W-CLASS-SCHEME", "W-CLASS-SUBJECT"]),
        ("000.8.3.3/1/Diskominfo/2023", []),
    ],
)
def test_the_numbers_of_the_four_offices(text, codes):
    """Each office's number gives exactly its findings."""
    assert codes_of(text, families=("000", "050", "060")) == codes


def test_the_year_in_the_number_is_compared():
    """A number of another year is worth a look."""
    assert codes_of("000.8.3.3/1/X/2022", year=2023) == ["W-NUMBER-YEAR"]
    assert codes_of("000.8.3.3/1/X/2023", year=2023) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [("800.1/ 142 /33.01/2020", "800.1"), ("SOP-12/3320/2022", None), (None, None)],
)
def test_the_classification_stands_at_the_head(text, code):
    """Only a number that begins with a code has a classification."""
    assert classification_of(text) == code
