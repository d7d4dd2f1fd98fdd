"""From a report to the plain texts of its cover, running head and signature blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from doc_templates.kinerja.index import index_of
from doc_templates.laporan_tahunan import wording
from doc_templates.naskah.laporan import blok_tanda, kantor, konteks

if TYPE_CHECKING:
    from doc_templates.kind import Printing
    from doc_templates.laporan_tahunan.model import LaporanTahunan


def context(data: LaporanTahunan, printing: Printing) -> dict[str, Any]:
    """What the form asks for; the chapters are laid in by arrange."""
    index, review = index_of(data.data), data.data.reviu
    return {
        **konteks(data, index, printing, judul=wording.title(data, index)),
        "jenis": list(wording.JENIS),
        "tahun": str(data.data.tahun),
        "kantor": kantor(data, index).upper(),
        "kepala_halaman": wording.running_head(data, index),
        "direviu": wording.is_reviewed(data),
        "pereviu": blok_tanda(
            wording.reviewer(data), data.data.tempat, review.tanggal, data.data.tahun
        ),
    }
