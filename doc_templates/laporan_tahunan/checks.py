"""What an annual report must hold before it can be issued."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doc_templates.kinerja.checks import check_tahunan
from doc_templates.kinerja.index import index_of
from doc_templates.laporan_tahunan import codes
from doc_templates.naskah.periksa import di_data, periksa

if TYPE_CHECKING:
    from doc_templates.findings import Finding
    from doc_templates.kinerja.model import DataKinerja
    from doc_templates.laporan_tahunan.model import LaporanTahunan


def check(data: LaporanTahunan) -> list[Finding]:
    """All that is to be said about a report and the whole year that it reads."""
    return [
        *_unit(data),
        *periksa(data, index_of(data.data)),
        *di_data(check_tahunan(_dated(data))),
    ]


def _unit(data: LaporanTahunan) -> list[Finding]:
    if not data.unit:
        return []
    sentence = "Laporan tahunan selalu untuk seluruh perangkat daerah; kosongkanlah unit."
    return [codes.UNIT_CHOSEN.at("unit", sentence)]


def _dated(data: LaporanTahunan) -> DataKinerja:
    """The data as if they gave the report the date that it bears."""
    if not data.tanggal:
        return data.data
    told = data.data.tanggal_laporan.model_copy(update={"tahunan": data.tanggal})
    return data.data.model_copy(update={"tanggal_laporan": told})
