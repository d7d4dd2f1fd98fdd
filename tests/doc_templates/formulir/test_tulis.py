"""The file that goes out: protected, printable, of equal bytes, and telling whose it is."""

from __future__ import annotations

import re
import zipfile
from datetime import datetime, timezone
from io import BytesIO

import pytest

from doc_templates.formulir.susun import susun
from doc_templates.formulir.tulis import tulis
from tests.doc_templates.formulir.berkas_excel import buku, kosong, sel
from tests.doc_templates.formulir.data import indeks, isi


def test_equal_forms_are_equal_byte_for_byte(monkeypatch):
    """No clock and no chance gets into the file."""
    first = tulis(susun(indeks(), "BID-A", 2))
    monkeypatch.setattr("openpyxl.writer.excel.datetime", _Later)

    assert tulis(susun(indeks(), "BID-A", 2)) == first


class _Later:
    """A clock that shows another day, in the place of the module datetime."""

    timezone = timezone

    class datetime:  # noqa: N801 - named as in the module
        @staticmethod
        def now(tz=None):
            return datetime(2031, 5, 6, 7, 8, 9, tzinfo=tz)


def test_only_inputs_are_unlocked():
    """Whoever tabs through the sheet meets the inputs and nothing else."""
    sheet = buku(kosong())["Kinerja"]

    unlocked = {cell.coordinate for row in sheet for cell in row if not cell.protection.locked}

    rows = ("I-1", "I-2", "I-3", "I-4", "I-5")
    columns = ("nilai", "pendorong", "penghambat", "tindak_lanjut", "catatan", "bukti")
    assert unlocked == {sel(sheet, row, column) for row in rows for column in columns}
    assert sheet.protection.sheet
    assert sheet.protection.password is None


def test_inputs_are_text_cells():
    """What is typed stays as typed, whichever language Excel speaks."""
    sheet = buku(kosong())["Kinerja"]

    assert sheet[sel(sheet, "I-1", "nilai")].number_format == "@"


def test_a_number_that_is_there_already_stays_a_number():
    """The realisation 1 is a number cell; the text “81,50” would be a text cell."""
    sheet = buku(kosong())["Kinerja"]

    assert sheet[sel(sheet, "I-2", "nilai")].value == 1


def test_words_for_absence_are_offered_and_scales_are_enforced():
    """Numbers may be typed beside the list; a predicate must be one of the scale."""
    book = buku(kosong())
    sheet = book["Kinerja"]
    rules = {
        str(rule.sqref): rule for rule in sheet.data_validations.dataValidation
        if rule.type == "list"
    }  # fmt: skip

    scale = rules[sel(sheet, "I-3", "nilai")]
    number = next(
        rule for place, rule in rules.items() if sel(sheet, "I-1", "nilai") in place.split()
    )

    assert scale.showErrorMessage
    assert _words(book, scale)[-3:] == ["D", "tidak berlaku", "belum tersedia"]
    assert not number.showErrorMessage
    assert _words(book, number) == ["tidak berlaku", "belum tersedia"]


def _words(book, rule):
    name, _, area = rule.formula1.partition("!")
    return [cell.value for (cell,) in book[name.strip("'")][area.replace("$", "")]]


def test_heads_repeat_on_every_page_and_stay_in_sight():
    """Long forms can be read on paper and on the screen."""
    sheet = buku(kosong())["Kinerja"]

    assert sheet.print_title_rows == "$7:$8"
    assert sheet.freeze_panes == "D9"
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.page_setup.paperSize == 14
    assert sheet.page_setup.fitToHeight == 0


def test_the_identity_is_out_of_sight_and_in_the_properties():
    """No menu shows the sheet, and the properties say the same."""
    book = buku(kosong())

    assert book["Lontar"].sheet_state == "veryHidden"
    properties = {each.name: each.value for each in book.custom_doc_props.props}
    assert properties["lontar.unit"] == "BID-A"
    assert properties["lontar.triwulan"] == "2"
    assert book["Lontar"]["B6"].value == "BID-A"
    assert book.security.lockStructure


def test_the_instructions_come_first_and_say_when():
    """Petunjuk names unit, period and due date."""
    sheet = buku(kosong()).worksheets[0]
    text = " ".join(str(cell.value) for row in sheet for cell in row if cell.value)

    assert sheet.title == "Petunjuk"
    assert "Bidang Alfa (BID-A)" in text
    assert "10 Juli 2024" in text
    assert "Tempel Nilai" in text


@pytest.mark.parametrize("text", ["=1+1", "+62 812", "-", "@nama", "'kutip"])
def test_a_text_never_becomes_a_formula(text):
    """What begins with a sign of calculation is a text all the same."""
    data = isi()
    data["realisasi"][0]["triwulan"].append({"ke": 2, "pendorong": text})

    sheet = buku(tulis(susun(indeks(data), "BID-A", 2)))["Kinerja"]
    cell = sheet[sel(sheet, "I-1", "pendorong")]

    assert (cell.value, cell.data_type) == (text, "s")


def test_no_row_is_nailed_to_its_height():
    """A row grows with what is typed into it."""
    with zipfile.ZipFile(BytesIO(kosong())) as package:
        text = package.read("xl/worksheets/sheet2.xml").decode()

    assert re.search(r"<row [^>]*ht=", text)
    assert "customHeight" not in text.partition("<sheetData>")[2]
