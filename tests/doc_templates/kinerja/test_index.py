"""The data set looked up: codes before texts, the first of equals, every reference remembered."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from doc_templates.kinerja.index import index_of
from doc_templates.kinerja.model import DataKinerja
from doc_templates.kinerja.rujukan import Cara, Pencari, kunci_of, normal
from tests.doc_templates.kinerja.contoh import index_contoh, kecil

names = st.text("abcAB ", min_size=1, max_size=6).filter(str.strip)
things = st.lists(st.tuples(st.sampled_from(["", "K1", "K2", "K3"]), names), max_size=8)


def of(data):
    return index_of(DataKinerja.model_validate(data))


@given(things, names)
def test_a_reference_leads_to_one_thing_or_says_why_not(items, teks):
    """By the letter first, then without capitals and surplus spaces; never to a guess."""
    key, how = Pencari(items).cari(teks)
    exact = {kunci_of(*each) for each in items if teks in {each[0].strip(), each[1]}}
    loose = {
        kunci_of(*each)
        for each in items
        if normal(teks) in {normal(each[0]), normal(each[1])} and normal(teks)
    }

    if exact:
        assert (key, how) == ((*exact, Cara.TEPAT) if len(exact) == 1 else (None, Cara.GANDA))
    elif loose:
        assert (key, how) == ((*loose, Cara.EJAAN) if len(loose) == 1 else (None, Cara.GANDA))
    else:
        assert (key, how) == (None, Cara.TIDAK_ADA)


def test_everything_of_the_sample_is_found_to_the_letter():
    assert {each.cara for each in index_contoh().rujukan} == {Cara.TEPAT}


def test_other_capitals_and_spaces_still_find_their_indicator():
    data = kecil()
    data["realisasi"][0]["indikator"] = "  jumlah   LAYANAN "
    index = of(data)

    assert set(index.realisasi) == {"I"}
    assert Cara.EJAAN in {each.cara for each in index.rujukan}


def test_an_indicator_without_a_code_is_known_by_its_text():
    data = kecil(kode="")
    data["realisasi"][0]["indikator"] = "Jumlah layanan"
    data["perjanjian"][0]["target"][0]["indikator"] = "Jumlah layanan"

    assert set(of(data).realisasi) == set(of(data).indikator) == {"Jumlah layanan"}


def test_of_equal_rows_the_first_is_found():
    data = kecil()
    data["realisasi"].append({"indikator": "I", "triwulan": [{"ke": 1, "nilai": 999}]})

    assert of(data).realisasi["I"][1].nilai == 25


def test_a_second_row_of_an_indicator_may_bring_other_quarters():
    data = kecil()
    rows = data["realisasi"][0]["triwulan"]
    data["realisasi"] = [{"indikator": "I", "triwulan": [each]} for each in rows]

    assert set(of(data).realisasi["I"]) == {1, 2, 3, 4}


def test_budget_lines_of_equal_codes_all_stay():
    """No rupiah is lost by a slip in a code."""
    data = kecil()
    kegiatan = data["perjanjian"][0]["program"][0]["kegiatan"][0]
    kegiatan["sub_kegiatan"] *= 2

    assert len(of(data).versi[0].anggaran) == 4


def test_a_reference_that_leads_nowhere_is_remembered_with_its_place():
    data = kecil()
    data["realisasi"][0]["indikator"] = "IKU-99"
    (lost,) = [each for each in of(data).rujukan if each.cara is Cara.TIDAK_ADA]

    assert (lost.where, lost.teks, lost.jenis) == ("realisasi[0].indikator", "IKU-99", "indikator")


def test_an_office_may_bring_its_own_scale():
    data = kecil() | {
        "skala": [{"nama": "S", "judul": "S", "predikat": [{"sebutan": "Baik", "skor": "2"}]}]
    }

    assert "S" in of(data).skala
    assert "opini-bpk" in of(data).skala
