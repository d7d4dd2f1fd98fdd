"""Titles of the report, and who signs what."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from doc_templates.naskah.laporan import kantor, penanda_tangan
from doc_templates.pejabat import Pejabat

if TYPE_CHECKING:
    from doc_templates.kinerja.index import Index
    from doc_templates.laporan_tahunan.model import LaporanTahunan

JENIS: Final = ("LAPORAN KINERJA", "INSTANSI PEMERINTAH")
"""Lines of the title on the cover."""
KEPALA: Final = "penanda_tangan"
PEREVIU: Final = "pereviu"


def title(data: LaporanTahunan, index: Index) -> str:
    """The subject for the PDF's title and the index."""
    return f"Laporan Kinerja Instansi Pemerintah {kantor(data, index)} Tahun {data.data.tahun}"


def running_head(data: LaporanTahunan, index: Index) -> str:
    """The line over every page but the cover."""
    return f"LKjIP {kantor(data, index)} Tahun {data.data.tahun}"


def is_reviewed(data: LaporanTahunan) -> bool:
    """True where the data name a reviewer, a day and answers."""
    review = data.data.reviu
    return bool(review.pereviu.strip() and review.tanggal and review.jawaban)


def signatories(data: LaporanTahunan, index: Index) -> tuple[tuple[str, Pejabat], ...]:
    """Role and official: the head under the foreword, the reviewer under the statement."""
    found = [(KEPALA, penanda_tangan(data, index))]
    if is_reviewed(data):
        found.append((PEREVIU, reviewer(data)))
    return tuple(found)


def reviewer(data: LaporanTahunan) -> Pejabat:
    """The reviewer's post; the data set names no person."""
    return Pejabat(jabatan=data.data.reviu.pereviu)
