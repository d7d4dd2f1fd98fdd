"""What is noticed about times: several in a cell, unlike units, cycles in one run."""

from __future__ import annotations

import pytest

from doc_templates.sop.check_times import check_times
from doc_templates.sop.model import Sop
from tests.doc_templates.sop.samples import sample


def codes(*steps):
    rows = [
        {"nomor": str(at), "uraian": uraian, "mutu_baku": {"waktu": waktu}}
        for at, (uraian, waktu) in enumerate(steps, 1)
    ]
    return [each.code for each in check_times(Sop.model_validate({"kegiatan": rows}))]


@pytest.mark.parametrize(
    ("waktu", "expected"),
    [
        ("30 menit", []),
        ("1 jam 30 menit", []),
        ("1 hari 2 jam", ["W-TIME-COMPOUND", "W-TIME-MIXED"]),
        ("1 hari untuk A dan 2 hari untuk B", ["W-TIME-COMPOUND"]),
        ("segera", ["W-TIME-UNREADABLE"]),
        ("", []),
    ],
)
def test_a_cell_is_told_where_it_says_more_or_less_than_one_duration(waktu, expected):
    """Hours with minutes are one duration; days with hours are not."""
    assert codes(("Memeriksa", waktu)) == expected


def test_hours_and_minutes_may_stand_in_one_column():
    """They convert, so the total is a single one."""
    assert codes(("Memeriksa", "1 jam"), ("Mengirim", "90 menit")) == []


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        (("Menyusun perjanjian kinerja", "Mengolah data capaian kinerja"), ["W-CADENCE"]),
        (("Menyusun laporan setiap triwulan dan laporan setiap tahun",), ["W-CADENCE"]),
        (("Menyusun perjanjian kinerja", "Menandatangani"), []),
        (("Mengolah data capaian kinerja",), []),
    ],
)
def test_yearly_and_periodic_work_in_one_run_is_told(steps, expected):
    """A commitment is made once a year, its results are counted each quarter."""
    assert codes(*((each, "1 hari") for each in steps)) == expected


@pytest.mark.parametrize(
    ("office", "expected"),
    [
        ("kudus", {"W-CADENCE"}),
        ("jeneponto", {"W-TIME-COMPOUND", "W-TIME-MIXED", "W-CADENCE"}),
        ("jekulo", {"W-TIME-MIXED"}),
        ("kertosono", set()),
    ],
)
@pytest.mark.parametrize("form", ["apa-adanya", "lengkap"])
def test_the_times_of_the_offices(office, form, expected):
    """The same is noticed in what was found and in what was completed."""
    assert {each.code for each in check_times(sample(f"{office}-{form}"))} == expected
