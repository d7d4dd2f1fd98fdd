"""What differs between two states of the same data."""

from __future__ import annotations

from copy import deepcopy
from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from service.drafts.diff import ABSENT, changes
from service.drafts.text import data_of, text_of

NAMES = st.sampled_from(["nama", "nip", "waktu", "uraian"])
PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers(-9999, 9999) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=3),
    max_leaves=12,
)


@given(value=PLAIN)
def test_nothing_differs_from_itself(value: Any):
    """However deep."""
    assert changes(value, deepcopy(value)) == []


@given(before=PLAIN, after=PLAIN)
def test_every_difference_is_told(before: Any, after: Any):
    """Two values of which no change is told are the same, types and all."""
    told = changes(before, after)

    assert bool(told) == (text_of(before) != text_of(after) and not _same(before, after))


def test_a_change_names_its_field_and_both_values():
    """What was added or removed has no other side."""
    before = {"a": [{"b": "x"}], "c": 1}
    after = {"a": [{"b": "y"}, {"b": "z"}], "d": True}

    told = {each.where: (each.before, each.after) for each in changes(before, after)}

    assert told == {
        "a[0].b": ("x", "y"),
        "a[1]": (ABSENT, {"b": "z"}),
        "c": (1, ABSENT),
        "d": (ABSENT, True),
    }


def test_numbers_are_kept_as_typed():
    """83.50 is not 83.5 to the office that wrote it."""
    text = text_of({"capaian": Decimal("83.50")})

    assert text == '{"capaian": 83.50}'
    assert text_of(data_of(text).content) == text


def _same(before: Any, after: Any) -> bool:
    """The order of a record's fields says nothing."""
    if isinstance(before, dict) and isinstance(after, dict):
        return before.keys() == after.keys() and all(
            _same(before[key], after[key]) for key in before
        )
    if isinstance(before, list) and isinstance(after, list):
        return len(before) == len(after) and all(map(_same, before, after))
    return type(before) is type(after) and before == after
