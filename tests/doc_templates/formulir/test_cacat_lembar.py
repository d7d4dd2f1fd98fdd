"""Planted faults of structure: sheets, rows and columns that were moved, doubled, hidden, lost."""

from __future__ import annotations

import pytest

from doc_templates.formulir import codes
from doc_templates.formulir.kembali import bersama
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
from tests.doc_templates.formulir.test_cacat import satu, tempat


def baris(sheet, key):
    return next(cell.row for cell in sheet["A"] if cell.value == f":{key}")


def salin(sheet, source, target):
    for cell in sheet[source]:
        sheet.cell(target, cell.column, cell.value)


def test_merged_cells_are_told_at_their_corner():
    """Which row a merged cell speaks of, nobody can tell."""

    def ubah(book):
        sheet = book["Kinerja"]
        first, last = sel(sheet, "I-1", "pendorong"), sel(sheet, "I-2", "pendorong")
        sheet.merge_cells(f"{first}:{last}")

    read = dibaca(diisi(ubah))

    assert satu(read, codes.MERGED).where == tempat("Kinerja", "I-1", "pendorong")
    assert read.tertahan


def test_a_doubled_row_is_told():
    """Two rows claim to be the same indicator."""

    def ubah(book):
        sheet = book["Kinerja"]
        salin(sheet, baris(sheet, "I-1"), 20)

    finding = satu(dibaca(diisi(ubah)), codes.ROW_TWICE)

    assert finding.where == "Kinerja!B20"
    assert "I-1" in finding.sentence


def test_a_deleted_row_is_told_where_it_should_stand():
    """Indicator I-2 stood in row 11."""

    def ubah(book):
        sheet = book["Kinerja"]
        sheet.delete_rows(baris(sheet, "I-2"))

    finding = satu(dibaca(diisi(ubah)), codes.ROW_MISSING)

    assert finding.where == "Kinerja!B11"
    assert "I-2" in finding.sentence


def test_an_inserted_row_with_content_is_told():
    """What stands in a row without a key belongs to nothing."""

    def ubah(book):
        sheet = book["Kinerja"]
        sheet.insert_rows(11)
        sheet["H11"] = "86"

    finding = satu(dibaca(diisi(ubah)), codes.ROW_EXTRA)

    assert finding.where == "Kinerja!H11"


def test_an_inserted_blank_row_does_no_harm():
    """Rows are known by their keys, not by their place."""
    read = dibaca(diisi(lambda book: book["Kinerja"].insert_rows(11)))

    assert kode(read) == []
    assert read.perubahan


def test_a_row_of_another_form_is_told():
    """A row was copied from Bidang Beta's form."""

    def ubah(book):
        sheet = book["Kinerja"]
        sheet.cell(20, 1, ":I-6")
        sheet.cell(20, 3, "Jumlah konten terbit")

    assert satu(dibaca(diisi(ubah)), codes.ROW_UNKNOWN).where == "Kinerja!B20"


def test_columns_that_were_moved_are_read_by_their_keys_and_told():
    """Faktor penghambat stands before Faktor pendorong now."""

    def ubah(book):
        sheet = book["Kinerja"]
        for row in sheet.iter_rows(min_row=1, max_row=sheet.max_row):
            one, other = row[8], row[9]
            one.value, other.value = other.value, one.value

    read = dibaca(diisi(ubah))

    assert satu(read, codes.COLUMN_MOVED).where == "Kinerja!I7"
    values = {(each.kunci, each.medan): each.menjadi for each in read.perubahan}
    assert values["I-1", "penghambat"] == "Jaringan terputus dua kali."


def test_a_head_that_changed_is_told():
    """The values under it may be about something else."""

    def ubah(book):
        book["Kinerja"]["H7"] = "Realisasi s.d. TW II"

    finding = satu(dibaca(diisi(ubah)), codes.COLUMN_HEAD)

    assert finding.where == "Kinerja!H7"
    assert finding.suggestions == ("Realisasi TW\u00a0II",)


