"""The quarterly tables: what is due by then is the measure, not the year."""

from __future__ import annotations

import pytest

from doc_templates.kinerja.index import index_of
from doc_templates.kinerja.tabel.triwulan import tabel_capaian
from tests.doc_templates.kinerja.contoh import satu


@pytest.mark.parametrize("ke", [1, 2, 3, 4])
def test_who_keeps_to_the_milestones_is_well_rated_in_every_quarter(ke: int):
    """A sum that is half of the year's target by June is on its way, not very low."""
    table = tabel_capaian(index_of(satu(cara_hitung="jumlah")), ke)
    row = next(each for each in table.baris if each.jenis == "isi")

    cells = {name: table.sel_of(row, name) for name in ("predikat_sd", "capaian_sd")}
    assert {name: cell and cell.teks for name, cell in cells.items()} == {
        "predikat_sd": "Sangat Tinggi",
        "capaian_sd": "100,00",
    }
    yearly = table.sel_of(row, "capaian_tahun")
    assert yearly is not None
    assert yearly.teks == f"{25 * ke},00"
