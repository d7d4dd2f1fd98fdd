"""How the width of the page is shared out among the columns."""

from __future__ import annotations

import pytest

from doc_templates.pengukur import Pengukur
from doc_templates.sop.bagan.kolom import (
    LAJUR_TERSEMPIT,
    UKURAN_TERKECIL,
    Kolom,
    bulat,
    label_terlebar,
    rencana_kolom,
)
from doc_templates.typefaces import FAMILIES, typeface

UKURAN = (9.5, 9.0, 8.5)
URAIAN = "Menyampaikan rekapitulasi usulan kegiatan kepada kepala dinas"


def kolom(lajur, *, nama="Kepala Dinas", label=0.0, uraian=URAIAN):
    return [
        Kolom("No", ("1", "12"), ringkas=True),
        Kolom("Kegiatan", (uraian, "Memeriksa")),
        *(Kolom(nama, (), lajur=True, label=label) for _ in range(lajur)),
        Kolom("Kelengkapan", ("Surat",)),
        Kolom("Waktu", ("5 menit",)),
        Kolom("Output", ("Disposisi",)),
    ]


def rencana(daftar, *, ruang=273.0, huruf="Arial", **isi):
    return rencana_kolom(
        daftar, ruang=ruang, ukuran=UKURAN, pengukur=Pengukur(typeface(huruf)), **isi
    )


@pytest.mark.parametrize("huruf", FAMILIES)
@pytest.mark.parametrize("lajur", [1, 3, 7, 12])
@pytest.mark.parametrize("ruang", [186.0, 191.0, 273.0, 330.0])
def test_columns_fill_the_page_and_lanes_are_alike(huruf, lajur, ruang):
    """The widths add up to the room, within what DOCX rounds away."""
    hasil = rencana(kolom(lajur), ruang=ruang, huruf=huruf)

    assert ruang - 0.02 * len(hasil.lebar) <= sum(hasil.lebar) <= ruang + 1e-6
    assert len(set(hasil.lebar[2 : 2 + lajur])) == 1
    assert hasil.lebar[2] >= LAJUR_TERSEMPIT - 0.02


def test_few_lanes_keep_the_type_and_level_names():
    """With room enough nothing becomes smaller."""
    hasil = rencana(kolom(3))

    assert hasil.ukuran == 9.5
    assert hasil.tinggi_tegak is None


def test_many_lanes_let_their_names_stand_upright():
    """Twelve names that do not fit side by side are turned."""
    hasil = rencana(kolom(12, nama="Pengadministrasi Perencanaan"))

    assert hasil.tinggi_tegak == 34.0
    assert hasil.ukuran <= 8.5


def test_names_stand_upright_when_asked_to():
    """The frame may choose upright names where they save pages."""
    assert rencana(kolom(3), tegak=True).tinggi_tegak is not None


def test_a_long_upright_name_gets_the_height_of_its_longest_word():
    """A name is never broken inside a word."""
    hasil = rencana(kolom(12, nama="Pengadministrasikepegawaiandanumumdaerah"))

    assert hasil.tinggi_tegak > 34.0


def test_answers_become_smaller_before_words_are_broken():
    """Where wide answers leave the words no room, the lanes give way first."""
    lebar_label = 6.0
    pengukur = Pengukur(typeface("Arial"))
    hasil = rencana(kolom(9, label=lebar_label), ruang=178.0)
    terpanjang = pengukur.kata_terpanjang("rekapitulasi") * hasil.ukuran

    assert label_terlebar(hasil.lebar[2]) < lebar_label
    assert hasil.lebar[1] > terpanjang


def test_a_word_wider_than_any_column_is_broken_and_the_page_kept():
    """5,000 letters without a space still leave every lane its room."""
    hasil = rencana(kolom(10, uraian="x" * 5000), ruang=186.0)

    assert sum(hasil.lebar) <= 186.0
    assert hasil.ukuran == UKURAN_TERKECIL
    assert min(hasil.lebar[2:12]) >= LAJUR_TERSEMPIT - 0.02


def test_lengths_are_rounded_down_to_what_docx_holds():
    """Twentieths of a point, never more than was asked for."""
    (panjang,) = bulat([10.0])

    assert panjang <= 10.0
    assert panjang * 1440 / 25.4 == pytest.approx(round(panjang * 1440 / 25.4))
