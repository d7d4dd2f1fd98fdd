"""The report that a data set gives, what it prints of it, and the same report on newer data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from doc_templates.kinerja.tabel import Isi
from doc_templates.kinerja.tabel import isi as isi_tabel
from doc_templates.laporan_tahunan.susunan import susun
from doc_templates.naskah.blok import BlokTabel
from doc_templates.naskah.laporan import data_baru, penomoran_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from doc_templates.kinerja.model import DataKinerja
    from doc_templates.laporan_tahunan.model import LaporanTahunan

KLASIFIKASI: Final = "000.8.6.3"
"""Archive classification of performance accountability, by Permendagri 83/2022."""
_REFERENCES: Final = {"analisis": {"__all__": {"sasaran"}}}
"""Codes that only say where a text belongs; the report prints none of them."""


def turunkan(data: DataKinerja) -> Mapping[str, Mapping[str, Any]]:
    """The one report of the year, ``lkjip``."""
    return {"lkjip": penomoran_of(data, KLASIFIKASI)}


def perbarui(laporan: LaporanTahunan, data: DataKinerja) -> LaporanTahunan | None:
    """The report of newer data; None for another office or year."""
    return laporan.model_copy(update={"data": data}) if data_baru(laporan, data) else None


def isi(laporan: LaporanTahunan) -> frozenset[Isi]:
    """All that the report prints of the data set: its tables, and the texts that were typed."""
    tables = (
        each.tabel for part in susun(laporan) for each in part.blok if isinstance(each, BlokTabel)
    )
    review = laporan.data.reviu
    return isi_tabel(tables) | {
        *_texts(laporan.data.narasi.model_dump(mode="json", exclude=_REFERENCES), "narasi"),
        Isi("reviu", "pereviu", review.pereviu),
        Isi("reviu", "tanggal", review.tanggal or ""),
        Isi("laporan_tahunan", "tanggal", laporan.tanggal_naskah or ""),
    }


def _texts(value: object, place: str) -> Iterator[Isi]:
    """Every typed text with its place."""
    if isinstance(value, dict):
        for name, each in value.items():
            yield from _texts(each, f"{place}.{name}")
    elif isinstance(value, list | tuple):
        for at, each in enumerate(value):
            yield from _texts(each, f"{place}[{at}]")
    elif value:
        yield Isi("narasi", place, str(value))