def test_a_deleted_column_is_told():
    """Without it nobody knows whether causes were given."""
    read = dibaca(diisi(lambda book: book["Kinerja"].delete_cols(9)))

    finding = satu(read, codes.COLUMN_MISSING)
    assert finding.where == "Kinerja!I7"
    assert "Faktor pendorong" in finding.sentence


def test_a_renamed_sheet_is_read_and_told():
    """A sheet is known by its mark."""

    def ubah(book):
        book["Kinerja"].title = "Kinerja (2)"

    read = dibaca(diisi(ubah))

    assert satu(read, codes.SHEET_NAME).where == "Kinerja (2)!A1"
    assert read.perubahan


def test_a_hidden_sheet_is_read_and_told():
    """Nothing should come in unseen."""

    def ubah(book):
        book["Anggaran"].sheet_state = "hidden"

    assert satu(dibaca(diisi(ubah)), codes.SHEET_HIDDEN).where == "Anggaran!A1"


def test_an_extra_sheet_is_told_where_it_begins():
    """Notes on a sheet of their own are not read."""

    def ubah(book):
        book.create_sheet("Catatan")["B3"] = "mohon dibaca"

    assert satu(dibaca(diisi(ubah)), codes.SHEET_EXTRA).where == "Catatan!B3"


def test_a_missing_sheet_is_told():
    """The budget's sheet was deleted."""

    def ubah(book):
        del book["Anggaran"]

    assert satu(dibaca(diisi(ubah)), codes.SHEET_MISSING).where == "Anggaran!A1"


def test_a_doubled_sheet_is_told():
    """Which of the two is meant is not for us to say."""

    def ubah(book):
        book.copy_worksheet(book["Kinerja"])

    assert satu(dibaca(diisi(ubah)), codes.SHEET_TWICE).where == "Kinerja Copy!A1"


def test_a_sheet_of_another_units_form_is_told():
    """The tab says Kinerja, the mark says Bidang Beta."""

    def ubah(book):
        book["Kinerja"]["A1"] = buku(kosong("BID-B"))["Kinerja"]["A1"].value

    finding = satu(dibaca(diisi(ubah)), codes.SHEET_FOREIGN)

    assert finding.where == "Kinerja!A1"
    assert "BID-B" in finding.sentence


def test_a_hidden_row_and_a_hidden_column_are_told():
    """They are read all the same."""

    def ubah(book):
        sheet = book["Kinerja"]
        sheet.row_dimensions[baris(sheet, "I-4")].hidden = True
        sheet.column_dimensions["I"].hidden = True

    read = dibaca(diisi(ubah))

    assert [each.where for each in read.temuan] == ["Kinerja!B13", "Kinerja!I7"]
    assert set(kode(read)) == {"W-EXCEL-HIDDEN"}


def test_words_beside_the_table_are_told():
    """A remark in the margin is not lost without a word."""

    def ubah(book):
        book["Kinerja"]["P10"] = "angka sementara"

    finding = satu(dibaca(diisi(ubah)), codes.STRAY)

    assert finding.where == "Kinerja!P10"
    assert "angka sementara" in finding.sentence


def test_a_sheet_with_a_million_formatted_rows_is_read_and_told():
    """Formatting whole columns makes a file heavy, not wrong."""
    rows = "".join(f'<row r="{row}" spans="1:2" s="1" customFormat="1"/>'
                   for row in range(100, 1_048_577, 9))  # fmt: skip
    content = ganti(diisi(), "xl/worksheets/sheet2.xml", "</sheetData>", f"{rows}</sheetData>")

    read = dibaca(content)

    assert satu(read, codes.HUGE).where == "Kinerja!A1048573"
    assert read.perubahan


def test_a_merge_over_the_whole_sheet_takes_no_time():
    """Seventeen thousand million merged cells are one finding."""
    merge = '<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    content = ganti(
        diisi(), "xl/worksheets/sheet2.xml", "</sheetData>(<sheetProtection[^>]*/>)?",
        rf"</sheetData>\1{merge}",
    )  # fmt: skip

    assert satu(dibaca(content), codes.MERGED).where == "Kinerja!A1"


