"""What a written value means, read by its field."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doc_templates.kinerja.acuan.skala_predikat import SkalaPredikat, skala_predikat
from doc_templates.kinerja.baca import baca_angka, baca_predikat, baca_rentang, baca_uang
from doc_templates.kinerja.nilai import Angka, Ketiadaan, Predikat, Rentang, TakTerbaca, Tiada
from doc_templates.kinerja.pembulatan import cetak

BPK = skala_predikat()["opini-bpk"]


@pytest.mark.parametrize(
    ("teks", "nilai"),
    [
        ("1.234,5", "1234.5"),
        ("1,234.5", "1234.5"),
        ("97,25 %", "97.25"),
        ("97,25%", "97.25"),
        ("97,25 persen", "97.25"),
        ("1,5", "1.5"),
        ("1.5", "1.5"),
        ("0,812", "0.812"),
        ("0.812", "0.812"),
        ("1.234.567", "1234567"),
        ("1234,567", "1234.567"),
        ("-2,5", "-2.5"),
        ("−2,5", "-2.5"),
        ("76,50 (BB)", "76.50"),
        (" 12 ", "12"),
        ("0", "0"),
    ],
)
def test_a_number_with_one_reading_is_a_number(teks: str, nilai: str) -> None:
    """Both marks of both customs, signs, units and notes behind; printed as typed."""
    assert baca_angka(teks, satuan="Persen", desimal=None) == Angka(Decimal(nilai), teks)


@pytest.mark.parametrize("teks", ["1.234", "1,234", "999.000", "12.345 %"])
def test_three_digits_behind_one_mark_are_a_question(teks: str) -> None:
    """Thousands or thousandths: both are offered, none is chosen."""
    read = baca_angka(teks, satuan="Persen", desimal=2)

    assert isinstance(read, TakTerbaca)
    assert read.masalah == "ganda"
    assert len(read.pilihan) == 2
    offered = {baca_angka(each, desimal=2) for each in read.pilihan}
    assert all(isinstance(each, Angka) for each in offered)
    assert len(offered) == 2


def test_a_count_settles_the_question_and_so_do_thousandths() -> None:
    """A field of whole things has no 1,234; a field with three decimals writes the comma."""
    assert baca_angka("1.234", desimal=0) == Angka(Decimal(1234), "1.234")
    assert baca_angka("1,234", desimal=3) == Angka(Decimal("1.234"), "1,234")
    assert isinstance(baca_angka("1.234", desimal=3), TakTerbaca)


@pytest.mark.parametrize(
    ("teks", "masalah"),
    [
        ("12 orang", "satuan"),
        ("12 %", "satuan"),
        ("dua belas", "bukan_angka"),
        ("12..5", "bukan_angka"),
        ("12,", "bukan_angka"),
        ("1.23.4", "bukan_angka"),
        ("١٢", "bukan_angka"),
        ("=B2*100", "bukan_angka"),
        ("9" * 5000, "bukan_angka"),
        ("#DIV/0!", "bukan_angka"),
        ("NaN", "bukan_angka"),
    ],
)
def test_what_is_no_number_of_this_field_stays_text(teks: str, masalah: str) -> None:
    """It is kept to the letter, and never computed with."""
    read = baca_angka(teks, satuan="Dokumen", desimal=0)

    assert isinstance(read, TakTerbaca)
    assert (read.teks, read.masalah) == (teks, masalah)


def test_a_dash_is_asked_because_it_may_mean_three_things() -> None:
    """Nought, not applicable and not yet available are three different reports."""
    read = baca_angka("-", desimal=0)

    assert isinstance(read, TakTerbaca)
    assert read.pilihan == ("0", "tidak berlaku", "belum tersedia")


@pytest.mark.parametrize("teks", [None, "", "  "])
def test_blank_is_no_value_and_prints_as_a_word(teks: str | None) -> None:
    """Blank is not zero."""
    read = baca_angka(teks, desimal=0)

    assert isinstance(read, Tiada)
    assert (read.sebab, read.teks, read.kosong) == (
        Ketiadaan.BELUM_TERSEDIA,
        "belum tersedia",
        True,
    )


@pytest.mark.parametrize("teks", ["tidak berlaku", "Tidak  Berlaku", "TIDAK BERLAKU."])
def test_the_words_of_absence_are_values_of_their_own(teks: str) -> None:
    """Printed as typed, understood whatever the capitals."""
    for read in (baca_angka(teks, desimal=2), baca_uang(teks), baca_predikat(teks, skala=BPK)):
        assert read == Tiada(Ketiadaan.TIDAK_BERLAKU, teks)


@given(st.decimals(-(10**8), 10**8, allow_nan=False, allow_infinity=False, places=2))
def test_every_number_we_print_is_read_as_itself(nilai: Decimal) -> None:
    """What one document prints another can read: two decimals leave no doubt."""
    assert baca_angka(cetak(nilai, 2), desimal=2) == Angka(nilai, cetak(nilai, 2))


@given(st.text(max_size=30))
def test_reading_any_text_neither_fails_nor_loses_it(teks: str) -> None:
    """Whatever is typed gets one of the five answers, with its text."""
    for read in (baca_angka(teks, desimal=None), baca_rentang(teks, desimal=2), baca_uang(teks)):
        assert read.teks == teks or (isinstance(read, Tiada) and read.kosong)


def test_json_numbers_are_printed_with_the_digits_of_their_field() -> None:
    """A number has no written form; none of its digits is dropped."""
    assert baca_angka(Decimal(5), desimal=2).teks == "5,00"
    assert baca_angka(Decimal("5.125"), desimal=2).teks == "5,125"
    assert baca_angka(Decimal(1234), desimal=None).teks == "1.234"


@pytest.mark.parametrize(
    ("teks", "bawah", "atas"),
    [
        ("70–80", 70, 80),
        ("70 - 80", 70, 80),
        ("70 s.d. 80 %", 70, 80),
        ("70 sampai dengan 80", 70, 80),
        ("-2 - 3", -2, 3),
        ("75", 75, 75),
    ],
)
def test_a_range_has_two_ends(teks: str, bawah: int, atas: int) -> None:
    """A single number is a range of that number."""
    expected = Rentang(Decimal(bawah), Decimal(atas), teks)

    assert baca_rentang(teks, satuan="Persen", desimal=2) == expected


@pytest.mark.parametrize("teks", ["80–70", "a–b", "70–", "1.234–1.300"])
def test_a_range_that_is_none_stays_text(teks: str) -> None:
    """Reversed ends, missing ends and ambiguous ends are asked about."""
    assert isinstance(baca_rentang(teks, desimal=2), TakTerbaca)


def test_a_predicate_is_read_by_its_scale() -> None:
    """Short and long names, whatever their capitals and spaces."""
    assert baca_predikat("WTP", skala=BPK) == Predikat(Decimal(4), "WTP", "WTP")
    long = "wajar  tanpa pengecualian"
    assert baca_predikat(long, skala=BPK) == Predikat(Decimal(4), "WTP", long)


@pytest.mark.parametrize("tertulis", ["WTP-DPP", Decimal(4)])
def test_a_predicate_outside_its_scale_is_asked(tertulis: Decimal | str) -> None:
    """The scale's own predicates are offered."""
    read = baca_predikat(tertulis, skala=BPK)

    assert isinstance(read, TakTerbaca)
    assert read.masalah == "skala"
    assert read.pilihan == ("WTP", "WDP", "TW", "TMP")


