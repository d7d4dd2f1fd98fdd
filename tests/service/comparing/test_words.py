"""Which words were taken out and put in."""

from __future__ import annotations

import time

from hypothesis import given
from hypothesis import strategies as st

from service.comparing.words import NOW, WAS, matches, pieces

TEXT = st.text(alphabet="ab c\n.é", max_size=30)
WORDS = st.lists(st.sampled_from("abcdefgh"), max_size=25)


@given(before=TEXT, after=TEXT)
def test_both_texts_can_be_read_from_the_pieces(before: str, after: str):
    """Nothing is lost, whatever differs."""
    told = pieces(before, after)

    assert "".join(each.text for each in told if each.sort != NOW) == before
    assert "".join(each.text for each in told if each.sort != WAS) == after


@given(before=WORDS, after=WORDS)
def test_what_matches_is_the_same_and_in_order(before: list[str], after: list[str]):
    """Stretches rise on both sides and do not overlap."""
    at = at_after = 0
    for start, start_after, size in matches(before, after):
        assert size > 0
        assert start >= at
        assert start_after >= at_after
        at, at_after = start + size, start_after + size
        assert before[start:at] == after[start_after:at_after]
    assert matches(before, before) == ([(0, 0, len(before))] if before else [])


def test_texts_that_share_little_are_told_whole():
    """Islands of one word help nobody."""
    told = pieces("Surat tugas dari camat", "Laporan bulanan dari dinas kesehatan")

    assert [each.sort for each in told] == [WAS, NOW]


def test_long_texts_made_to_be_slow_are_not():
    """Thousands of words without a single anchor, and anchors within anchors."""
    nested = [str(each) for each in range(3000)]
    began = time.perf_counter()

    matches(["yang", "dan"] * 20_000, ["dan", "yang", "di"] * 13_000)
    matches(nested + nested[::-1], nested[::-1] + nested)

    assert time.perf_counter() - began < 5
