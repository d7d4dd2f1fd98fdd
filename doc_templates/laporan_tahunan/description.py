"""What the pipeline and the archive need to know of an annual report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doc_templates.kinerja.index import index_of
from doc_templates.laporan_tahunan import wording
from doc_templates.naskah.laporan import uraian

if TYPE_CHECKING:
    from doc_templates.kind import Description
    from doc_templates.laporan_tahunan.model import LaporanTahunan


def describe(data: LaporanTahunan) -> Description:
    """The report in the words of the archive."""
    index = index_of(data.data)
    return uraian(
        data,
        judul=wording.title(data, index),
        tanda=wording.signatories(data, index),
        tampak=(" ".join(wording.JENIS),),
    )
