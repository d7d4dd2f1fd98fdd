"""Who held a post on a day."""

from __future__ import annotations

import pytest

from doc_templates.kinerja.hitung.pejabat import pejabat_pada
from doc_templates.kinerja.index import index_of
from doc_templates.kinerja.model import DataKinerja
from doc_templates.tanggal import read_date
from tests.doc_templates.kinerja.contoh import KECAMATAN, index_contoh, kecil


@pytest.mark.parametrize(
    ("tanggal", "sebutan"),
    [
        ("1 Januari 2023", []),
        ("2 Januari 2023", ["CAMAT JEKULO"]),
        ("30 Juni 2024", ["CAMAT JEKULO"]),
        ("1 Juli 2024", ["Plt. CAMAT JEKULO"]),
        ("14 Februari 2030", ["Plt. CAMAT JEKULO"]),
    ],
)
def test_a_term_holds_from_its_first_to_its_last_day(tanggal, sebutan):
    found = pejabat_pada(index_contoh(KECAMATAN), "KECAMATAN", read_date(tanggal))

    assert [each.sebutan for each in found] == sebutan


def test_without_a_day_all_who_held_the_post_are_found():
    assert len(pejabat_pada(index_contoh(KECAMATAN), "KECAMATAN", None)) == 2


def test_a_term_without_readable_dates_is_open():
    """Nothing is guessed against an official whose dates nobody can read."""
    data = kecil()
    data["pejabat"][1] |= {"mulai": "awal tahun", "selesai": "-"}
    index = index_of(DataKinerja.model_validate(data))

    assert len(pejabat_pada(index, "DINAS", read_date("1 Mei 2024"))) == 1
