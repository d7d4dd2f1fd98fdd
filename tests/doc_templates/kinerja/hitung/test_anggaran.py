"""Money: wholes from parts, absorption, outputs, and the ways of telling efficiency."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doc_templates.kinerja.baca import baca_uang
from doc_templates.kinerja.hitung import anggaran
from doc_templates.kinerja.index import index_of
from doc_templates.kinerja.model import DataKinerja
from doc_templates.kinerja.nilai import KOSONG, Angka
from doc_templates.kinerja.pembulatan import bulatkan
from doc_templates.kinerja.rumus import TAK_TERHITUNG
from tests.doc_templates.kinerja.contoh import DINAS, KECAMATAN, index_contoh, kecil

amounts = st.lists(st.integers(0, 10**12), min_size=1, max_size=6)


def dengan(pagu=1000, keuangan=(200, 300, 250, 150), keluaran=(1, 1, 1, 1), efisiensi=""):
    """The small data set with other money."""
    data = kecil()
    programme = data["perjanjian"][0]["program"][0]
    programme["kegiatan"][0]["sub_kegiatan"][0]["anggaran"] = pagu
    programme["anggaran"] = programme["kegiatan"][0]["anggaran"] = None
    data["realisasi_anggaran"][0] |= {
        "keuangan": list(keuangan), "keluaran": list(keluaran), "efisiensi": efisiensi
    }  # fmt: skip
    return index_of(DataKinerja.model_validate(data))


@given(amounts)
def test_a_whole_without_its_own_amount_is_the_sum_of_its_parts(values):
    data = kecil()
    kegiatan = data["perjanjian"][0]["program"][0]["kegiatan"][0]
    part = kegiatan["sub_kegiatan"][0]
    kegiatan["sub_kegiatan"] = [
        {**part, "kode": f"P.1.{at}", "anggaran": each} for at, each in enumerate(values)
    ]
    kegiatan["anggaran"] = data["perjanjian"][0]["program"][0]["anggaran"] = None
    index = index_of(DataKinerja.model_validate(data))

    total = anggaran.total_pagu(index.versi[0])

    assert isinstance(total, Angka)
    assert total.nilai == sum(values)


@given(st.integers(1, 10**12), st.tuples(*[st.integers(0, 10**11)] * 4))
def test_absorption_is_spending_over_budget(pagu, keuangan):
    index = dengan(pagu=pagu, keuangan=keuangan)
    line = index.versi[0].isi.program[0]
    result = anggaran.serapan(index, anggaran.pagu(line), anggaran.belanja_sampai(index, line))

    assert result.nilai == bulatkan(Fraction(sum(keuangan) * 100, pagu), 2)


@pytest.mark.parametrize(
    ("pagu", "terpakai", "kata"),
    [
        (Decimal(0), Decimal(0), TAK_TERHITUNG),
        (None, Decimal(5), "belum tersedia"),
        (Decimal(5), None, "belum tersedia"),
        ("tidak berlaku", Decimal(5), "tidak berlaku"),
        ("1.234", Decimal(5), TAK_TERHITUNG),
    ],
)
def test_absorption_without_a_number_is_a_word(pagu, terpakai, kata):
    result = anggaran.serapan(dengan(), baca_uang(pagu), baca_uang(terpakai))

    assert result.nilai is None
    assert result.teks == kata
    assert result.alasan


@pytest.mark.parametrize(
    ("varian", "pagu", "sebutan"),
    [
        ("A", 1000, "efisien"),
        ("A", 900, "cukup efisien"),
        ("A", 855, "tidak efisien"),
        ("B", 1000, "efisien"),
        ("B", 900, "efisien"),
        ("B", 855, "kurang efisien"),
    ],
)
def test_efficiency_compares_achievement_with_absorption(varian, pagu, sebutan):
    """900 spent, and every output delivered: by a margin of five points, or by none."""
    index = _with_variant(dengan(pagu=pagu), varian)
    kegiatan = index.versi[0].anggaran[1]
    (sub,) = kegiatan.item.sub_kegiatan

    result = anggaran.efisiensi_of(index, kegiatan, anggaran.capaian_keluaran(index, sub))

    assert result.sebutan == sebutan


def test_efficiency_in_the_office_s_own_words():
    """Variant C prints what was typed, and says so where nothing was."""
    for typed, word in (("Rapat digabungkan.", "Rapat digabungkan."), ("", "belum tersedia")):
        index = _with_variant(dengan(efisiensi=typed), "C")
        (sub,) = index.versi[0].anggaran[1].item.sub_kegiatan
        done = anggaran.capaian_keluaran(index, sub)

        assert anggaran.efisiensi_of(index, index.versi[0].anggaran[1], done).sebutan == word


def test_efficiency_without_spending_cannot_be_told():
    index = dengan(keuangan=(None, None, None, None))
    kegiatan = index.versi[0].anggaran[1]
    done = anggaran.capaian_keluaran(index, kegiatan.item.sub_kegiatan[0])

    assert anggaran.efisiensi_of(index, kegiatan, done).sebutan == TAK_TERHITUNG


def test_without_a_version_nothing_was_spent_or_planned():
    assert anggaran.total_pagu(None) is KOSONG
    assert anggaran.total_belanja(dengan(), None) is KOSONG


@pytest.mark.parametrize("nama", [DINAS, KECAMATAN])
def test_the_quarters_of_a_real_budget_add_up_to_its_year(nama):
    index = index_contoh(nama)
    for line in index.versi[-1].anggaran:
        quarters = [anggaran.belanja(index, line.item, ke) for ke in (1, 2, 3, 4)]
        year = anggaran.belanja_sampai(index, line.item)

        assert isinstance(year, Angka)
        assert year.nilai == sum(each.nilai for each in quarters if isinstance(each, Angka))


def _with_variant(index, varian):
    policy = index.data.kebijakan.model_copy(update={"efisiensi": varian})
    return index_of(index.data.model_copy(update={"kebijakan": policy}))
