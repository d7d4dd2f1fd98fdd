"""Quarters, and the version of the agreement that holds in each."""

from __future__ import annotations

import pytest

from doc_templates.kinerja.hitung.triwulan import (
    TRIWULAN,
    akhir_triwulan,
    awal_triwulan,
    nama_versi,
    versi_untuk,
)
from doc_templates.kinerja.index import index_of
from doc_templates.kinerja.model import DataKinerja
from tests.doc_templates.kinerja.contoh import DINAS, KECAMATAN, index_contoh, kecil


@pytest.mark.parametrize(("nama", "versi"), [(DINAS, (0, 0, 0, 1)), (KECAMATAN, (0, 0, 1, 2))])
def test_a_version_holds_from_the_quarter_in_which_it_is_signed(nama, versi):
    index = index_contoh(nama)

    assert tuple(versi_untuk(index, ke).nomor for ke in TRIWULAN) == versi


def test_a_version_without_a_date_counts_by_its_place():
    data = kecil()
    data["perjanjian"].append(data["perjanjian"][0] | {"ke": 1, "tanggal": None})
    index = index_of(DataKinerja.model_validate(data))

    assert versi_untuk(index, 1).nomor == 1


def test_before_the_first_date_the_first_version_holds():
    data = kecil()
    data["perjanjian"][0]["tanggal"] = "20 Mei 2024"
    index = index_of(DataKinerja.model_validate(data))

    assert versi_untuk(index, 1).nomor == 0


def test_without_an_agreement_no_version_holds():
    index = index_of(DataKinerja.model_validate(kecil() | {"perjanjian": []}))

    assert versi_untuk(index, 4) is None


def test_quarters_follow_each_other_without_a_gap():
    """The year begins with the first day of the first quarter and ends with the last."""
    assert [awal_triwulan(2024, ke).teks for ke in TRIWULAN] == [
        "1 Januari 2024", "1 April 2024", "1 Juli 2024", "1 Oktober 2024"
    ]  # fmt: skip
    assert [akhir_triwulan(2024, ke).teks for ke in TRIWULAN] == [
        "31 Maret 2024", "30 Juni 2024", "30 September 2024", "31 Desember 2024"
    ]  # fmt: skip


def test_versions_bear_roman_numbers_as_far_as_offices_count():
    versi = index_contoh().versi[0].isi

    assert [nama_versi(versi.model_copy(update={"ke": ke})) for ke in (0, 1, 2, 10, 11)] == [
        "Murni", "Perubahan I", "Perubahan II", "Perubahan X", "Perubahan 11"
    ]  # fmt: skip
