"""Durations: value, unit and condition, counted by unit and never converted into days."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doc_templates.sop.waktu import Lama, is_readable, read_durations, told, totals

UNITS = ("menit", "jam", "hari", "hari kerja", "minggu", "bulan", "triwulan", "semester", "tahun")
DURATIONS = st.builds(
    Lama,
    nilai=st.decimals(0, 9999, places=1, allow_nan=False),
    satuan=st.sampled_from(UNITS),
    keadaan=st.sampled_from(["", "triwulan"]),
)


@pytest.mark.parametrize(
    ("text", "durations"),
    [
        ("30 menit", ["30 menit"]),
        ("60 mnt", ["60 menit"]),
        ("2 Hari Kerja", ["2 hari kerja"]),
        ("1 (satu) hari", ["1 hari"]),
        ("1,5 jam", ["1,5 jam"]),
        ("1.440 menit", ["1440 menit"]),
        ("1-3 hari", ["1–3 hari"]),
        ("2 s.d. 3 hari", ["2–3 hari"]),
        ("1 jam 30 menit", ["1 jam", "30 menit"]),
        ("paling lambat tanggal 10 bulan berikutnya", []),
        ("segera", []),
        ("", []),
    ],
)
def test_durations_are_read_with_their_units(text, durations):
    """All units that offices use are understood; words without a number say nothing."""
    assert [str(each) for each in read_durations(text)] == durations


@pytest.mark.parametrize(
    ("text", "conditions"),
    [
        (
            "1 Hari Untuk Penyusunan Laporan Triwulan dan 15 Hari untuk Laporan Kinerja Tahunan",
            [("1 hari", "Penyusunan Laporan Triwulan"), ("15 hari", "Laporan Kinerja Tahunan")],
        ),
        ("Triwulan: 1 hari; Tahunan: 15 hari", [("1 hari", "Triwulan"), ("15 hari", "Tahunan")]),
        ("1 hari (triwulan), 2 hari (tahunan)", [("1 hari", "triwulan"), ("2 hari", "tahunan")]),
        ("1 hari (apabila lengkap)", [("1 hari", "lengkap")]),
        ("maksimal 3 hari", [("3 hari", "")]),
        ("3 hari setelah surat diterima", [("3 hari", "")]),
    ],
)
def test_conditions_are_kept_with_the_duration_that_they_govern(text, conditions):
    """Two cycles in one cell are two durations, each with its own words."""
    assert [(str(each), each.keadaan) for each in read_durations(text)] == conditions


def test_a_bare_number_takes_the_unit_of_its_column():
    """Under “Waktu (menit)” a 10 means ten minutes, elsewhere nothing."""
    assert [str(each) for each in read_durations("10", head="Waktu (menit)")] == ["10 menit"]
    assert [str(each) for each in read_durations("1 jam", head="Waktu (menit)")] == ["1 jam"]
    assert read_durations("10", head="Waktu") == []


@pytest.mark.parametrize(("text", "sure"), [("1 jam atau 2 jam", False), ("1 hari 2 jam", True)])
def test_alternatives_without_a_condition_cannot_be_added(text, sure):
    """Of “1 jam atau 2 jam” nobody can say which is meant."""
    assert is_readable(text) is sure


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("205 menit", "205 menit"),
        ("5 hari 120 menit", "5 hari 2 jam"),
        ("1 jam 90 menit", "2 jam 30 menit"),
        ("3 hari 30 menit", "3 hari 30 menit"),
        ("1 hari 30 jam", "1 hari 30 jam"),
    ],
)
def test_minutes_become_hours_but_hours_never_days(text, whole):
    """An hour is sixty minutes everywhere; a working day has no length in an SOP."""
    assert told(totals(read_durations(text))) == whole


@given(st.lists(DURATIONS, max_size=12))
def test_totals_keep_units_apart_and_lose_nothing(durations):
    """Whatever is added, each unit's sum is the sum of its own durations."""
    sums = totals(durations)

    assert len({each.satuan for each in sums}) == len(sums)
    for each in sums:
        parts = [one.nilai for one in durations if one.satuan == each.satuan]
        assert each.nilai == sum(parts, Decimal(0))
    assert {each.satuan for each in sums} == {each.satuan for each in durations}


@given(st.lists(DURATIONS, max_size=12))
def test_what_is_told_can_be_read_again_and_comes_to_the_same(durations):
    """The printed total means what the sums mean, once minutes are counted alike."""

    def minutes(sums):
        factor = {"jam": 60, "menit": 1}
        return sum((each.nilai * factor.get(each.satuan, 0) for each in sums), Decimal(0))

    sums = totals(durations)
    again = totals(read_durations(told(sums)))

    assert minutes(again) == minutes(sums)
    days = [each for each in sums if each.satuan not in ("jam", "menit")]
    assert [each for each in again if each.satuan not in ("jam", "menit")] == days


@given(st.text(max_size=60), st.text(max_size=20))
def test_any_cell_can_be_read(text, head):
    """A cell and its heading may hold anything."""
    assert isinstance(read_durations(text, head=head), list)
