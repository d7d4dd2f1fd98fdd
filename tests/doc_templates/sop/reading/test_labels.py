"""Labels are known however they are written, and are never taken for values."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doc_templates.sop.reading.labels import COLUMNS, FIELDS, PANELS, name_of, read_label
from tests.doc_templates.sop.reading.old_files import read_text

ISIAN = {
    "nomor": ("Nomor SOP", "NOMOR", "No. SOP", "Nomor  SOP :"),
    "tanggal_pembuatan": ("Tgl Pembuatan", "TGL. PEMBUATAN", "Tanggal Pembuatan :"),
    "tanggal_revisi": ("Tanggal Revisi", "Tgl. Revisi"),
    "tanggal_efektif": ("Tgl Efektif", "Tanggal Berlaku"),
    "disahkan_oleh": ("Disahkan oleh", "DISAHKAN OLEH:", "Disyahkan Oleh"),
    "nama_sop": ("Nama SOP", "Judul SOP", "NAMA SOP :"),
}
VALUE = st.sampled_from(["", "-", "050/16/2021", "4 Januari 2021", "Pengumpulan Data"])


@pytest.mark.parametrize(
    ("written", "name"), [(each, name) for name, labels in ISIAN.items() for each in labels]
)
def test_a_field_has_many_names(written: str, name: str):
    """Tgl. and Tanggal, Nama and Judul, capitals, dots and colons make no difference."""
    assert name_of(written, FIELDS) == name


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Pekasanaan", "pelaksana"),
        ("Mutu Buku", "mutu_baku"),
        ("Persyaratan/ Kelengkapan", "kelengkapan"),
        ("Waktu (menit)", "waktu"),
        ("Ket", "keterangan"),
        ("No.", "nomor"),
    ],
)
def test_a_column_is_known_by_its_head(written: str, name: str):
    """Slips of the pen and units in brackets do not hide a column."""
    assert name_of(written, COLUMNS) == name


@pytest.mark.parametrize(
    "text", ["Kasubbag", "Pengadministrasi", "Output data", "Tanggal Pengesahan", "Nama", ""]
)
def test_other_words_are_no_labels(text: str):
    """What is near a label in letters only is not one."""
    assert name_of(text, FIELDS) is None
    assert name_of(text, COLUMNS) is None


def test_a_label_may_share_its_cell_with_the_value():
    """Behind a colon, under a line break, or before the first item."""
    assert read_label("Nomor SOP : 12", FIELDS).rest == "12"
    assert read_label("Dasar Hukum\nPerpres 29", PANELS).rest == "Perpres 29"
    assert read_label("Dasar Hukum 1. Perpres", PANELS).rest == "1. Perpres"
    assert read_label("Dasar Hukum:", PANELS).written == "Dasar Hukum:"
    assert read_label("Dasar hukum menurut kami", PANELS) is None


@given(
    st.fixed_dictionaries(
        {name: st.tuples(st.sampled_from(labels), VALUE) for name, labels in ISIAN.items()},
    ),
    st.permutations(list(ISIAN)),
    st.booleans(),
)
def test_no_label_becomes_a_value(rows, order, beside):
    """In a table or on alternating lines, each label keeps its own value, blank or not."""
    order = [name for name in order if name != "disahkan_oleh"]
    lines = []
    for name in order:
        label, value = rows[name]
        lines.append(f"{label}\t{value}" if beside else f"{label}\n\n{value}")
    model = read_text("\n".join([*lines, "Dasar Hukum", "Perda Nomor 1"])).model

    assert {name: getattr(model, name) for name in order} == {name: rows[name][1] for name in order}


@given(st.sets(st.sampled_from([each for each in ISIAN if each != "disahkan_oleh"]), min_size=2))
def test_a_row_that_is_not_there_is_none(present):
    """Only labels that stand in the file give a value; the others stay None."""
    model = read_text("\n".join(f"{ISIAN[name][0]}\t" for name in sorted(present))).model

    for name in ISIAN:
        if name != "disahkan_oleh":
            assert getattr(model, name) == ("" if name in present else None)
