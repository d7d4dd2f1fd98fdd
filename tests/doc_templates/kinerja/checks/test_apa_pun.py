"""Whatever an office writes, wherever it writes it, the checks answer in sentences."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from doc_templates.kinerja import checks
from doc_templates.kinerja.hitung.triwulan import TRIWULAN
from doc_templates.kinerja.model import DataKinerja
from tests.doc_templates.kinerja.contoh import kecil

tertulis = st.one_of(
    st.sampled_from(
        [None, "", " ", "belum tersedia", "1.234", "-5", "70–80", "29 Februari 2023", "I", "DINAS"]
    ),
    st.text(max_size=12),
    st.integers(-(10**20), 10**20),
)


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Every place of the data, leaves and branches."""
    steps = value.items() if isinstance(value, dict) else enumerate(value)
    return [
        place
        for step, each in steps
        for place in (
            (*path, step),
            *(places(each, (*path, step)) if isinstance(each, dict | list) else ()),
        )
    ]


PLACES = places(kecil())
changes = st.lists(st.tuples(st.sampled_from(PLACES), tertulis), min_size=1, max_size=4)


@settings(max_examples=120, deadline=None)
@given(changes)
def test_no_data_that_the_model_takes_breaks_a_check(ubahan):
    data = kecil()
    for path, value in ubahan:
        put(data, path, value)
    try:
        model = DataKinerja.model_validate(data)
    except ValidationError:
        return
    found = [
        *checks.check(model),
        *checks.check_perjanjian(model),
        *checks.check_perjanjian(model, unit="DINAS", ke=0),
        *checks.check_rencana_aksi(model),
        *(each for ke in TRIWULAN for each in checks.check_triwulan(model, ke)),
        *checks.check_tahunan(model),
    ]

    assert all(each.sentence.endswith(".") for each in found)
    assert all("None" not in each.sentence.split() for each in found)


def put(data: Any, path: tuple[Any, ...], value: Any) -> None:
    """Set a place, unless an earlier change has taken it away."""
    *above, last = path
    for step in above:
        data = data[step] if isinstance(data, dict | list) else None
    if isinstance(data, dict | list):
        data[last] = value
