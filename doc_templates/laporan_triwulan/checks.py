"""What a quarterly report must hold before it can be issued."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doc_templates.kinerja.checks import check_triwulan
from doc_templates.kinerja.index import index_of
from doc_templates.naskah.periksa import di_data, periksa

if TYPE_CHECKING:
    from doc_templates.findings import Finding
    from doc_templates.kinerja.model import DataKinerja
    from doc_templates.laporan_triwulan.model import LaporanTriwulan


def check(data: LaporanTriwulan) -> list[Finding]:
    """All that is to be said about a report and what it reads of its data."""
    own = periksa(data, index_of(data.data))
    return [*own, *di_data(check_triwulan(_dated(data), data.triwulan))]


def _dated(data: LaporanTriwulan) -> DataKinerja:
    """The data as if they gave the report the date that it bears."""
    if not data.tanggal:
        return data.data
    dates = list(data.data.tanggal_laporan.triwulan)
    dates[data.triwulan - 1] = data.tanggal
    told = data.data.tanggal_laporan.model_copy(update={"triwulan": tuple(dates)})
    return data.data.model_copy(update={"tanggal_laporan": told})
