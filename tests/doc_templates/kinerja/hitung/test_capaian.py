"""An indicator's year: quarters taken together, held against targets, bounded by policy."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doc_templates.kinerja.hitung import capaian
from doc_templates.kinerja.hitung.triwulan import TRIWULAN, versi_untuk
from doc_templates.kinerja.nilai import Angka, Ketiadaan, Predikat, TakTerbaca, Tiada
from doc_templates.kinerja.pembulatan import bulatkan
from doc_templates.kinerja.rumus import TAK_TERHITUNG
from tests.doc_templates.kinerja.contoh import BELUM, index_satu

quarters = st.tuples(*[st.integers(0, 10_000)] * 4)
gaps = st.tuples(*[st.none() | st.integers(0, 10_000)] * 4)
absent = st.sampled_from([None, "", "belum tersedia", "tidak berlaku", "Belum Tersedia"])


def tahun(**fields):
    """The year's achievement of the one indicator."""
    index = index_satu(**fields)
    return capaian.capaian_tahun(index, "I", versi_untuk(index, 4))


def turun(rumus, target, realisasi, **kebijakan):
    return tahun(
        target=target,
        realisasi=(None, None, None, realisasi),
        polaritas="rendah",
        rumus=rumus,
        cara_hitung="nilai_akhir",
        kebijakan=kebijakan,
    )


@pytest.mark.parametrize(
    ("rumus", "realisasi", "bawah_nol", "tercetak"),
    [
        ("F2", 8, True, "120,00"),
        ("F3", 8, True, "125,00"),
        ("F2", 25, False, "-50,00"),
        ("F2", 25, True, "0,00"),
        ("F3", 25, True, "40,00"),
        ("F2", 0, True, "200,00"),
        ("F3", 0, True, TAK_TERHITUNG),
    ],
)
def test_the_check_pairs_of_the_facts_hold_through_the_data(rumus, realisasi, bawah_nol, tercetak):
    """With a target of ten; below zero is floored only where the policy says so."""
    assert turun(rumus, 10, realisasi, batas_bawah_nol=bawah_nol).teks == tercetak


@pytest.mark.parametrize("rumus", ["F1", "F2", "F3"])
def test_a_target_of_zero_has_no_achievement_but_a_reason(rumus):
    result = tahun(
        target=0,
        rumus=rumus,
        polaritas="tinggi" if rumus == "F1" else "rendah",
        realisasi=(0, 0, 0, 3),
    )

    assert result.teks == TAK_TERHITUNG
    assert "nol tidak dapat menjadi pembagi" in result.alasan


@given(quarters)
def test_a_sum_adds_every_quarter(values):
    index = index_satu(realisasi=values)
    together = capaian.realisasi_sampai(index, "I")

    assert isinstance(together.nilai, Angka)
    assert together.nilai.nilai == sum(values)
    assert together.kosong == ()


@given(gaps)
def test_zero_counts_as_filled_and_blank_does_not(values):
    """What is missing is told apart from nought, and is never added."""
    index = index_satu(realisasi=values)
    together = capaian.realisasi_sampai(index, "I")
    filled = [each for each in values if each is not None]

    assert together.kosong == (
        tuple(ke for ke in TRIWULAN if values[ke - 1] is None) if filled else TRIWULAN
    )
    if filled:
        assert isinstance(together.nilai, Angka)
        assert together.nilai.nilai == sum(filled)
    else:
        assert isinstance(together.nilai, Tiada)


@given(gaps)
def test_the_last_filled_quarter_stands_for_the_year(values):
    """A quarter missing in the middle or at the end does not stop the last value."""
    index = index_satu(realisasi=values, cara_hitung="nilai_akhir")
    read = capaian.realisasi_sampai(index, "I").nilai
    filled = [each for each in values if each is not None]

    assert (read.nilai if isinstance(read, Angka) else None) == (filled[-1] if filled else None)


@given(gaps, st.integers(0, 4))
def test_a_mean_is_rounded_once_to_the_digits_of_its_indicator(values, desimal):
    index = index_satu(realisasi=values, cara_hitung="rata_rata", desimal=desimal)
    read = capaian.realisasi_sampai(index, "I").nilai
    filled = [each for each in values if each is not None]

    if len(filled) > 1:
        assert isinstance(read, Angka)
        assert read.nilai == bulatkan(Fraction(sum(filled), len(filled)), desimal)


@given(st.integers(1, 10_000), st.integers(0, 10_000), st.sampled_from([None, 100, 120, 150]))
def test_an_achievement_keeps_its_raw_number_beside_the_bound(target, realisasi, atas):
    """The capped number is printed, the computed one stays to be shown under the table."""
    result = tahun(
        target=target,
        realisasi=(None, None, None, realisasi),
        kebijakan={"batas_atas": atas},
    )
    exact = bulatkan(Fraction(realisasi * 100, target), 2)

    assert result.mentah == exact
    assert result.nilai == (exact if atas is None else min(exact, Decimal(atas)))


@given(absent)
def test_a_missing_realisation_is_its_word_all_the_way(tertulis):
    """Never blank, never NaN, never nought."""
    word = "tidak berlaku" if tertulis == "tidak berlaku" else "belum tersedia"
    result = tahun(realisasi=(tertulis,) * 4)

    assert result.nilai is None
    assert result.teks.casefold() == word


