"""What the pipeline and the archive need to know of a report."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from doc_templates.kinerja.index import index_of
from doc_templates.laporan_triwulan import wording
from doc_templates.naskah.laporan import penanda_tangan, uraian

if TYPE_CHECKING:
    from doc_templates.kind import Description
    from doc_templates.laporan_triwulan.model import LaporanTriwulan

ROLE: Final = "penanda_tangan"


def describe(data: LaporanTriwulan) -> Description:
    """The report in the words of the archive."""
    index = index_of(data.data)
    return uraian(
        data,
        judul=wording.title(data, index),
        tanda=((ROLE, penanda_tangan(data, index)),),
        tampak=(wording.heading(data),),
    )
