"""Tables as readers meet them: no blank cell, every formula below, numbers that can be redone."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from doc_templates.kinerja.index import index_of
from doc_templates.kinerja.model import DataKinerja
from doc_templates.kinerja.rumus import CAPAIAN, bunyi
from doc_templates.kinerja.tabel import LAMPIRAN, dokumen, lampiran
from tests.doc_templates.kinerja.contoh import DINAS, KECAMATAN, contoh, index_contoh, kecil

setiap = pytest.mark.parametrize("nama", [DINAS, KECAMATAN])
tertulis = st.sampled_from(
    [None, "", " ", "belum tersedia", "tidak berlaku", 0, 25, "1.234", "1,5", "abc", "-", "Rp5.000"]
)
empat = st.lists(tertulis, min_size=4, max_size=4)


def check_no_blank(index):
    for name, tables in dokumen(index).items():
        for table in tables:
            for row in table.baris:
                assert len(row.sel) == len(table.kolom)
                assert row.sel[0] is not None
                for cell in row.sel:
                    assert cell is None or cell.teks.strip(), (name, table.kode)
                    assert cell is None or "nan" not in cell.teks.casefold().split()
            assert table.baris or table.kosong
            assert all(line.teks.strip() for line in table.keterangan)


@setiap
def test_no_cell_of_a_sample_is_blank(nama):
    check_no_blank(index_contoh(nama))


@settings(max_examples=40, deadline=None)
@given(
    quarters=st.tuples(empat, empat, empat, empat), target=tertulis, pagu=tertulis, lalu=tertulis
)
def test_whatever_is_written_no_cell_is_blank_or_nan(quarters, target, pagu, lalu):
    """Missing, unreadable, ambiguous: each is a word, in every table of every document."""
    triwulan, realisasi, keuangan, keluaran = quarters
    data = kecil(
        target=target,
        triwulan=triwulan,
        realisasi=realisasi,
        lalu=[{"indikator": "I", "tahun": 2023, "target": target, "realisasi": lalu}],
    )
    data["realisasi_anggaran"][0] |= {"keuangan": keuangan, "keluaran": keluaran}
    programme = data["perjanjian"][0]["program"][0]
    programme["kegiatan"][0]["sub_kegiatan"][0]["anggaran"] = pagu

    check_no_blank(index_of(DataKinerja.model_validate(data)))


def test_nothing_but_the_frame_still_makes_every_table():
    """A data set of the first day of the year says everywhere what it does not have yet."""
    whole = kecil()
    data = {key: whole[key] for key in ("kop", "tahun", "tempat", "unit", "renstra")}
    data["renstra"] = {**whole["renstra"], "tujuan": []}

    check_no_blank(index_of(DataKinerja.model_validate(data)))


@setiap
def test_every_formula_that_a_table_uses_is_printed_under_it(nama):
    index = index_contoh(nama)
    for kode in ("L2", "L3", "L4"):
        (table,) = lampiran(index, kode)
        lines = {each.teks for each in table.keterangan if each.jenis == "rumus"}
        used = {each.indikator.rumus for each in index.indikator.values()}

        assert {bunyi(CAPAIAN[each]) for each in used} <= lines


@setiap
def test_every_number_of_a_formula_can_be_redone_from_the_lines_below(nama):
    """An achievement in the table is the end of the equation under it."""
    (table,) = lampiran(index_contoh(nama), "L2")
    equations = [each.teks for each in table.keterangan if each.jenis == "substitusi"]
    places = {each.kunci: at for at, each in enumerate(table.kolom)}
    checked = 0
    for row in table.baris:
        number, cell = row.sel[places["no"]], row.sel[places["capaian"]]
        if row.jenis == "isi" and cell.angka is not None:
            (line,) = [each for each in equations if each.startswith(f"{number.teks} ")]
            assert re.search(rf"(= |ditetapkan ){re.escape(cell.teks)}%$", line)
            checked += 1

    assert checked > 20


@setiap
def test_policies_and_classes_stand_under_the_measurement(nama):
    (table,) = lampiran(index_contoh(nama), "L2")
    policies = " ".join(each.teks for each in table.keterangan if each.jenis == "kebijakan")

    assert "Capaian di bawah 0% ditetapkan 0%" in policies
    assert "dibulatkan satu kali" in policies
    assert index_contoh(nama).kelas.bunyi in policies


def test_every_missing_number_has_its_reason_below():
    """No word stands in a cell of results without a note."""
    (table,) = lampiran(index_contoh(KECAMATAN), "L2")
    notes = [each.teks for each in table.keterangan if each.jenis == "catatan"]

    assert any("realisasi s.d. TW IV belum tersedia" in each for each in notes)


def test_all_annexes_have_their_own_code():
    for kode in LAMPIRAN:
        assert all(each.kode.startswith(kode) for each in lampiran(index_contoh(), kode))


def test_the_sum_row_of_the_budget_is_the_dpa():
    (table,) = lampiran(index_contoh(), "L9")
    last = table.baris[-1]

    assert last.jenis == "jumlah"
    assert table.sel_of(last, "pagu").angka == contoh().perjanjian[1].dpa.jumlah


@pytest.mark.parametrize("kosong", ["", " "])
def test_names_and_codes_that_are_blank_leave_no_blank_cell(kosong):
    """Blank names of units, aims and lines are words too, also in the rows that head others."""
    data = kecil()
    data["unit"][1]["nama"] = kosong
    data["renstra"]["tujuan"][0]["sasaran"][0]["uraian"] = kosong
    data["perjanjian"][0]["program"][0] |= {"kode": kosong, "uraian": kosong}

    check_no_blank(index_of(DataKinerja.model_validate(data)))
