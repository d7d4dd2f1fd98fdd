"""From a report to the plain texts that its form prints; the tables are laid in by arrange."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from doc_templates.kinerja.index import index_of
from doc_templates.laporan_triwulan import wording
from doc_templates.laporan_triwulan.summary import summary
from doc_templates.naskah.laporan import kantor, konteks

if TYPE_CHECKING:
    from doc_templates.kind import Printing
    from doc_templates.laporan_triwulan.model import LaporanTriwulan


def context(data: LaporanTriwulan, printing: Printing) -> dict[str, Any]:
    """What the form asks for."""
    index = index_of(data.data)
    return {
        **konteks(data, index, printing, judul=wording.title(data, index)),
        "judul": wording.heading(data),
        "kantor": kantor(data, index).upper(),
        "pembuka": [*wording.opening(data, index), *summary(data, index)],
        "penutup": wording.closing(data),
    }
