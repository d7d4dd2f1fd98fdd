"""Planted faults in the cells: each gets a sentence at its sheet and cell."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from openpyxl.comments import Comment

from doc_templates.formulir import codes
from tests.doc_templates.formulir.berkas_excel import (
    buku,
    dibaca,
    diisi,
    disimpan,
    ganti,
    kode,
    kosong,
    sel,
    tulisi,
)
from tests.doc_templates.formulir.data import isi

NILAI = "nilai"


def satu(kembali, code) -> Any:
    """The one finding of that code; its sentence is whole."""
    found = [each for each in kembali.temuan if each.code == code.name]
    assert len(found) == 1, [(each.code, each.where) for each in kembali.temuan]
    assert found[0].sentence.endswith(".")
    return found[0]


def tempat(name: str, key: str, column: str) -> str:
    return f"{name}!{sel(buku(kosong())[name], key, column)}"


CACAT = {
    "text in a number cell": ("I-1", "lancar sekali", {}, codes.NOT_NUMBER, "E"),
    "a unit that is not the field's": ("I-1", "85 Orang", {}, codes.UNIT_OF, "E"),
    "the field's unit behind the number": ("I-1", "85,5 %", {}, codes.UNIT_TYPED, "I"),
    "one mark before three digits": ("I-1", "1.234", {}, codes.AMBIGUOUS, "E"),
    "a formula without result": ("I-1", "=A1*2", {}, codes.FORMULA, "E"),
    "a broken reference": ("I-1", "#REF!", {}, codes.ERROR, "E"),
    "a division by nought": ("I-1", "#DIV/0!", {}, codes.ERROR, "E"),
    "a date": ("I-1", date(2024, 5, 3), {}, codes.DATE, "E"),
    "a truth value": ("I-1", True, {}, codes.BOOLEAN, "E"),
    "a negative share": ("I-1", "-3", {}, codes.NEGATIVE, "E"),
    "a negative count": ("I-2", -1, {}, codes.NEGATIVE, "E"),
    "per cent for a share": ("I-1", 0.855, {"number_format": "0%"}, codes.PERCENT, "W"),
    "per cent for a count": ("I-2", 0.5, {"number_format": "0%"}, codes.PERCENT, "E"),
    "wide digits": ("I-1", "８５", {}, codes.DIGITS, "E"),
    "Arabic digits": ("I-1", "٨٥", {}, codes.DIGITS, "E"),
    "trailing spaces": ("I-1", "85,5  ", {}, codes.SPACES, "I"),
    "an absent word misspelt": ("I-1", "belum tersdia", {}, codes.ABSENT_WORD, "E"),
    "another word for absence": ("I-1", "belum ada", {}, codes.ABSENT_WORD, "E"),
    "a dash": ("I-1", "-", {}, codes.ABSENT_WORD, "E"),
    "a word that may mean nought": ("I-1", "nihil", {}, codes.ABSENT_WORD, "E"),
    "a predicate of no scale": ("I-3", "Bagus", {}, codes.SCALE, "E"),
    "a number for a predicate": ("I-3", 5, {}, codes.SCALE, "E"),
    "more digits than the field": ("I-1", 86.2547, {}, codes.PRECISION, "W"),
    "half a document": ("I-2", 1.5, {}, codes.PRECISION, "W"),
    "a call of another program": ("I-1", '=DDE("cmd";"/c calc";"x")', {}, codes.DDE, "E"),
    "a call in the old way": ("I-1", "=cmd|'/c calc'!A0", {}, codes.DDE, "E"),
}


@pytest.mark.parametrize("cacat", CACAT.values(), ids=CACAT)
def test_a_value_that_cannot_be_taken_as_it_is_is_told_at_its_cell(cacat):
    """Each fault of a value is told once, at its cell; E keeps the form from being taken in."""
    key, typed, looks, code, level = cacat

    read = dibaca(diisi(tulisi("Kinerja", key, NILAI, typed, **looks)))

    finding = satu(read, code)
    assert finding.where == tempat("Kinerja", key, NILAI)
    assert finding.level.value == level
    assert read.tertahan == (level == "E")


@pytest.mark.parametrize(
    ("typed", "offers"),
    [
        ("1.234", ("1234", "1,2340")),
        ("８５", ("85",)),
        ("-", ("0", "tidak berlaku", "belum tersedia")),
        ("blm tersedia", ("belum tersedia",)),
        ("tdk berlaku", ("tidak berlaku",)),
        (date(2024, 5, 3), ("3,5", "5,3")),
    ],
)
def test_the_readings_are_offered_and_none_is_chosen(typed, offers):
    """A person chooses; the form waits."""
    read = dibaca(diisi(tulisi("Kinerja", "I-1", NILAI, typed)))

    assert read.temuan[0].suggestions == offers
    assert not [each for each in read.perubahan if (each.kunci, each.medan) == ("I-1", NILAI)]


def test_a_formula_with_a_result_offers_it():
    """A pasted formula is not run; what it last showed is offered."""
    content = diisi(tulisi("Kinerja", "I-1", NILAI, "=43+43"))
    place = tempat("Kinerja", "I-1", NILAI)
    cached = ganti(
        content,
        "xl/worksheets/sheet2.xml",
        rf'(<c r="{place.partition("!")[2]}"[^>]*><f>43\+43</f>)(?:<v ?/>|<v></v>)',
        r"\1<v>86</v>",
    )

    finding = satu(dibaca(cached), codes.FORMULA)

    assert (finding.where, finding.suggestions) == (place, ("86",))


@pytest.mark.parametrize("value", ["(9.000)", "sembilan juta", "1.234"])
def test_money_that_reads_in_no_or_two_ways_is_asked(value):
    """Rupiah are read like every sum of the house: never by guess."""
    read = dibaca(diisi(tulisi("Anggaran", "1.01.01.2.01.0001", "keuangan", value)))

    assert read.tertahan
    assert read.temuan[0].where == tempat("Anggaran", "1.01.01.2.01.0001", "keuangan")


def test_a_text_that_is_too_long_is_told_with_its_length():
    """Two thousand letters are enough for a cause."""
    read = dibaca(diisi(tulisi("Kinerja", "I-1", "penghambat", "a" * 2001)))

    finding = satu(read, codes.TOO_LONG)
    assert finding.where == tempat("Kinerja", "I-1", "penghambat")
    assert "2001" in finding.sentence


def test_a_control_character_is_told():
    """_x0007_ is how Excel writes what no document can print."""
    content = diisi(tulisi("Kinerja", "I-1", "catatan", "a_x0007_b"))

    read = dibaca(content)

    assert kode(read) == ["W-CHARACTER"]
    assert read.temuan[0].where == tempat("Kinerja", "I-1", "catatan")


def test_an_unknown_code_of_evidence_is_told_with_those_like_it():
    """B-8 is nowhere; B-9 was meant."""
    read = dibaca(diisi(tulisi("Kinerja", "I-1", "bukti", "B-1; B-8")))

    finding = satu(read, codes.EVIDENCE_UNKNOWN)
    assert finding.where == tempat("Kinerja", "I-1", "bukti")
    assert "B-9" in finding.suggestions


@pytest.mark.parametrize(
    ("code", "found"), [("", codes.EVIDENCE_NO_CODE), ("B-2", codes.EVIDENCE_TAKEN)]
)
def test_new_evidence_needs_a_code_of_its_own(code, found):
    """Without a code nothing can refer to it; with a used one it would change another's."""
    read = dibaca(diisi(tulisi("Bukti", "+1", "kode", code)))

    assert satu(read, found).where == tempat("Bukti", "+1", "kode")


