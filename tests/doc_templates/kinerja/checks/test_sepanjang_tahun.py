"""The same data in June, in December, and when the annual report is due."""

from __future__ import annotations

import pytest

from doc_templates.kinerja.checks import check
from doc_templates.kinerja.model import DataKinerja
from tests.doc_templates.kinerja.checks.cacat import cacat, tentang
from tests.doc_templates.kinerja.contoh import kecil

SUB = "perjanjian[0].program[0].kegiatan[0].sub_kegiatan[0]"
U = "rekomendasi"
SARAN = {"uraian": "Perbaiki", "tindak_lanjut": "Sudah", "status": "tuntas", "bukti": ["B"]}


def test_data_of_june_are_not_blamed_for_december():
    """Only the quarters that are told are asked for."""
    rows = kecil()["realisasi"][0]["triwulan"][:2]
    data = DataKinerja.model_validate(
        kecil()
        | {
            "realisasi": [{"indikator": "I", "triwulan": rows}],
            "realisasi_anggaran": [
                {"sub_kegiatan": "P.1.1", "keuangan": [1, 2, None, None],
                 "keluaran": [1, 1, None, None]}
            ],
            "tanggal_laporan": {"triwulan": ["16 April 2024", "12 Juli 2024", None, None]},
        }
    )  # fmt: skip

    assert check(data) == []


@pytest.mark.parametrize(
    ("saran", "medan"),
    [
        ({**SARAN, "tindak_lanjut": ""}, "tindak_lanjut"),
        ({**SARAN, "bukti": []}, "bukti"),
        ({**SARAN, "status": "proses", "batas_waktu": "31 Maret 2024"}, "batas_waktu"),
    ],
)
def test_a_recommendation_is_followed_up_proven_and_in_time(saran, medan):
    data = cacat((U, [saran]), ("tanggal_laporan.tahunan", "14 Februari 2025"))
    found = tentang(check(data), "W-FOLLOW-UP")

    assert [each.where for each in found] == [f"{U}[0].{medan}"]


@pytest.mark.parametrize(
    ("ubahan", "code"),
    [
        (("penghargaan", [{"nama": "Juara"}]), "W-AWARD-DETAIL"),
        (("pembanding", [{"indikator": "I", "lingkup": "Nasional", "tahun": 2024, "nilai": 5}]),
         "W-PEER-SOURCE"),
        (("reviu", {"pereviu": "INSPEKTUR", "jawaban": [{"butir": "F1", "jawaban": "tidak"}]}),
         "W-REVIEW-ANSWER"),
        (("renstra.tahun_awal", 2022), "W-PAST-GAP"),
        (("narasi", {"analisis": [{"sasaran": "S9"}]}), "W-REF-UNKNOWN"),
        (("narasi", {"analisis": [{"sasaran": "S"}, {"sasaran": "S"}]}), "W-ROW-DUP"),
        (("kebijakan.efisiensi", "C"), "W-EFFICIENCY-ABSENT"),
        (("tanggal_laporan.tahunan", "3 Maret 2025"), "W-REPORT-DATE"),
        (("tanggal_laporan.tahunan", "30 Desember 2024"), "W-REPORT-DATE"),
        ((f"{SUB}.keluaran", None), "W-SPENDING-ABSENT"),
    ],
)  # fmt: skip
def test_the_annual_report_asks_for_more(ubahan, code):
    data = cacat(("tanggal_laporan.tahunan", "14 Februari 2025"), ubahan)

    assert tentang(check(data), code)
