"""Which annexes a data set gives, what each prints of it, and the same on newer data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from doc_templates.kinerja import tabel
from doc_templates.kinerja.index import index_of
from doc_templates.lampiran_lkjip.model import SEMUA
from doc_templates.lampiran_lkjip.text import tables
from doc_templates.naskah.laporan import data_baru, penomoran_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from doc_templates.kinerja.model import DataKinerja
    from doc_templates.kinerja.tabel import Isi
    from doc_templates.lampiran_lkjip.model import LampiranLkjip

KLASIFIKASI: Final = "000.8.6.3"
"""Archive classification of performance accountability, by Permendagri 83/2022."""


def turunkan(data: DataKinerja) -> Mapping[str, Mapping[str, Any]]:
    """All fifteen bound, ``jilid``, and each alone, ``l1`` to ``l15``."""
    numbering = penomoran_of(data, KLASIFIKASI)
    alone = {code.lower(): {"lampiran": [code], **numbering} for code in SEMUA}
    return {"jilid": dict(numbering), **alone}


def perbarui(lampiran: LampiranLkjip, data: DataKinerja) -> LampiranLkjip | None:
    """The same annexes of newer data; None for another office or year."""
    return lampiran.model_copy(update={"data": data}) if data_baru(lampiran, data) else None


def isi(lampiran: LampiranLkjip) -> frozenset[Isi]:
    """All that the annexes print of the data set."""
    return tabel.isi(tables(lampiran, index_of(lampiran.data)))
