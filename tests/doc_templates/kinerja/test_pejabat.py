"""A document names whoever held the post on its day."""

from __future__ import annotations

import pytest

from doc_templates.kinerja.model import DataKinerja
from doc_templates.kinerja.pejabat import pejabat_pada

DATA = DataKinerja.model_validate(
    {
        "kop": {},
        "tahun": 2024,
        "tempat": "Jekulo",
        "unit": [{"kode": "KEC", "nama": "Kecamatan", "tingkat": "camat"}],
        "pejabat": [
            {"unit": "KEC", "jabatan": "CAMAT", "nama": "A", "mulai": "2 Januari 2023",
             "selesai": "30 Juni 2024"},
            {"unit": "KEC", "jabatan": "CAMAT", "nama": "B", "kapasitas": "Plt.",
             "mulai": "1 Juli 2024", "selesai": "31 Desember 2024"},
            {"unit": "KEC", "jabatan": "CAMAT", "nama": "C", "kapasitas": "Plh.",
             "mulai": "1 Oktober 2024", "selesai": "5 Oktober 2024"},
        ],
        "renstra": {"judul": "Renstra", "tahun_awal": 2021, "tahun_akhir": 2025},
    }
)  # fmt: skip


@pytest.mark.parametrize(
    ("day", "name"),
    [
        ("2 Januari 2023", "A"),
        ("30 Juni 2024", "A"),
        ("1 Juli 2024", "B"),
        ("3 Oktober 2024", "C"),
        ("6 Oktober 2024", "B"),
        ("1 Januari 2025", None),
        (None, None),
        ("entah", None),
    ],
)
def test_the_official_of_the_day_is_named(day: str | None, name: str | None):
    """Both ends of a term count; who stands in comes last; nobody is made up."""
    found = pejabat_pada(DATA, "KEC", day)

    assert found is not None
    assert (found.nama, found.jabatan) == (name, "CAMAT")


def test_a_unit_without_officials_has_none():
    """Nobody is invented for a post that the data do not know."""
    assert pejabat_pada(DATA, "DESA", "1 Juli 2024") is None
