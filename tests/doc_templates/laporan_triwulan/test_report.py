"""A quarterly report says its quarter, its promise and its signatory, and knows what it printed."""

from __future__ import annotations

import copy

import pytest

from doc_templates.kinerja.index import index_of
from doc_templates.kinerja.model import DataKinerja
from doc_templates.laporan_triwulan import KIND
from doc_templates.laporan_triwulan.model import LaporanTriwulan
from doc_templates.laporan_triwulan.text import tables
from tests.doc_templates.laporan_triwulan.reports import ISSUE, codes, report


@pytest.mark.parametrize(("ke", "roman"), [(1, "I"), (2, "II"), (3, "III"), (4, "IV")])
def test_a_report_names_its_quarter_and_its_date(ke: int, roman: str):
    """Title, subject and date follow the quarter; the register counts by year and office."""
    model = report(triwulan=ke)

    context, description = KIND.context(model, ISSUE), KIND.describe(model)

    assert context["judul"] == f"LAPORAN KINERJA TRIWULAN {roman} TAHUN 2024"
    assert f"Triwulan {roman} Tahun 2024" in description.title
    day = model.data.tanggal_laporan.triwulan[ke - 1]
    assert context["penanda"]["tempat_tanggal"] == f"Kudus, {day}"
    assert description.year == 2024
    assert description.register.endswith("/dinas-komunikasi-dan-informatika")
    assert context["nomor"] == ISSUE.number


def test_targets_are_those_of_the_agreement_in_force():
    """Before the revision of October the first agreement holds, after it the revision."""
    second, fourth = (
        " ".join(KIND.context(report(triwulan=ke), ISSUE)["pembuka"]) for ke in (2, 4)
    )

    assert "(Murni)" in second
    assert "(Perubahan I)" in fourth


@pytest.mark.parametrize(
    ("tanggal", "sebutan"),
    [("28 Juni 2024", "CAMAT JEKULO"), ("14 Oktober 2024", "Plt. CAMAT JEKULO")],
)
def test_the_official_of_the_report_s_day_signs(tanggal: str, sebutan: str):
    """An acting official signs from the day on which they took over, whoever reads it later."""
    model = report("kecamatan-tw-3", tanggal=tanggal)

    assert KIND.context(model, ISSUE)["penanda"]["sebutan"] == sebutan
    (signatory,) = KIND.describe(model).signatories
    assert signatory.label == sebutan


def test_own_words_take_the_place_of_the_standard_ones():
    """What an office typed is printed as typed."""
    words = ("Alinea   kantor.", "Alinea\nkedua.")

    assert KIND.context(report(pengantar=words), ISSUE)["pembuka"][:2] == list(words)


def test_the_summary_says_what_the_tables_say():
    """Indicators are counted as their cells say, and the money is that of the sum."""
    model = report()
    *_, counted, spent = KIND.context(model, ISSUE)["pembuka"]
    achievement, _, budget = tables(model, index_of(model.data))

    rows = [each for each in achievement.baris if each.jenis == "isi"]
    known = [
        cell.angka
        for each in rows
        if (cell := achievement.sel_of(each, "capaian_tw")).angka is not None
    ]
    assert f"Dari {len(rows)} indikator kinerja, {len(known)} di antaranya" in counted
    assert f": {sum(each >= 100 for each in known)} mencapai" in counted
    assert f"Capaian {len(rows) - len(known)} indikator lainnya" in counted
    total = budget.baris[-1]
    assert all(
        budget.sel_of(total, key).teks in spent for key in ("pagu", "realisasi_sd", "serapan")
    )


def test_an_empty_data_set_has_nothing_to_sum_up():
    """Without aims and without a budget, no sentence counts anything."""
    renstra = {**KIND.sample("dinas-tw-2")["data"]["renstra"], "tujuan": []}
    model = report(data={"renstra": renstra, "perjanjian": []})

    shown = KIND.context(model, ISSUE)["pembuka"]

    assert len(shown) == 2
    assert "belum tersedia" in shown[-1]


def test_a_report_of_a_unit_prints_its_aims_only():
    """The heads of other units do not stand in it; its own head signs."""
    model = report(unit="SEKRETARIAT")

    printed = {each.subjek for each in KIND.isi(model)}
    whole = {each.subjek for each in KIND.isi(report())}
    assert printed < whole
    assert "SEKRETARIS" in KIND.context(model, ISSUE)["penanda"]["sebutan"]
    assert "Sekretariat" in KIND.describe(model).title


def test_samples_of_the_office_can_be_issued():
    """Nothing that must be seen is said of the four quarters."""
    assert [codes(report(triwulan=ke)) for ke in (1, 2, 3, 4)] == [{}, {}, {}, {}]


def test_what_is_wrong_is_told_with_its_place():
    """An unknown unit, a date before the quarter's end, no number and no way to one."""
    assert codes(report(unit="BAGIAN-X"))["unit"] == "W-REF-UNKNOWN"
    early = report(tanggal="1 Juni 2024")
    assert codes(early)["data.tanggal_laporan.triwulan[1]"] == "W-REPORT-DATE"
    assert codes(report(penomoran=None))["nomor"] == "W-NUMBER-MISSING"


def test_a_control_character_in_the_data_is_found_before_printing():
    """It is told with its place, so that nobody meets it in the worker."""
    plain = KIND.sample("dinas-tw-2")["data"]
    plain["realisasi"][0]["triwulan"][1]["pendorong"] = "rusak\x0b"

    model = LaporanTriwulan.model_validate({**KIND.sample("dinas-tw-2"), "data": plain})

    assert codes(model)["data.realisasi[0].triwulan[1].pendorong"] == "W-CHARACTER"


def test_a_changed_realisation_changes_the_reports_from_its_quarter_on():
    """A new value of the second quarter is in the second to fourth reports, not in the first."""
    old = KIND.sample("dinas-tw-2")["data"]
    new = copy.deepcopy(old)
    for each in new["realisasi"][1]["triwulan"]:
        if each["ke"] == 2:
            each["nilai"] = "90,01"
    newer = DataKinerja.model_validate(new)

    changed = [
        ke
        for ke in (1, 2, 3, 4)
        if KIND.isi(KIND.perbarui(report(triwulan=ke), newer)) != KIND.isi(report(triwulan=ke))
    ]

    assert changed[0] == 2
    assert 1 not in changed


def test_data_of_another_year_or_office_renew_nothing():
    """A report is renewed by its own office's data of its own year alone."""
    other = DataKinerja.model_validate(KIND.sample("kecamatan-tw-3")["data"])
    later = report().data.model_copy(update={"tahun": 2025})

    assert KIND.perbarui(report(), other) is None
    assert KIND.perbarui(report(), later) is None


def test_a_data_set_gives_four_reports_that_are_whole_with_it():
    """Each derived file needs only its data set."""
    data = report().data

    derived = KIND.turunkan(data)

    assert list(derived) == ["tw-1", "tw-2", "tw-3", "tw-4"]
    models = [LaporanTriwulan.model_validate({**each, "data": data}) for each in derived.values()]
    assert [each.triwulan for each in models] == [1, 2, 3, 4]
    assert all(codes(each) == {} for each in models)