@pytest.mark.parametrize("skala", skala_predikat().values(), ids=lambda each: each.nama)
def test_each_scale_orders_its_predicates_without_a_tie(skala: SkalaPredikat) -> None:
    """Highest first, no two with one score, and the printed line names them all."""
    scores = [each.skor for each in skala.predikat]

    assert scores == sorted(set(scores), reverse=True)
    assert all(each.sebutan in skala.bunyi for each in skala.predikat)


def test_money_is_read_where_there_is_one_reading() -> None:
    """JSON numbers print in full; text prints as typed; 1.234 is asked."""
    assert baca_uang(Decimal(42500000)) == Angka(Decimal(42500000), "Rp42.500.000,00")
    assert baca_uang("Rp 1.234") == Angka(Decimal(1234), "Rp 1.234")
    asked, prose = baca_uang("1.234"), baca_uang("sesuai DPA")
    assert isinstance(asked, TakTerbaca)
    assert asked.pilihan == ("Rp1.234", "Rp1,234")
    assert isinstance(prose, TakTerbaca)
    assert prose.masalah == "bukan_angka"


def test_a_sum_of_money_beyond_all_budgets_is_no_number():
    """A slip of the keyboard is told, and breaks no sum."""
    assert isinstance(baca_uang("9" * 24), Angka)
    assert isinstance(baca_uang("9" * 25), TakTerbaca)
