"""Widths of letters, so that columns are wide enough before any layout."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doc_templates.arial import longest_word_width, text_width


def test_widths_are_those_of_arial():
    """Digits of Arial are 1139/2048 em wide: ten of them at 10 points."""
    assert text_width("0123456789", points=10) == pytest.approx(10 * 1139 / 2048 * 10 * 25.4 / 72)


@given(st.text(max_size=30), st.text(max_size=30), st.booleans())
def test_a_line_is_as_wide_as_its_parts(left, right, bold):
    """Widths add up, whatever the characters are."""
    whole = text_width(left + right, points=9, bold=bold)

    assert whole == pytest.approx(
        text_width(left, points=9, bold=bold) + text_width(right, points=9, bold=bold)
    )


def test_the_longest_word_counts_not_the_line():
    """A column must hold a word; lines may break."""
    assert longest_word_width("a Pengadministrasi b", points=9) == text_width(
        "Pengadministrasi", points=9
    )
    assert longest_word_width("", points=9) == 0.0
