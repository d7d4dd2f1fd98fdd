"""Lanes as words name them: rank and the many spellings of one post."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doc_templates.sop.jabatan import (
    ADMINISTRATOR,
    KEPALA,
    PENGAWAS,
    STAF,
    jabatan_of,
    rank_of,
    words_of,
)
from doc_templates.sop.model import Sop
from tests.doc_templates.sop.samples import OFFICES, sample


def posts(*headings):
    lanes = [{"id": str(at), "nama": each} for at, each in enumerate(headings)]
    return jabatan_of(Sop.model_validate({"lajur": lanes}))


def meant(text, *headings):
    return [each.lajur for each in posts(*headings).sebutan(words_of(text))]


@pytest.mark.parametrize(
    ("heading", "rank"),
    [
        ("Kepala Dinas", KEPALA),
        ("Camat", KEPALA),
        ("Sekretaris Daerah", KEPALA),
        ("Kabid / Sekretaris", ADMINISTRATOR),
        ("Sekcam", ADMINISTRATOR),
        ("Kepala Bidang Data", ADMINISTRATOR),
        ("Kasubbag/ Kasie", PENGAWAS),
        ("Kepala Sub Bagian Umum", PENGAWAS),
        ("Kasubag. PE dan Keu", PENGAWAS),
        ("Analisis Data", STAF),
        ("Pengadministrasi Perencanaan", STAF),
        ("Pelaksana", STAF),
        ("Pemohon", None),
    ],
)
def test_the_rank_of_a_heading(heading, rank):
    """Posts of one rank stand side by side in every office; other headings have none."""
    assert rank_of(heading) == rank


@pytest.mark.parametrize("office", OFFICES)
def test_every_lane_of_the_offices_has_a_rank(office):
    """The headings of the four are all understood."""
    assert None not in jabatan_of(sample(f"{office}-lengkap")).tingkat


def test_alternatives_may_stand_in_any_order():
    """“Kasubag/Kasubid” means the lane “Kasubid/ Kasubag”."""
    lanes = ("Kabid", "Kasubid/ Kasubag", "Analisis Data", "Kasubag Perencanaan")

    assert meant("Menugaskan Kasubag/Kasubid", *lanes) == [1, 1]
    assert meant("kepada kasubag perencanaan", *lanes) == [3]
    assert meant("Memerintahkan Analis", *lanes) == [2]


def test_words_inside_words_name_nobody():
    """“Pelaksanaan” is no Pelaksana, and a bare “Kepala” is no Kepala Dinas."""
    assert meant("Pelaksanaan kegiatan oleh kepala", "Pelaksana", "Kepala Dinas") == []


def test_two_lanes_of_one_name_cannot_be_meant_by_words():
    """Nobody can say which of the twins a text names."""
    assert meant("Diserahkan kepada Pelaksana", "Pelaksana", "Pelaksana") == []


@given(st.lists(st.text(max_size=15), max_size=5), st.text(max_size=40))
def test_any_heading_and_text_can_be_read(headings, text):
    """Names found lie inside the text."""
    found = posts(*headings).sebutan(words_of(text))

    assert all(0 <= each.awal < each.akhir <= len(words_of(text)) for each in found)
