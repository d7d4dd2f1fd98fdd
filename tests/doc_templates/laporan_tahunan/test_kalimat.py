"""Indonesian of the computed sentences."""

from __future__ import annotations

import pytest

from doc_templates.laporan_tahunan import kalimat
from doc_templates.laporan_tahunan.bahan import Bahan, Capaian, bahan_of
from tests.doc_templates.laporan_tahunan.reports import report


@pytest.mark.parametrize(
    ("items", "said"),
    [
        ([], ""),
        (["a"], "a"),
        (["a", "b"], "a dan b"),
        (["a", "b", "c"], "a, b, dan c"),
    ],
)
def test_items_are_joined_as_in_a_sentence(items: list[str], said: str) -> None:
    """Two without a comma, three and more with one before “dan”."""
    assert kalimat.rangkai(items) == said


@pytest.mark.parametrize(
    ("number", "said"), [(0, "nol"), (11, "sebelas"), (12, "12"), (1200, "1.200")]
)
def test_small_numbers_are_words(number: int, said: str) -> None:
    """What one word says is written as a word."""
    assert kalimat.bilangan(number) == said


def of(code: str) -> tuple[Bahan, Capaian]:
    bahan = bahan_of(report())
    return bahan, next(each for each in bahan.capaian if each.baris.kunci == code)


def test_a_falling_number_is_better_where_lower_is_better() -> None:
    """The direction is told by the indicator's polarity, not by the sign."""
    bahan, waiting = of("IKU-2.3")
    _, spbe = of("IKU-1.1")

    assert ", turun 3,4 dari 15,4 pada tahun 2023, yang berarti membaik." in (
        kalimat.kalimat_antartahun(bahan, waiting)
    )
    assert ", naik " in kalimat.kalimat_antartahun(bahan, spbe)
    assert "yang berarti membaik." in kalimat.kalimat_antartahun(bahan, spbe)


def test_predicates_rise_in_scores_and_are_named() -> None:
    """A qualification is no quantity: the change is one of scores."""
    bahan, openness = of("IKU-2.1")

    assert kalimat.kalimat_antartahun(bahan, openness) == (
        "Kualifikasi keterbukaan informasi publik terealisasi Informatif (Kualifikasi) pada tahun "
        "2024, naik 1 dalam skor predikat dari Menuju Informatif pada tahun 2023, yang berarti "
        "membaik."
    )


def test_what_others_reached_is_compared_without_a_judgement() -> None:
    """Higher, lower or equal; a missing comparison says why."""
    bahan, spbe = of("IKU-1.1")
    nation, province = bahan.index.pembanding["IKU-1.1"]
    _, statistics = of("IKU-3.1")
    (unknown,) = bahan.index.pembanding["IKU-3.1"]

    assert "lebih tinggi 0,46 daripada Nasional tahun 2024 (3,12)." in (
        kalimat.kalimat_pembanding(bahan, spbe, nation)
    )
    assert "lebih rendah 0,44 daripada Provinsi Jawa Tengah tahun 2024 (4,02)." in (
        kalimat.kalimat_pembanding(bahan, spbe, province)
    )
    assert kalimat.kalimat_pembanding(bahan, statistics, unknown).endswith(
        "selisihnya dari Nasional tahun 2024 belum tersedia karena pembanding belum tersedia."
    )
