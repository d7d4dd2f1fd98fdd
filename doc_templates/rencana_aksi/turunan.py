"""Which plans a data set gives, what each prints of it, and the same plan on newer data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from doc_templates.kinerja import tabel
from doc_templates.kinerja.index import index_of
from doc_templates.naskah.laporan import data_baru, penomoran_of
from doc_templates.rencana_aksi.text import tables

if TYPE_CHECKING:
    from collections.abc import Mapping

    from doc_templates.kinerja.model import DataKinerja
    from doc_templates.kinerja.tabel import Isi
    from doc_templates.rencana_aksi.model import RencanaAksiTahunan

KLASIFIKASI: Final = "000.7.2.6"
"""Archive classification of annual work programmes, by Permendagri 83/2022."""


def turunkan(data: DataKinerja) -> Mapping[str, Mapping[str, Any]]:
    """A plan of the whole office for each version of its agreement: ``murni``, ``perubahan-1``."""
    return {
        f"perubahan-{each.ke}" if each.ke else "murni": {
            "ke": each.ke,
            **penomoran_of(data, KLASIFIKASI),
        }
        for each in data.perjanjian
    }


def perbarui(rencana: RencanaAksiTahunan, data: DataKinerja) -> RencanaAksiTahunan | None:
    """The same version and unit of newer data; None for another office, year or no such version."""
    if not data_baru(rencana, data):
        return None
    newer = rencana.model_copy(update={"data": data})
    return newer if newer.ke is None or newer.versi(index_of(data)) else None


def isi(rencana: RencanaAksiTahunan) -> frozenset[Isi]:
    """All that the plan prints of the data set."""
    return tabel.isi(tables(rencana, index_of(rencana.data)))
