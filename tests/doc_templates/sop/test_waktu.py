"""Durations: counted by unit, never converted."""

from __future__ import annotations

import pytest

from doc_templates.sop.waktu import read_durations, totals
from tests.doc_templates.sop.samples import sample


def total_of(name, head="Waktu"):
    cells = [
        read_durations(each.mutu_baku.waktu or "", head=head) for each in sample(name).kegiatan
    ]
    return [str(each) for each in totals(one for cell in cells for one in cell)]


@pytest.mark.parametrize(
    ("text", "durations"),
    [
        ("30 menit", ["30 menit"]),
        ("60 mnt", ["60 menit"]),
        ("2 Hari Kerja", ["2 hari kerja"]),
        ("1,5 jam", ["1,5 jam"]),
        (
            "1 Hari Untuk Penyusunan Laporan Triwulan dan 15 Hari untuk Laporan Kinerja Tahunan",
            ["1 hari", "15 hari"],
        ),
        ("segera", []),
        ("", []),
    ],
)
def test_durations_are_read_with_their_units(text, durations):
    """All units that offices use are understood; words without a number say nothing."""
    assert [str(each) for each in read_durations(text)] == durations


def test_a_bare_number_takes_the_unit_of_its_column():
    """Under “Waktu (menit)” a 10 means ten minutes, elsewhere nothing."""
    assert [str(each) for each in read_durations("10", head="Waktu (menit)")] == ["10 menit"]
    assert read_durations("10", head="Waktu") == []


def test_totals_keep_units_apart():
    """Kudus takes 205 minutes; Jekulo five days and two hours that nobody may add up."""
    assert total_of("kudus-apa-adanya") == ["205 menit"]
    assert total_of("jekulo-apa-adanya") == ["5 hari", "120 menit"]
