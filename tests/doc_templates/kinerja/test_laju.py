"""Twice the data may cost little more than twice the time."""

from __future__ import annotations

import json
from time import process_time

import pytest

from doc_templates.kinerja.checks import check
from doc_templates.kinerja.index import index_of
from doc_templates.kinerja.model import DataKinerja
from doc_templates.kinerja.tabel import dokumen
from tests.doc_templates.kinerja.contoh import contoh, index_contoh, mentah

pytestmark = pytest.mark.slow  # processor time, which a busy machine blurs

PALING = 2.3
_LISTS = (
    *("rencana_aksi", "realisasi", "realisasi_anggaran", "bukti", "tahun_lalu", "pembanding"),
    "rekomendasi",
)


def ganda() -> DataKinerja:
    """The sample beside itself under other codes: every table twice as long."""
    data = mentah()
    twin = json.loads(json.dumps(data))
    index = index_contoh()
    old = {
        *index.sasaran,
        *index.indikator,
        *index.bukti,
        *(each.kunci for versi in index.versi for each in versi.anggaran),
    }
    twin = _renamed(twin, old)
    data["renstra"]["tujuan"] += twin["renstra"]["tujuan"]
    for versi, other in zip(data["perjanjian"], twin["perjanjian"], strict=True):
        versi["target"] += other["target"]
        versi["program"] += other["program"]
    for name in _LISTS:
        data[name] += twin[name]
    return DataKinerja.model_validate(data)


def _renamed(value, codes):
    if isinstance(value, str):
        return f"{value}~" if value in codes else value
    if isinstance(value, dict):
        return {key: _renamed(each, codes) for key, each in value.items()}
    return [_renamed(each, codes) for each in value] if isinstance(value, list) else value


def seconds(work, data) -> float:
    """Processor time of the quickest of several runs: a busy machine slows none of them."""

    def once() -> float:
        began = process_time()
        work(data)
        return process_time() - began

    return min(once() for _ in range(3))


def test_twice_the_rows_cost_the_tables_little_more_than_twice_the_time():
    twice = ganda()

    assert len(index_of(twice).indikator) == 2 * len(index_contoh().indikator)

    def work(data):
        return dokumen(index_of(data))

    assert seconds(work, twice) <= PALING * seconds(work, contoh())


def test_twice_the_rows_cost_the_checks_little_more_than_twice_the_time():
    assert seconds(check, ganda()) <= PALING * seconds(check, contoh())
