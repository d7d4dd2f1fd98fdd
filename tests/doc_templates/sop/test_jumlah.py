"""Totals: what a whole SOP takes, told apart by condition."""

from __future__ import annotations

import pytest

from doc_templates.sop.jumlah import figures, jumlah_of
from doc_templates.sop.model import Sop
from tests.doc_templates.sop.samples import sample


def timed(*cells, profil="baku"):
    steps = [
        {"nomor": str(at), "uraian": "x", "mutu_baku": {"waktu": cell}}
        for at, cell in enumerate(cells, 1)
    ]
    return jumlah_of(Sop.model_validate({"profil": profil, "kegiatan": steps}))


@pytest.mark.parametrize("form", ["apa-adanya", "lengkap"])
@pytest.mark.parametrize(
    ("office", "whole"),
    [
        ("kudus", "205 menit"),
        ("jekulo", "5 hari 2 jam"),
        (
            "jeneponto",
            (
                "3 hari 1 jam 30 menit untuk Penyusunan Laporan Triwulan; "
                "17 hari 1 jam 30 menit untuk Laporan Kinerja Tahunan"
            ),
        ),
    ],
)
def test_the_totals_of_the_offices(office, form, whole):
    """Kudus counts minutes; Jekulo's days and hours stay apart; Jeneponto has two cycles."""
    assert jumlah_of(sample(f"{office}-{form}")).teks == whole


def test_kertosono_takes_the_unit_from_the_heading():
    """Bare numbers under “Waktu (menit)” are minutes; blank ones are told as blank."""
    assert jumlah_of(sample("kertosono-lengkap")).teks == "760 menit"
    blank = jumlah_of(sample("kertosono-apa-adanya"))
    assert (blank.teks, len(blank.kosong)) == ("", 10)
    assert figures(sample("kertosono-apa-adanya")) == {
        "Jumlah waktu": "tidak ada waktu yang terbaca"
    }


def test_what_the_total_leaves_out_is_said():
    """A total over unreadable cells would claim too much."""
    whole = timed("10 menit", "", "segera", "1 jam atau 2 jam")

    assert whole.teks == "10 menit"
    assert whole.catatan == "belum termasuk langkah 2 (kosong) dan langkah 3, 4 (tidak terbaca)"


def test_conditions_of_one_period_are_one():
    """“Triwulan” here and “Laporan Triwulan” there belong to the same run."""
    whole = timed(
        "1 hari untuk Laporan Triwulan dan 9 hari untuk tahunan", "triwulan: 2 hari; tahun: 3 hari"
    )

    assert whole.teks == "3 hari untuk Laporan Triwulan; 12 hari untuk tahunan"


def test_bounds_are_added_as_bounds():
    """“1–3 hari” and two days more are three to five."""
    assert timed("1-3 hari", "2 hari").teks == "3–5 hari"
