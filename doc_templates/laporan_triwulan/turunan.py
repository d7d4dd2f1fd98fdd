"""Which reports a data set gives, what each prints of it, and the same report on newer data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from doc_templates.kinerja import tabel
from doc_templates.kinerja.hitung.triwulan import TRIWULAN
from doc_templates.kinerja.index import index_of
from doc_templates.laporan_triwulan.text import tables
from doc_templates.naskah.laporan import data_baru, penomoran_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from doc_templates.kinerja.model import DataKinerja
    from doc_templates.kinerja.tabel import Isi
    from doc_templates.laporan_triwulan.model import LaporanTriwulan

KLASIFIKASI: Final = "000.7.2.8"
"""Archive classification of periodic reports, by Permendagri 83/2022."""


def turunkan(data: DataKinerja) -> Mapping[str, Mapping[str, Any]]:
    """A report of the whole office for each quarter, ``tw-1`` to ``tw-4``."""
    return {f"tw-{ke}": {"triwulan": ke, **penomoran_of(data, KLASIFIKASI)} for ke in TRIWULAN}


def perbarui(laporan: LaporanTriwulan, data: DataKinerja) -> LaporanTriwulan | None:
    """The same quarter and unit of newer data; None for another office or year."""
    return laporan.model_copy(update={"data": data}) if data_baru(laporan, data) else None


def isi(laporan: LaporanTriwulan) -> frozenset[Isi]:
    """All that the report prints of the data set."""
    return tabel.isi(tables(laporan, index_of(laporan.data)))
