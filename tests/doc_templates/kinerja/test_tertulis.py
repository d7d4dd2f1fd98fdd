"""Values as written: nothing typed is lost on the way to storage and back."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError

from doc_templates.kinerja.tertulis import Tertulis


class Isian(BaseModel):
    """A row with one value."""

    nilai: Tertulis = None


written = st.none() | st.text() | st.integers(-(10**17), 10**17) | st.decimals(
    -(10**9), 10**9, allow_nan=False, allow_infinity=False, places=4
)  # fmt: skip


@given(written)
def test_what_is_stored_reads_back_as_the_same_value(value: Any) -> None:
    """Text to the letter, numbers to the last digit, absence as absence."""
    first = Isian(nilai=value)

    again = Isian.model_validate_json(first.model_dump_json())

    assert again == first
    assert type(again.nilai) is type(first.nilai)


@given(written.filter(lambda each: not isinstance(each, str)))
def test_the_archive_can_store_every_number_in_canonical_form(value: Any) -> None:
    """Canonical JSON takes each value, and reading it gives the same number."""
    first = Isian(nilai=value)

    stored = rfc8785.dumps(json.loads(first.model_dump_json()))

    assert Isian.model_validate(json.loads(stored, parse_float=Decimal)) == first


def test_idle_zeros_of_a_number_make_no_difference() -> None:
    """82.5 and 82.50 are one JSON number, so they are printed alike before and after storage."""
    assert repr(Isian(nilai=Decimal("82.50")).nilai) == repr(Isian(nilai=82.5).nilai)


@pytest.mark.parametrize(
    "value", [True, [], {}, float("nan"), float("inf"), Decimal("1E+999999"), Decimal("1E-999999")]
)
def test_what_is_neither_number_nor_text_is_refused_in_indonesian(value: object) -> None:
    """The sentence says what to write instead."""
    with pytest.raises(ValidationError, match=r"[Ii]silah angka"):
        Isian.model_validate({"nilai": value})
