"""What differs between two states of the same data."""

from __future__ import annotations

from copy import deepcopy
from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from service.comparing.telling import told
from service.comparing.values import ABSENT, Sort, alike, changes
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
    found = changes(before, after)

    assert bool(found) == (not _same(before, after))
    assert len(told(found, before=before, after=after)) == len(found)


@given(rows=st.lists(PLAIN, max_size=6), data=st.data())
def test_rows_in_any_order_are_neither_lost_nor_invented(rows: list[Any], data: st.DataObject):
    """Turned about, rows were moved; nothing was added or removed."""
    turned = data.draw(st.permutations(rows))

    assert {each.sort for each in changes(rows, turned)} <= {Sort.MOVED}


def test_a_change_names_its_field_and_both_values():
    """What was added or removed has no other side."""
    before = {"a": [{"b": "x", "c": 5}], "c": 1}
    after = {"a": [{"b": "y", "c": 5}, {"b": "z"}], "d": True}

    found = {each.where: (each.sort, each.before, each.after) for each in changes(before, after)}

    assert found == {
        "a[0].b": (Sort.CHANGED, "x", "y"),
        "a[1]": (Sort.ADDED, ABSENT, {"b": "z"}),
        "c": (Sort.REMOVED, 1, ABSENT),
        "d": (Sort.ADDED, ABSENT, True),
    }


def test_a_row_that_was_put_in_is_one_change():
    """Its neighbours did not change, they only stand lower."""
    before = [{"a": 1}, {"a": 2}]

    [found] = changes({"baris": before}, {"baris": [{"a": 0}, *before]})

    assert (found.where, found.sort, found.after) == ("baris[0]", Sort.ADDED, {"a": 0})


def test_a_row_that_moved_and_one_that_was_reworded_are_told_as_such():
    """By its own name a row is known wherever it stands, by its words where it stood."""
    before = {
        "kegiatan": [
            {"uraian": "Menerima surat masuk", "waktu": "5 menit"},
            {"uraian": "Mencatat surat masuk", "waktu": "5 menit"},
            {"uraian": "Menyimpan arsip", "waktu": "5 menit"},
        ]
    }
    after = deepcopy(before)
    after["kegiatan"] = [after["kegiatan"][each] for each in (2, 0, 1)]
    after["kegiatan"][2]["uraian"] = "Mencatat dan meneruskan surat masuk"
    after["kegiatan"][0]["waktu"] = "7 menit"

    found = {each.where: each.sort for each in changes(before, after)}

    assert found == {
        "kegiatan[0]": Sort.MOVED,
        "kegiatan[0].waktu": Sort.CHANGED,
        "kegiatan[2].uraian": Sort.CHANGED,
    }


def test_people_read_the_names_of_the_form_and_the_words_that_differ():
    """Rows are counted from 1 and called by their own names; a long text tells its words only."""
    before = {"kegiatan": [{"nomor": "1", "uraian": "Menerima surat", "mutu_baku": {"waktu": "5"}}]}
    after = deepcopy(before)
    after["kegiatan"][0]["mutu_baku"]["waktu"] = "15"
    after["kegiatan"][0]["uraian"] = "Menerima surat dinas"
    after["dasar/hukum"] = [True, None]

    wording, time, basis = told(changes(before, after), before=before, after=after)

    assert wording.label == "Kegiatan 1 “Menerima surat dinas” › Uraian"
    assert [(each.sort, each.text) for each in wording.after] == [
        ("same", "Menerima surat"),
        ("now", " dinas"),
    ]
    assert time.label.endswith("› Mutu baku › Waktu")
    assert [(each.sort, each.text) for each in time.before] == [("was", "5")]
    assert basis.pointer == "/dasar~1hukum"
    assert basis.after[0].text == "ya; (kosong)"


def test_numbers_are_kept_as_typed():
    """83.50 is not 83.5 to the office that wrote it, in rows neither."""
    text = text_of({"capaian": Decimal("83.50")})

    assert text == '{"capaian": 83.50}'
    assert text_of(data_of(text).content) == text
    assert not alike([{"n": Decimal("83.50")}], [{"n": Decimal("83.5")}])
    assert alike([{"n": Decimal("83.50")}], [{"n": Decimal("83.50")}])


def _same(before: Any, after: Any) -> bool:
    """The order of a record's fields says nothing."""
    if isinstance(before, dict) and isinstance(after, dict):
        return before.keys() == after.keys() and all(
            _same(before[key], after[key]) for key in before
        )
    if isinstance(before, list) and isinstance(after, list):
        return len(before) == len(after) and all(map(_same, before, after))
    return type(before) is type(after) and before == after
