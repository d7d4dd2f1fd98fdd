"""What the words of a row say: the work, the one who does it, where it goes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doc_templates.sop.jabatan import jabatan_of
from doc_templates.sop.kata_baris import read_words
from doc_templates.sop.kata_kerja import Kerja
from doc_templates.sop.model import Sop

LANES = ("Camat", "Sekcam", "Kasi", "Pelaksana")
POSTS = jabatan_of(Sop.model_validate({"lajur": [{"id": each, "nama": each} for each in LANES]}))


def read(text):
    return read_words(text, POSTS)


@pytest.mark.parametrize(
    ("text", "kerja"),
    [
        ("Memerintahkan pengumpulan data", Kerja.MEMERINTAH),
        ("Mengundang rapat", Kerja.MENGUNDANG),
        ("Melakukan verifikasi data", Kerja.MEMERIKSA),
        ("Memberikan disposisi dan tanda tangan", Kerja.MENGESAHKAN),
        ("Melaksanakan rapat pembahasan", Kerja.MERAPATKAN),
        ("Menyimpan arsip", Kerja.MENGHIMPUN),
        ("Menganalisa data", Kerja.MENGANALISIS),
        ("Kasi membuat konsep", Kerja.MENYUSUN),
        ("Melaporkan hasil", Kerja.MENYAMPAIKAN),
        ("Melaksanakan upacara", None),
        ("Membuatkan kopi", None),
    ],
)
def test_the_leading_verb_tells_the_work(text, kerja):
    """Only verbs of one sense are understood, behind the one who acts too."""
    assert read(text).kerja is kerja


@pytest.mark.parametrize(
    ("text", "lane"),
    [
        ("Kasi membuat format", 2),
        ("Pemeriksaan oleh Sekcam", 1),
        ("Membaca surat yang ditulis oleh Sekcam", None),
        ("Membuat surat bagi Camat", None),
    ],
)
def test_the_one_who_acts_stands_first_or_behind_oleh(text, lane):
    """A name elsewhere in the text does not act."""
    assert read(text).pelaku == lane


@pytest.mark.parametrize(
    ("text", "terus"),
    [
        ("Menyerahkan laporan kepada Sekcam", 1),
        ("Menyerahkan laporan pada Kasi untuk diteruskan kepada Sekcam", 1),
        ("Menyerahkan laporan kepada Kasi dan Sekcam", None),
        ("Menyampaikan format kepada masing-masing Kasi", None),
        ("Menugaskan Kasi untuk menyusun bahan bagi Camat", 2),
        ("Menugaskan Kasi dan Pelaksana untuk mendata", None),
        ("Menerima laporan dari Kasi", None),
    ],
)
def test_work_goes_on_to_one_only(text, terus):
    """Handed to several at once, nobody can say who acts next."""
    assert read(text).terus == terus


def test_both_answers_of_a_choice_are_told_apart():
    """Before “jika tidak” the work goes on, behind it it goes back."""
    row = read("Memeriksa, jika benar diserahkan kepada Camat, jika tidak kembali kepada Kasi")

    assert (row.terus, row.kembali, row.penerima) == (0, 2, ())


@given(st.text(max_size=80))
def test_any_text_can_be_read(text):
    """A step may be worded in any way."""
    read(text)
