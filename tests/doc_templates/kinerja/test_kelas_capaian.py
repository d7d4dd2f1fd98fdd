"""Classes of achievement: tables with a stated rule for the gaps."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doc_templates.kinerja.acuan.butir_reviu import butir_reviu
from doc_templates.kinerja.acuan.kelas_capaian import KelasCapaian, kelas_capaian

TABLES = list(kelas_capaian().values())
by_name = pytest.mark.parametrize("table", TABLES, ids=lambda each: each.nama)


@pytest.mark.parametrize(
    ("nama", "capaian", "sebutan"),
    [
        ("permendagri-86-2017", "100", "Sangat Tinggi"),
        ("permendagri-86-2017", "91", "Sangat Tinggi"),
        ("permendagri-86-2017", "90.4", "Tinggi"),
        ("permendagri-86-2017", "75.5", "Sedang"),
        ("permendagri-86-2017", "65.7", "Rendah"),
        ("permendagri-86-2017", "50.99", "Sangat Rendah"),
        ("permendagri-86-2017", "250", "Sangat Tinggi"),
        ("permendagri-86-2017", "-50", "Sangat Rendah"),
        ("permendagri-86-2017-baik", "90.4", "Baik"),
        ("lan", "85", "Sangat Baik"),
        ("lan", "85.01", "Memuaskan"),
        ("lan", "30", "Kurang"),
        ("tiga-warna", "90", "Kuning"),
        ("tiga-warna", "90.01", "Hijau"),
        ("tiga-warna", "69.99", "Merah"),
    ],
)
def test_gaps_and_ends_follow_the_stated_rule(nama: str, capaian: str, sebutan: str) -> None:
    """90,4 stands in no printed class; the table's rule says where it belongs."""
    assert kelas_capaian()[nama].predikat(Decimal(capaian)) == sebutan


@by_name
@given(a=st.decimals(-500, 500, places=2), b=st.decimals(-500, 500, places=2))
def test_more_never_gives_a_lower_class(table: KelasCapaian, a: Decimal, b: Decimal) -> None:
    """Every number has a class, and classes keep the order of the numbers."""
    order = [each.sebutan for each in table.kelas]
    low, high = sorted((a, b))

    assert order.index(table.predikat(high)) <= order.index(table.predikat(low))


@by_name
def test_the_printed_line_names_every_class_and_the_rule(table: KelasCapaian) -> None:
    """A reader of the page can class every number without asking."""
    assert all(f"{each.rentang} {each.sebutan}" in table.bunyi for each in table.kelas)
    assert table.aturan in table.bunyi
    assert table.sumber


def test_the_review_asks_about_format_mechanism_and_substance() -> None:
    """Three parts, each question with a code of its own."""
    codes = [each.kode for each in butir_reviu()]

    assert len(codes) == len(set(codes))
    assert {each.bagian for each in butir_reviu()} == {
        "Format",
        "Mekanisme penyusunan",
        "Substansi",
    }