def test_not_applicable_before_the_year_begins_in_the_middle():
    """Quarters that do not apply are no gaps; the rest makes the year."""
    index = index_satu(realisasi=("tidak berlaku", "tidak berlaku", 30, 70))
    together = capaian.realisasi_sampai(index, "I")

    assert together.dari == (3, 4)
    assert together.kosong == ()


def test_an_ambiguous_number_is_computed_with_never():
    result = tahun(desimal=None, satuan="Persen", realisasi=(None, None, None, "1.234"))

    assert result.teks == TAK_TERHITUNG
    assert result.alasan == "realisasi s.d. TW IV “1.234” tidak terbaca"


@given(quarters, st.tuples(*[st.integers(1, 10_000)] * 4), st.sampled_from(TRIWULAN))
def test_the_running_sum_holds_the_same_quarters_of_both_sides(realisasi, triwulan, ke):
    """F4: filled quarters of realisation against the milestones of those quarters."""
    index = index_satu(realisasi=realisasi, triwulan=triwulan, target=sum(triwulan))
    result = capaian.capaian_sampai(index, "I", index.versi[0], ke)

    assert result.rumus.kode == "F4"
    assert result.mentah == bulatkan(Fraction(sum(realisasi[:ke]) * 100, sum(triwulan[:ke])), 2)


def test_a_running_sum_leaves_out_a_quarter_that_one_side_lacks():
    index = index_satu(realisasi=(10, None, 30, None), triwulan=(10, 20, 30, 40))

    assert capaian.capaian_sampai(index, "I", index.versi[0], 3).mentah == 100


def predikat(target, realisasi):
    return {
        "rumus": "F6",
        "skala": "opini-bpk",
        "cara_hitung": "nilai_akhir",
        "desimal": None,
        "satuan": "Opini",
        "target": target,
        "triwulan": ("tidak berlaku", "tidak berlaku", "tidak berlaku", target),
        "realisasi": (None, None, None, realisasi),
    }


def test_predicates_are_compared_by_their_scores_and_printed_as_written():
    index = index_satu(**predikat("WTP", "WDP"))
    read = capaian.realisasi_sampai(index, "I").nilai
    result = capaian.capaian_tahun(index, "I", index.versi[0])

    assert isinstance(read, Predikat)
    assert read.teks == "WDP"
    assert result.nilai is not None
    assert 0 < result.nilai < 100


def test_a_predicate_outside_its_scale_is_a_question_with_all_answers():
    read = capaian.realisasi_sampai(index_satu(**predikat("WTP", "Bagus")), "I").nilai

    assert isinstance(read, TakTerbaca)
    assert "WTP" in read.pilihan


@pytest.mark.parametrize(
    ("capaian_", "sebutan"),
    [("90.4", "Tinggi"), ("91", "Sangat Tinggi"), ("75.5", "Sedang"), ("65.7", "Rendah"),
     ("50.99", "Sangat Rendah"), ("0", "Sangat Rendah"), ("300", "Sangat Tinggi")],
)  # fmt: skip
def test_the_gaps_between_classes_belong_to_the_lower_one(capaian_, sebutan):
    """90,4 and 75,5 and 65,7 lie between the printed classes; the rule under the table holds."""
    index = index_satu()

    assert index.kelas.predikat(Decimal(capaian_)) == sebutan


@given(st.integers(0, 60), st.integers(10, 20), st.integers(21, 40))
def test_within_a_range_the_achievement_is_whole(realisasi, bawah, atas):
    result = tahun(
        target=f"{bawah}–{atas}",
        triwulan=("tidak berlaku", "tidak berlaku", "tidak berlaku", f"{bawah}–{atas}"),
        realisasi=(None, None, None, realisasi),
        polaritas="rentang",
        rumus="F7",
        cara_hitung="nilai_akhir",
    )
    bound = min(max(realisasi, bawah), atas)
    expected = 100 if realisasi == bound else bulatkan(Fraction(realisasi * 100, bound), 2)

    assert result.mentah == expected


def test_without_a_version_there_is_no_target():
    index = index_satu(triwulan=BELUM)

    assert isinstance(capaian.target_tahun(index, "I", None), Tiada)
    assert capaian.capaian_tahun(index, "I", None).alasan == "target tahunan belum tersedia"
    assert isinstance(capaian.target_triwulan(index, "I", index.versi[0], 2), Tiada)


def test_a_target_that_does_not_apply_says_so():
    result = tahun(target="tidak berlaku")

    assert result.teks == Ketiadaan.TIDAK_BERLAKU.value


def test_quarters_that_never_meet_have_no_running_achievement_but_a_reason():
    """A value in one quarter and a milestone in another cannot be held against each other."""
    index = index_satu(realisasi=(10, None, None, None), triwulan=(None, 20, None, None))
    result = capaian.capaian_sampai(index, "I", index.versi[0], 4)

    assert result.teks == TAK_TERHITUNG
    assert result.alasan.endswith("tidak terisi pada triwulan yang sama")
