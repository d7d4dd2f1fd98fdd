"""The samples: complete, of realistic length, and without anything that blocks."""

from __future__ import annotations

import json

import pytest

from doc_templates.findings import blocking
from doc_templates.kinerja import KIND, checks
from doc_templates.kinerja.hitung.triwulan import TRIWULAN
from doc_templates.kinerja.jalan import SUB_KEGIATAN
from doc_templates.kinerja.nilai import Ketiadaan
from doc_templates.nip import digits_of
from tests.doc_templates.kinerja.contoh import DINAS, KECAMATAN, contoh, index_contoh, mentah

setiap = pytest.mark.parametrize("nama", [DINAS, KECAMATAN])
SUMBER = {"19650130 199203 1 005"}
"""NIPs that stand in the offices' own published documents."""


@setiap
def test_a_sample_has_the_length_of_a_real_office(nama):
    """Eight aims in a cascade, twenty indicators, thirty sub kegiatan, four quarters."""
    data, index = contoh(nama), index_contoh(nama)
    budget = [each for each in index.versi[0].anggaran if each.tingkat == SUB_KEGIATAN]

    assert len(index.sasaran) >= 8
    assert any(each.induk for each in index.sasaran.values())
    assert len(index.indikator) >= 20
    assert len(budget) >= 30
    assert len(index.versi) >= 2
    assert (data.renstra.tahun_awal, data.renstra.tahun_akhir) == (2021, 2025)
    assert all(set(index.realisasi[key]) == set(TRIWULAN) for key in index.indikator)
    assert all(len(index.tahun_lalu[key]) == 3 for key in index.indikator)
    assert set(index.belanja) == {each.kunci for each in budget}


def test_the_samples_show_every_formula_and_every_absence():
    """Lower is better by both ways, predicates, a range, sums, means; words for what is missing."""
    measures = [
        each.indikator
        for nama in (DINAS, KECAMATAN)
        for each in index_contoh(nama).indikator.values()
    ]
    values = {
        quarter.nilai
        for nama in (DINAS, KECAMATAN)
        for row in contoh(nama).realisasi
        for quarter in row.triwulan
    }

    assert {each.rumus for each in measures} == {"F1", "F2", "F3", "F6", "F7"}
    assert {each.cara_hitung for each in measures} == {"jumlah", "nilai_akhir", "rata_rata"}
    assert {each.value for each in Ketiadaan} <= values


@pytest.mark.parametrize("nama", KIND.samples())
def test_a_sample_has_nothing_that_blocks_any_document(nama):
    data = contoh(nama)
    found = [
        *checks.check(data),
        *checks.check_perjanjian(data),
        *(
            each
            for versi in data.perjanjian
            for unit in data.unit
            if unit.tingkat != "kepala_daerah"
            for each in checks.check_perjanjian(data, unit=unit.kode, ke=versi.ke)
        ),
        *checks.check_rencana_aksi(data),
        *(each for ke in TRIWULAN for each in checks.check_triwulan(data, ke)),
        *checks.check_tahunan(data),
    ]

    assert blocking(found) == []


@pytest.mark.parametrize("nama", KIND.samples())
def test_a_sample_comes_back_from_the_model_as_it_is_written(nama):
    """Nothing typed is lost: what the file says is what the model keeps."""
    data = contoh(nama)
    kept = json.loads(data.model_dump_json(exclude_unset=True))

    assert kept == mentah(nama)


@pytest.mark.parametrize("nama", KIND.samples())
def test_a_sample_names_nobody_but_those_of_the_sources(nama):
    """Posts stand without names, or with the name that the office itself published."""
    named = [each for each in contoh(nama).pejabat if each.nama or each.nip]

    assert {each.nip for each in named} <= SUMBER
    assert all(digits_of(each.nip or "") for each in named)


def test_the_annual_report_of_the_sample_has_enough_to_tell():
    """Every chapter has its words, and every aim its seven analyses."""
    texts = contoh().narasi
    words = sum(len(text.split()) for _, text in _texts(texts.model_dump()))

    assert {each.sasaran for each in texts.analisis} == set(index_contoh().sasaran)
    assert words > 5_000


def _texts(value, where=""):
    if isinstance(value, str):
        yield where, value
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from _texts(each, f"{where}.{key}")
    elif isinstance(value, list | tuple):
        for each in value:
            yield from _texts(each, where)