def test_the_same_new_code_twice_is_told():
    """The second row says where the first one stands."""

    def ubah(book):
        for column, value in (("kode", "B-9"), ("uraian", "lain")):
            tulisi("Bukti", "+2", column, value)(book)

    finding = satu(dibaca(diisi(ubah)), codes.EVIDENCE_TAKEN)

    assert finding.where == tempat("Bukti", "+2", "kode")
    assert tempat("Bukti", "+1", "kode") in finding.sentence


def test_a_date_of_evidence_that_is_none_is_told():
    """“besok” is stored as typed and told."""
    read = dibaca(diisi(tulisi("Bukti", "+1", "tanggal", "besok")))

    assert kode(read) == ["W-DATE-UNREADABLE"]
    assert read.temuan[0].where == tempat("Bukti", "+1", "tanggal")


def test_a_comment_is_told_because_nobody_else_reads_it():
    """A cell that holds only a comment is still blank."""

    def ubah(book):
        sheet = book["Kinerja"]
        cell = sheet[sel(sheet, "I-5", NILAI)]
        cell.value, cell.comment = None, Comment("menunggu rilis BPS", "staf")

    read = dibaca(diisi(ubah))

    assert satu(read, codes.COMMENT).where == tempat("Kinerja", "I-5", NILAI)
    assert "W-EXCEL-BLANK" in kode(read)


def test_a_value_that_was_erased_is_told():
    """0 is a value, blank is not: emptying a cell loses what stood there."""

    def ubah(book):
        sheet = book["Kinerja"]
        sheet[sel(sheet, "I-2", NILAI)].value = None

    read = dibaca(diisi(ubah))

    assert satu(read, codes.ERASED).suggestions == ("1",)
    change = next(each for each in read.perubahan if each.kunci == "I-2")
    assert (change.teks_semula, change.teks_menjadi) == ("1", "(kosong)")


def test_a_value_that_changed_on_both_sides_is_asked():
    """Between sending and returning somebody else corrected the data."""
    data = isi()
    data["realisasi"][1]["triwulan"][0]["nilai"] = 2

    finding = satu(dibaca(diisi(), data=data), codes.CONFLICT)

    assert finding.where == tempat("Kinerja", "I-2", NILAI)
    assert finding.suggestions == ("2", "0")


def test_a_value_that_only_the_data_changed_stays_as_in_the_data():
    """A cell that nobody touched does not set the clock back."""
    data = isi()
    data["realisasi"][1]["triwulan"][0]["nilai"] = 2

    assert dibaca(kosong(), data=data).perubahan == ()


def test_data_that_moved_on_are_told_once():
    """A target was revised after the form had gone out."""
    data = isi()
    data["perjanjian"][0]["target"][0]["triwulan"][1] = "84,00"

    read = dibaca(diisi(), data=data)

    assert kode(read) == ["W-EXCEL-STALE"]
    assert not read.tertahan


@pytest.mark.parametrize(
    ("column", "typed", "level"), [("target", "80,00", "W"), ("satuan", "Orang", "E")]
)
def test_a_locked_cell_that_was_changed_is_told(column, typed, level):
    """A changed target is not taken; a changed unit makes the row's value void."""
    read = dibaca(diisi(tulisi("Kinerja", "I-1", column, typed)))

    finding = satu(read, codes.GIVEN)
    assert finding.where == tempat("Kinerja", "I-1", column)
    assert finding.level.value == level


def test_an_untouched_value_is_not_judged_again():
    """What the data hold already was accepted once; only what is new is weighed."""
    data = isi()
    data["realisasi"][0]["triwulan"].append({"ke": 2, "nilai": "1.234"})
    book = buku(kosong(data=data))

    assert "W-EXCEL-AMBIGUOUS" not in kode(dibaca(disimpan(book), data=data))
