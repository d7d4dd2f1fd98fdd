"""What stands in the rows, and how tall that makes them."""

from __future__ import annotations

import pytest

from doc_templates.sop.bagan.isi import ATAS_BAWAH, pelaku_utama, teks_of, tinggi_baris_teks
from doc_templates.sop.bagan.kolom import MM, TEPI
from doc_templates.sop.profiles import profile
from doc_templates.typefaces import FAMILIES
from tests.doc_templates.sop.bagan.papan import langkah, sop, tata

PANJANG = " ".join(f"kata{at}" for at in range(1000))[:5000].strip()


@pytest.mark.parametrize("huruf", FAMILIES)
@pytest.mark.parametrize("panjang", [1, 60, 300, 600])
def test_a_row_is_tall_enough_for_its_text(huruf, panjang):
    """All lines of the longest cell fit between the rulings."""
    model = sop(langkah(1, 0, PANJANG[:panjang].strip()), langkah(2, 1))
    kerangka, lembar = tata(model, huruf=huruf)
    baris = lembar.halaman[0].baris[0]
    banyak = kerangka.pengukur.banyak_baris(baris.teks[1], lembar.lebar[1] - TEPI, lembar.ukuran)

    assert baris.tinggi >= banyak * lembar.baris_teks * MM + ATAS_BAWAH - 0.02


@pytest.mark.parametrize("arah", ["mendatar", "tegak"])
@pytest.mark.parametrize("huruf", FAMILIES)
def test_a_step_of_5000_characters_goes_on_over_pages(arah, huruf):
    """It is divided between two lines, nothing cut and nothing said twice."""
    model = sop(langkah(1, 0), langkah(2, 1, PANJANG), langkah(3, 2), arah=arah)
    _, lembar = tata(model, huruf=huruf)
    bagian = [each for halaman in lembar.halaman for each in halaman.baris if each.langkah == 1]

    assert " ".join(each.teks[1] for each in bagian).split() == PANJANG.split()
    assert [each.lanjutan for each in bagian] == [False] + [True] * (len(bagian) - 1)
    assert all(each.dipotong for each in bagian) == (len(bagian) > 1)
    assert len(bagian) > (1 if arah == "mendatar" else 0)


def test_the_other_cells_of_a_divided_step_are_printed_once():
    """Number, requirements and output stand in its first part alone."""
    mutu = {"kelengkapan": "Surat", "waktu": "5 menit", "output": "Disposisi"}
    _, lembar = tata(sop(langkah(1, 0, PANJANG, mutu_baku=mutu), langkah(2, 1)))
    pertama, *lain = [
        each.teks for halaman in lembar.halaman for each in halaman.baris if each.langkah == 0
    ]

    assert (pertama[0], *pertama[5:8]) == ("1", "Surat", "5 menit", "Disposisi")
    assert lain
    assert {teks for each in lain for teks in (each[0], *each[2:])} == {""}


@pytest.mark.parametrize("profil", ["baku", "jekulo", "jeneponto", "kertosono", "kudus"])
def test_a_step_has_a_text_for_each_column(profil):
    """Keterangan has a column only where the office prints one."""
    model = sop(langkah(1, 0, keterangan="Catatan"), profil=profil)
    form = profile(profil)
    teks = teks_of(model, form, model.kegiatan[0])

    assert len(teks) == len(tata(model)[1].lebar)
    assert ("Catatan" in teks) == (form.letak_keterangan != "tidak_ada")


def test_whoever_approves_decides():
    """The rhombus of a decision stands in the lane of the approver, else of the first to act."""
    peran = [{"lajur": "l0", "peran": "menerima"}, {"lajur": "l1", "peran": "menyetujui"}]
    model = sop(
        langkah(1, 0) | {"bentuk": "keputusan", "ya": "2", "tidak": "2", "pelaksana": peran},
        langkah(2, 0) | {"pelaksana": [*peran, {"lajur": "l2", "peran": "melakukan"}]},
        langkah(3, 0) | {"pelaksana": peran[:1]},
    )

    assert [pelaku_utama(each).lajur for each in model.kegiatan] == ["l1", "l2", "l0"]


def test_a_line_has_a_height_that_docx_can_hold():
    """Whole twentieths of a point, a little more than the type."""
    assert tinggi_baris_teks(9.5) == 11.2
    assert tinggi_baris_teks(6.0) == 7.1
