"""Where the lines of a cell break: rather one line too many than one too few."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doc_templates.pengukur import SEMPIT, Pengukur
from doc_templates.typefaces import FAMILIES, typeface

KATA = st.text(alphabet="abcdefghijklmnopqrstuvwxyzABCW0123456789/-.,()", min_size=1, max_size=30)
PEMISAH = st.sampled_from([" ", "  ", "\n", "\t"])
TEKS = st.lists(st.tuples(KATA, PEMISAH), min_size=1, max_size=40).map(
    lambda isi: "".join(kata + pemisah for kata, pemisah in isi).strip()
)


@pytest.fixture(params=FAMILIES)
def pengukur(request):
    return Pengukur(typeface(request.param))


@given(teks=TEKS, ruang=st.floats(12, 80), ukuran=st.sampled_from([6.0, 8.0, 9.5]))
def test_lines_hold_the_whole_text_in_order(teks, ruang, ukuran):
    """Put together, the lines give every letter of the text once."""
    pengukur = Pengukur(typeface("Arial"))
    baris = pengukur.baris(teks, ruang, ukuran)

    assert "".join("".join(teks[awal:akhir].split()) for awal, akhir in baris) == "".join(
        teks.split()
    )


@given(teks=TEKS.filter(lambda teks: "\t" not in teks), ruang=st.floats(12, 80))
def test_no_line_is_wider_than_its_cell(teks, ruang):
    """Each line fits into the room, its trailing blanks aside."""
    pengukur = Pengukur(typeface("Times New Roman"))

    for awal, akhir in pengukur.baris(teks, ruang, 8.0):
        assert pengukur.lebar(teks[awal:akhir].strip()) * 8.0 <= ruang - SEMPIT + 1e-6


def test_a_narrower_cell_never_takes_fewer_lines(pengukur):
    """Lines only become more as room becomes less."""
    teks = "Menyusun rekapitulasi usulan bidang/seksi masing-masing dan menyampaikannya"
    banyak = [pengukur.banyak_baris(teks, ruang, 8.0) for ruang in range(80, 10, -2)]

    assert banyak == sorted(banyak)
    assert banyak[0] < banyak[-1]


def test_an_empty_cell_takes_one_line(pengukur):
    """Word sets a line even where nothing stands."""
    assert pengukur.banyak_baris("", 20, 8.0) == 1


def test_line_feeds_of_the_office_are_kept(pengukur):
    """Three short lines as typed stay three lines."""
    assert pengukur.banyak_baris("a\nb\nc", 60, 8.0) == 3


def test_a_word_wider_than_its_cell_is_broken(pengukur):
    """A word of 200 letters runs over many lines, none lost."""
    baris = pengukur.baris("W" * 200, 20, 8.0)

    assert len(baris) > 10
    assert baris[0][0] == 0
    assert baris[-1][1] == 200
    assert all(sebelum[1] == sesudah[0] for sebelum, sesudah in pairwise(baris))


def test_both_ways_of_breaking_at_strokes_are_counted(pengukur):
    """Whether a program breaks behind a stroke or not, its lines fit."""
    teks = "aaaa bidang/seksi"
    ruang = pengukur.lebar("aaaa bidang/") * 8.0 + SEMPIT + 0.1

    assert len(pengukur.baris(teks, ruang, 8.0)) == 2
    assert pengukur.banyak_baris(teks, ruang, 8.0) == 2
    assert pengukur.kata_terpanjang("bidang/seksi") < pengukur.lebar("bidang/seksi")
    assert pengukur.kata_terpanjang("bidang/seksi", utuh=True) == pengukur.lebar("bidang/seksi")


def test_bold_is_measured_as_bold(pengukur):
    """Heads of columns are wider than what stands under them."""
    assert pengukur.lebar("Pelaksana", tebal=True) > pengukur.lebar("Pelaksana")