SIDIK = {
    "another office": ("B4", "DINAS LAIN", codes.OFFICE),
    "another government": ("B3", "PEMERINTAH KABUPATEN PATI", codes.OFFICE),
    "another year": ("B5", "2023", codes.YEAR),
    "an older version": ("B2", "0", codes.VERSION),
    "an unknown unit": ("B6", "BID-X", codes.UNIT_FORM),
}


@pytest.mark.parametrize("sidik", SIDIK.values(), ids=SIDIK)
def test_a_form_of_somebody_else_is_not_read(sidik):
    """Sheet and properties agree, but not with the data."""
    place, text, code = sidik
    name = {"B2": "versi", "B3": "pemerintah", "B4": "kantor", "B5": "tahun", "B6": "unit"}[place]

    def ubah(book):
        book["Lontar"][place] = text
        for each in book.custom_doc_props.props:
            if each.name == f"lontar.{name}":
                each.value = text

    read = dibaca(diisi(ubah))

    assert satu(read, code).where == "Lontar!B1"
    assert read.perubahan == ()
    assert read.tertahan


def test_the_form_of_another_unit_or_quarter_is_refused_where_one_is_expected():
    """The officer says whose form is taken in."""
    read = dibaca(diisi(), unit="BID-B", triwulan=3)

    assert kode(read) == ["W-EXCEL-UNIT", "W-EXCEL-QUARTER"]
    assert "Bidang Alfa, bukan Bidang Beta" in read.temuan[0].sentence
    assert dibaca(diisi(), unit="Bidang Alfa", triwulan=2).temuan == ()


def test_another_offices_data_refuse_the_form():
    """The same codes in another office are other things."""
    other = isi(kop={"pemerintah": "PEMERINTAH KABUPATEN KUDUS", "instansi": ["DINAS LAIN"]})

    assert kode(dibaca(diisi(), data=other)) == ["W-EXCEL-OFFICE"]


def test_an_identity_that_was_removed_or_altered_is_told():
    """Removed on the sheet, or saying one thing here and another there."""

    def buang(book):
        del book["Lontar"]

    def ubah(book):
        book["Lontar"]["B6"] = "BID-B"

    def semua(book):
        buang(book)
        for name in list(book.custom_doc_props.names):
            del book.custom_doc_props[name]

    for each in (buang, ubah, semua):
        read = dibaca(diisi(each))
        assert kode(read) == ["W-EXCEL-IDENTITY"]
        assert read.tertahan


def test_a_form_whose_properties_were_stripped_is_still_known():
    """Mail programs and other offices strip properties; the sheet says enough."""

    def ubah(book):
        for name in list(book.custom_doc_props.names):
            del book.custom_doc_props[name]

    assert kode(dibaca(diisi(ubah))) == []


def test_two_files_for_one_unit_and_quarter_are_told():
    """Two officers filled the same form differently."""
    one = dibaca(diisi(), "satu.xlsx")
    two = dibaca(diisi(tulisi("Kinerja", "I-1", "nilai", "80")), "dua.xlsx")

    first, second = bersama([one, two])

    assert first.temuan == ()
    assert satu(second, codes.RIVAL).sentence.startswith("Berkas ini dan “satu.xlsx”")
    assert second.tertahan


def test_the_same_file_twice_counts_once():
    """A file that was attached twice changes nothing twice."""
    content = diisi()
    first, second = bersama([dibaca(content, "a.xlsx"), dibaca(content, "b.xlsx")])

    assert first.perubahan
    assert second.perubahan == ()
    assert satu(second, codes.TWICE).level.value == "W"


def test_saving_again_does_not_matter():
    """Opening and saving in another program is no change."""
    content = diisi()

    assert dibaca(disimpan(buku(content))).perubahan == dibaca(content).perubahan
