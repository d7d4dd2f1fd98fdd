"""Sums: exact, of the numbers alone, and a word where there is none."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from doc_templates.kinerja.baca import baca_uang
from doc_templates.kinerja.hitung.jumlah import jumlahkan
from doc_templates.kinerja.nilai import KOSONG, Angka, Ketiadaan, TakTerbaca, Tiada
from doc_templates.uang import rupiah

sums = st.lists(st.decimals(0, 10**15, places=2), min_size=1, max_size=40)
TIDAK_BERLAKU = Tiada(Ketiadaan.TIDAK_BERLAKU, "tidak berlaku")


@given(sums)
def test_no_cent_is_lost(values):
    """Beyond 28 digits too: rupiah of a whole region are added exactly."""
    total = jumlahkan([baca_uang(each) for each in values], tulis=rupiah)

    assert isinstance(total, Angka)
    assert total.nilai == sum(values, Decimal(0))


@given(st.permutations([baca_uang(Decimal(5)), KOSONG, baca_uang("Rp7.000,00"), TIDAK_BERLAKU]))
def test_what_is_missing_is_not_added_in_any_order(values):
    total = jumlahkan(values)

    assert isinstance(total, Angka)
    assert total.nilai == 7005


def test_one_number_keeps_the_text_under_which_it_was_typed():
    assert jumlahkan([KOSONG, baca_uang("Rp 1.234.567")]).teks == "Rp 1.234.567"


def test_without_a_number_the_worst_word_stands():
    """Unreadable before missing, and missing before not applicable."""
    unreadable = baca_uang("seribu")

    assert isinstance(unreadable, TakTerbaca)
    assert jumlahkan([TIDAK_BERLAKU, KOSONG, unreadable]) is unreadable
    assert jumlahkan([TIDAK_BERLAKU, KOSONG]) is KOSONG
    assert jumlahkan([TIDAK_BERLAKU, TIDAK_BERLAKU]) == TIDAK_BERLAKU
    assert jumlahkan([]) is KOSONG
