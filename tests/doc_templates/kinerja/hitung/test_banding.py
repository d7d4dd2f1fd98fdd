"""An indicator beside other years, the plan's end, and others."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from doc_templates.kinerja.hitung import banding
from doc_templates.kinerja.index import index_of
from doc_templates.kinerja.model import DataKinerja
from doc_templates.kinerja.nilai import Angka, Tiada
from doc_templates.kinerja.pembulatan import bulatkan
from tests.doc_templates.kinerja.contoh import index_satu, kecil


def lalu(realisasi, tahun=2023, target=100):
    return [{"indikator": "I", "tahun": tahun, "target": target, "realisasi": realisasi}]


@settings(max_examples=40)
@given(st.integers(1, 10_000), st.integers(0, 2_500))
def test_growth_and_change_are_from_the_year_before(before, quarter):
    index = index_satu(realisasi=(quarter,) * 4, lalu=lalu(before))

    assert banding.perubahan(index, "I", 2024).nilai == 4 * quarter - before
    assert banding.pertumbuhan(index, "I", 2024).nilai == bulatkan(
        Fraction((4 * quarter - before) * 100, before), 2
    )


def test_growth_from_nought_cannot_be_computed_but_the_change_can():
    index = index_satu(lalu=lalu(0))

    assert banding.perubahan(index, "I", 2024).nilai == 100
    assert banding.pertumbuhan(index, "I", 2024).teks == "tidak dapat dihitung"


def test_a_year_that_was_not_recorded_is_a_word():
    index = index_satu()

    assert isinstance(banding.realisasi_of(index, "I", 2023), Tiada)
    assert banding.perubahan(index, "I", 2024).teks == "belum tersedia"
    assert banding.capaian_of(index, "I", 2023).teks == "belum tersedia"


def test_a_year_before_measuring_began_does_not_apply():
    index = index_satu(lalu=lalu("tidak berlaku", target="tidak berlaku"))

    assert banding.perubahan(index, "I", 2024).teks == "tidak berlaku"
    assert banding.capaian_of(index, "I", 2023).teks == "tidak berlaku"


def test_every_year_is_measured_by_the_same_formula():
    index = index_satu(
        rumus="F3", polaritas="rendah", cara_hitung="nilai_akhir", lalu=lalu(80), target=100
    )

    assert banding.capaian_of(index, "I", 2023).nilai == Decimal("125.00")


def test_predicates_rise_by_scores_and_grow_by_no_percent():
    index = index_satu(
        rumus="F6",
        skala="opini-bpk",
        cara_hitung="nilai_akhir",
        target="WTP",
        triwulan=("tidak berlaku",) * 3 + ("WTP",),
        realisasi=("tidak berlaku",) * 3 + ("WTP",),
        lalu=lalu("WDP", target="WTP"),
    )

    assert banding.perubahan(index, "I", 2024).nilai == 1
    assert banding.pertumbuhan(index, "I", 2024).teks == "tidak berlaku"


@pytest.mark.parametrize(("cara", "nilai"), [("nilai_akhir", 100), ("jumlah", 180)])
def test_progress_takes_the_last_year_or_all_years_of_the_plan(cara, nilai):
    """Sums run from the first year of the plan; earlier years do not count."""
    data = kecil(cara_hitung_renstra=cara, lalu=[*lalu(80), *lalu(500, 2019)])
    data["renstra"] |= {"tahun_awal": 2023}
    index = index_of(DataKinerja.model_validate(data))
    counted = banding.realisasi_renstra(index, "I")

    assert isinstance(counted.nilai, Angka)
    assert counted.nilai.nilai == nilai


def test_progress_says_which_years_are_missing_from_its_sum():
    data = kecil(cara_hitung_renstra="jumlah")
    data["renstra"] |= {"tahun_awal": 2022}
    index = index_of(DataKinerja.model_validate(data))

    assert banding.realisasi_renstra(index, "I").kosong == (2022, 2023)


@settings(max_examples=40)
@given(st.decimals(0, 500, places=2))
def test_the_gap_to_others_is_in_the_indicator_s_own_digits(nilai):
    data = kecil(desimal=2) | {
        "pembanding": [
            {"indikator": "I", "lingkup": "Nasional", "tahun": 2024, "nilai": nilai, "sumber": "X"}
        ]
    }
    index = index_of(DataKinerja.model_validate(data))
    (other,) = index.pembanding["I"]

    gap = banding.selisih_pembanding(index, "I", other)

    assert gap.nilai == 100 - nilai
    assert gap.digit == 2
