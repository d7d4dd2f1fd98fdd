"""Findings by what they are for: an agreement of January does not wait for December."""

from __future__ import annotations

import pytest

from doc_templates.findings import blocking
from doc_templates.kinerja import checks
from doc_templates.kinerja.hitung.triwulan import TRIWULAN
from tests.doc_templates.kinerja.checks.cacat import cacat, tentang
from tests.doc_templates.kinerja.contoh import BELUM, KECAMATAN, contoh, kecil

RUSAK = ("realisasi[0].triwulan[3].nilai", "abc")
BELANJA = ("realisasi_anggaran[0].keuangan[3]", "abc")


def test_a_broken_fourth_quarter_blocks_only_what_prints_it():
    data = cacat(RUSAK, BELANJA)

    assert checks.check_perjanjian(data) == []
    assert checks.check_rencana_aksi(data) == []
    assert [len(blocking(checks.check_triwulan(data, ke))) for ke in TRIWULAN] == [0, 0, 0, 2]
    assert len(blocking(checks.check_tahunan(data))) == 2


def test_a_broken_first_quarter_blocks_every_report_that_adds_it_up():
    data = cacat(("realisasi[0].triwulan[0].nilai", "abc"))

    assert all(blocking(checks.check_triwulan(data, ke)) for ke in TRIWULAN)
    assert checks.check_perjanjian(data) == []


def test_a_broken_target_blocks_every_document():
    data = cacat(("perjanjian[0].target[0].tahunan", "seratus"))

    assert blocking(checks.check_perjanjian(data))
    assert blocking(checks.check_rencana_aksi(data))
    assert blocking(checks.check_triwulan(data, 2))
    assert blocking(checks.check_tahunan(data))


def test_a_revision_that_is_not_in_force_yet_does_not_hold_up_the_quarter():
    later = kecil()["perjanjian"][0] | {
        "ke": 1,
        "tanggal": "7 Oktober 2024",
        "target": [{"indikator": "I", "tahunan": "seratus"}],
    }
    data = cacat(("perjanjian[+]", later))

    assert blocking(checks.check_triwulan(data, 3)) == []
    assert blocking(checks.check_triwulan(data, 4))
    assert blocking(checks.check_perjanjian(data, ke=0)) == []
    assert blocking(checks.check_perjanjian(data, ke=1))


def test_an_agreement_of_one_unit_is_not_held_up_by_another_s_indicator():
    data = contoh(KECAMATAN)
    rows = [each for each in data.perjanjian[0].target if each.indikator != "IKK-4.1"]
    first = data.perjanjian[0].model_copy(update={"target": tuple(rows)})
    broken = data.model_copy(update={"perjanjian": (first, *data.perjanjian[1:])})

    assert blocking(checks.check_perjanjian(broken, unit="SEKSI-TRANTIB", ke=0))
    assert blocking(checks.check_perjanjian(broken, unit="SEKSI-PELUM", ke=0)) == []


@pytest.mark.parametrize(
    ("mulai", "code"), [("1 Februari 2024", "W-OFFICIAL-ABSENT"), ("2 Januari 2023", None)]
)
def test_an_agreement_needs_its_official_on_its_day(mulai, code):
    data = cacat(("pejabat[1].mulai", mulai))
    found = checks.check_perjanjian(data, unit="DINAS", ke=0)

    assert [each.code for each in found] == ([code] if code else [])


def test_two_officials_on_the_day_of_a_document_block_it():
    other = {"unit": "DINAS", "jabatan": "KEPALA DINAS CONTOH", "mulai": "1 Juli 2024"}
    data = cacat(("pejabat[+]", other))

    assert tentang(blocking(checks.check_triwulan(data, 2)), "W-TERM-OVERLAP")
    assert blocking(checks.check_triwulan(data, 1)) == []
    assert blocking(checks.check_perjanjian(data, unit="DINAS", ke=0)) == []


def test_the_superior_must_hold_their_post_too():
    data = cacat(("pejabat[0].mulai", "1 Juli 2024"))
    (found,) = checks.check_perjanjian(data, unit="DINAS", ke=0)

    assert found.code == "W-OFFICIAL-ABSENT"
    assert "Bupati Kudus" in found.sentence


def test_an_action_plan_without_quarters_is_told_what_it_lacks():
    data = cacat(triwulan=BELUM)

    assert tentang(checks.check_rencana_aksi(data), "W-MILESTONE-ABSENT")


def test_no_finding_is_told_twice():
    data = cacat(RUSAK, BELANJA, ("unit[1].induk", "GUBERNUR"))
    for found in (checks.check(data), checks.check_tahunan(data), checks.check_triwulan(data, 4)):
        assert len(found) == len(set(found))
