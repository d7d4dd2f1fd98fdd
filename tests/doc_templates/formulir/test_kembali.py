"""A form that was filled properly: everything in it arrives, and nothing else changes."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from doc_templates.formulir.terima import terima
from tests.doc_templates.formulir.berkas_excel import (
    buku,
    dibaca,
    diisi,
    disimpan,
    kode,
    kosong,
    sel,
    tulisi,
)
from tests.doc_templates.formulir.data import indeks, isi


def nilai(kembali):
    return {(each.kunci, each.medan): each.menjadi for each in kembali.perubahan}


def test_a_form_that_was_only_opened_changes_nothing():
    """Sent out and sent back: no change; what is still to be filled is told."""
    read = dibaca(kosong())

    assert read.perubahan == ()
    assert not read.tertahan
    assert set(kode(read)) == {"W-EXCEL-BLANK"}


def test_all_that_was_filled_arrives_verbatim():
    """Text stays text, 0 is a value, codes are a list, line ends are kept."""
    read = dibaca(diisi())
    values = nilai(read)

    assert not read.tertahan
    assert kode(read) == []
    assert values["I-1", "nilai"] == "86,25"
    assert values["I-1", "pendorong"] == "Loket kedua dibuka.\nAntrean berkurang."
    assert values["I-1", "bukti"] == ("B-1", "B-9")
    assert values["I-2", "nilai"] == "0"
    assert values["I-5", "nilai"] == "belum tersedia"
    assert values["1.01.01.2.01.0002", "keuangan"] == Decimal("9125000.5")
    assert values["B-9", "uraian"] == "007 rekap layanan TW II"


def test_a_change_tells_old_new_and_cell():
    """The preview says which cell changes what."""
    change = next(each for each in dibaca(diisi()).perubahan if each.kunci == "I-2")

    assert (change.teks_semula, change.teks_menjadi) == ("1", "0")
    assert change.tempat.startswith("Kinerja!")
    assert change.judul == "Realisasi TW II"


def test_what_is_typed_again_in_another_way_is_no_change():
    """The number 81.5 says and prints the same as the text “81,50” of the data."""
    data = isi()
    data["realisasi"][0]["triwulan"].append({"ke": 2, "nilai": "86,25"})
    book = buku(kosong(data=data))
    sheet = book["Kinerja"]
    sheet[sel(sheet, "I-1", "nilai")] = 86.25

    assert dibaca(disimpan(book), data=data).perubahan == ()


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        (0.1 + 0.2, "0.3"),
        (85.49999999999999, "85.5"),
        (86.25, "86.25"),
        (12, "12"),
        (99.412, "99.412"),
    ],
)
def test_numbers_lose_the_noise_of_binary_fractions(typed, stored):
    """A cell keeps fifteen digits; what lies behind is not the office's."""
    read = dibaca(diisi(tulisi("Kinerja", "I-5", "nilai", typed)))

    assert nilai(read)["I-5", "nilai"] == Decimal(stored)


def test_a_percent_cell_is_read_as_shown_and_told():
    """0.855 shown as 85,5% is 85,5 for an indicator in per cent."""
    read = dibaca(diisi(tulisi("Kinerja", "I-1", "nilai", 0.855, number_format="0.0%")))

    assert nilai(read)["I-1", "nilai"] == Decimal("85.5")
    (finding,) = read.temuan
    assert (finding.code, finding.level.value) == ("W-EXCEL-PERCENT", "W")
    assert "85,5" in finding.sentence


def test_rich_text_is_read_whole():
    """Bold words in an explanation are words."""
    rich = CellRichText("Loket ", TextBlock(InlineFont(b=True), "kedua"), " dibuka.")
    read = dibaca(diisi(tulisi("Kinerja", "I-1", "pendorong", rich)))

    assert nilai(read)["I-1", "pendorong"] == "Loket kedua dibuka."


def test_a_date_cell_among_the_evidence_is_a_date():
    """Excel turns a typed date into a number; it is read as the day it shows."""
    read = dibaca(diisi(tulisi("Bukti", "+1", "tanggal", date(2024, 7, 5))))

    assert nilai(read)["B-9", "tanggal"] == "5 Juli 2024"
    assert not read.tertahan


def test_a_number_among_words_stays_what_was_typed():
    """A bare number in an explanation is text in the data."""
    read = dibaca(diisi(tulisi("Kinerja", "I-1", "catatan", 12.5)))

    assert nilai(read)["I-1", "catatan"] == "12,5"


def test_the_data_hold_what_was_accepted_with_who_and_when(sekarang):
    """Every value stands in its place; the record names file, cell, digest, person, moment."""
    data, read = isi(), dibaca(diisi())

    result = terima(data, [read], indeks(), oleh="SEKRETARIAT", pada=sekarang)

    index = indeks(result)
    assert index.realisasi["I-1"][2].nilai == "86,25"
    assert index.realisasi["I-1"][1].nilai == "81,50"
    assert index.realisasi["I-1"][2].bukti == ("B-1", "B-9")
    assert index.realisasi["I-4"][2].nilai == "-1,5"
    assert index.belanja["1.01.01.2.01.0001"].keuangan[:2] == (Decimal(6000000), "Rp5.750.000")
    assert index.bukti["B-9"].tanggal == "5 Juli 2024"
    record = next(each for each in index.data.penerimaan if each.menjadi == "86,25")
    assert record.tempat == "realisasi[0].triwulan[1].nilai"
    assert (record.oleh, record.pada) == ("SEKRETARIAT", sekarang.isoformat())
    assert read.sha256 in record.alasan
    assert data == isi()


def test_a_form_that_was_accepted_changes_nothing_any_more(sekarang):
    """The same file once more is recognised and leaves the data as they are."""
    content = diisi()
    result = terima(isi(), [dibaca(content)], indeks(), oleh="A", pada=sekarang)

    again = dibaca(content, data=result)

    assert again.perubahan == ()
    assert "W-EXCEL-TAKEN" in kode(again)
    assert not again.tertahan


_PRINTABLE = st.characters(exclude_categories=["Cs", "Cc", "Cn", "Co"], include_characters="\n\t")


@settings(max_examples=12, deadline=None)
@given(text=st.text(_PRINTABLE, min_size=1, max_size=300).filter(str.strip))
def test_any_explanation_comes_back_as_it_was_typed(text):
    """Whatever people write, from quotes to emoji, arrives to the letter."""
    read = dibaca(diisi(tulisi("Kinerja", "I-1", "tindak_lanjut", text, data_type="s")))

    assert nilai(read)["I-1", "tindak_lanjut"] == text


@settings(max_examples=12, deadline=None)
@given(number=st.decimals(-999999, 999999, places=4, allow_nan=False, allow_infinity=False))
def test_any_number_comes_back_exactly(number):
    """A number that a cell can hold is the same number in the data."""
    read = dibaca(diisi(tulisi("Kinerja", "I-5", "nilai", float(number))))

    assert nilai(read)["I-5", "nilai"] == number.normalize()
