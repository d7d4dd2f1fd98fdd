"""Rows of the tables: whose they are, and how they are numbered."""

from __future__ import annotations

import pytest

from doc_templates.kinerja.index import index_of
from doc_templates.kinerja.model import DataKinerja
from doc_templates.kinerja.tabel import Pilihan, isi_perjanjian, lampiran, puncak
from doc_templates.kinerja.tabel.perjanjian import SASARAN
from doc_templates.kinerja.tabel.susunan import indikator_in, kelompok_of
from tests.doc_templates.kinerja.contoh import DINAS, KECAMATAN, index_contoh, kecil

setiap = pytest.mark.parametrize("nama", [DINAS, KECAMATAN])


@setiap
def test_every_indicator_has_one_row_and_numbers_run_on_without_a_gap(nama):
    """Aims are counted through all units, indicators within their aim."""
    index = index_contoh(nama)
    rows = list(indikator_in(kelompok_of(index)))
    aims = list(dict.fromkeys(int(each.nomor_sasaran) for each in rows))

    assert sorted(each.kunci for each in rows) == sorted(index.indikator)
    assert aims == list(range(1, len(index.sasaran) + 1))
    assert len({each.nomor for each in rows}) == len(rows)


def test_groups_follow_the_order_of_the_units():
    """From the top down, whatever the order of the aims."""
    index = index_contoh()
    groups = [each.unit.kode for each in kelompok_of(index) if each.unit]

    assert groups == [each for each in index.unit if each in groups]
    assert groups[0] == "DINAS"


def test_an_aim_of_an_unknown_unit_is_not_lost():
    data = kecil()
    data["renstra"]["tujuan"][0]["sasaran"][0]["penanggung_jawab"] = "BIDANG"
    (group,) = kelompok_of(index_of(DataKinerja.model_validate(data)))

    assert group.unit is None
    assert [each.kunci for each in group.baris] == ["I"]


def test_the_office_is_the_first_unit_below_the_head_of_region():
    assert puncak(index_contoh()).kode == "DINAS"
    assert puncak(index_contoh("kabupaten-kudus-2024")).tingkat == "kepala_daerah"


@setiap
def test_an_agreement_holds_its_unit_s_aims_and_no_other(nama):
    """All agreements of a version together promise every indicator once."""
    index = index_contoh(nama)
    versi = index.versi[0]
    promised = []
    for unit in index.data.unit:
        rows = isi_perjanjian(index, unit, versi).sasaran
        promised += [rows.sel_of(each, "target").subjek for each in rows.baris]
        assert rows.kolom[1].judul == SASARAN[unit.tingkat]

    assert sorted(promised) == sorted(index.indikator)


@setiap
def test_the_head_of_the_office_answers_for_the_whole_budget(nama):
    """The sum under the programmes is the DPA of that version."""
    index = index_contoh(nama)
    for versi in index.versi:
        table = isi_perjanjian(index, puncak(index), versi).anggaran
        total = table.sel_of(table.baris[-1], "anggaran")

        assert total.angka == versi.isi.dpa.jumlah


def test_each_version_prints_its_own_targets():
    index = index_contoh()
    printed = [
        cell.teks
        for versi in index.versi
        for row in isi_perjanjian(index, index.unit["DINAS"], versi).sasaran.baris
        if (cell := row.sel[-1]) and cell.subjek == "IKU-1.3"
    ]

    assert printed == ["70,00", "72,00"]


def test_what_nobody_reviewed_says_so():
    data = kecil()
    (table,) = lampiran(index_of(DataKinerja.model_validate(data)), "L15")

    assert {table.sel_of(each, "jawaban").teks for each in table.baris} == {"belum direviu"}


def test_evidence_tells_what_it_proves():
    (table,) = lampiran(index_of(DataKinerja.model_validate(kecil())), "L14")

    assert (
        table.sel_of(table.baris[0], "dipakai").teks == "1.1 TW I; 1.1 TW II; 1.1 TW III; 1.1 TW IV"
    )


def test_a_table_about_one_aim_counts_from_one():
    """An excerpt is read by itself, like the agreement of a unit."""
    part = list(indikator_in(kelompok_of(index_contoh(), Pilihan(sasaran={"SS-4"}))))

    assert [each.nomor for each in part] == ["1.1", "1.2", "1.3"]
    assert [each.kunci for each in part] == ["IKU-4.1", "IKU-4.2", "IKU-4.3"]


def test_a_table_of_one_unit_has_that_unit_s_rows():
    rows = list(indikator_in(kelompok_of(index_contoh(), Pilihan(unit="BID-IKP"))))

    assert [each.kunci for each in rows] == ["IKP-3.1", "IKP-3.2"]
