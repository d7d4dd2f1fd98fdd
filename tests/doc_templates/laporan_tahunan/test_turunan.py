"""What the report prints of its data, and when a change of the data makes it outdated."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

from doc_templates.laporan_tahunan import KIND
from doc_templates.laporan_tahunan.model import LaporanTahunan
from tests.doc_templates.laporan_tahunan.reports import report

if TYPE_CHECKING:
    from doc_templates.kind import Tercetak


def renewed(plain: dict[str, Any]) -> frozenset[Tercetak]:
    """What the report would say on these data."""
    newer = LaporanTahunan.model_validate(plain)
    again = KIND.perbarui(report(), newer.data)
    assert again is not None
    return KIND.isi(again)


def test_the_same_data_say_the_same() -> None:
    """A report on unchanged data is not outdated."""
    assert renewed(KIND.sample("dinas")) == KIND.isi(report())


def test_one_changed_realisation_changes_what_the_report_says_of_that_indicator() -> None:
    """The second quarter of one indicator: its cause tables and sums, no other indicator's own."""
    plain = copy.deepcopy(KIND.sample("dinas"))
    row = next(each for each in plain["data"]["realisasi"] if each["indikator"] == "IKU-2.3")
    row["triwulan"][3]["nilai"] = "13,0"

    new = renewed(plain) - KIND.isi(report())

    assert {each.medan for each in new if each.subjek == "IKU-2.3"} >= {"realisasi.sd_tw4"}
    indicators = {each["indikator"] for each in plain["data"]["realisasi"]} - {"IKU-2.3"}
    assert not {each.subjek for each in new} & indicators


def test_a_changed_text_and_a_changed_reviewer_count() -> None:
    """Narrative is printed, so a new wording makes the issued report outdated."""
    plain = copy.deepcopy(KIND.sample("dinas"))
    plain["data"]["narasi"]["simpulan"][0] = "Simpulan yang lain."
    plain["data"]["reviu"]["tanggal"] = "25 Februari 2025"

    new = {(each.medan, each.nilai) for each in renewed(plain) - KIND.isi(report())}

    assert new == {
        ("narasi.simpulan[0]", "Simpulan yang lain."),
        ("tanggal", "25 Februari 2025"),
    }


def test_data_of_another_office_or_year_are_not_its_data() -> None:
    """Neither makes the report outdated."""
    other = report("kecamatan").data
    later = report().data.model_copy(update={"tahun": 2025})

    assert KIND.perbarui(report(), other) is None
    assert KIND.perbarui(report(), later) is None


def test_a_data_set_gives_one_report() -> None:
    """Named after what offices call it, numbered by the office's code."""
    assert KIND.turunkan(report().data) == {
        "lkjip": {"penomoran": {"klasifikasi": "000.8.6.3", "unit": "118-01"}}
    }
