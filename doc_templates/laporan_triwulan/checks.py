"""What a quarterly report must hold before it can be issued."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doc_templates.kinerja import codes
from doc_templates.kinerja.hitung.triwulan import akhir_triwulan
from doc_templates.kinerja.index import index_of
from doc_templates.naskah.periksa import periksa
from doc_templates.tanggal import read_date

if TYPE_CHECKING:
    from doc_templates.findings import Finding
    from doc_templates.kinerja.index import Index
    from doc_templates.laporan_triwulan.model import LaporanTriwulan


def check(data: LaporanTriwulan) -> list[Finding]:
    """All that is to be said about a report, in the order in which it is read."""
    index = index_of(data.data)
    return [*periksa(data, index), *_after_its_quarter(data), *_realised(data, index)]


def _after_its_quarter(data: LaporanTriwulan) -> list[Finding]:
    """A report before the end of its quarter cannot know what it reports."""
    text = data.tanggal_naskah or ""
    day, end = read_date(text), akhir_triwulan(data.data.tahun, data.triwulan)
    if day is None or not day.is_before(end):
        return []
    sentence = (
        f"Laporan bertanggal {text}, sebelum triwulannya berakhir pada {end.teks}; mohon periksa "
        "tanggal atau triwulannya."
    )
    return [codes.REPORT_DATE.at("tanggal", sentence)]


def _realised(data: LaporanTriwulan, index: Index) -> list[Finding]:
    """A quarter of which nothing at all is known is probably another quarter."""
    if any(data.triwulan in rows for rows in index.realisasi.values()):
        return []
    sentence = (
        f"Belum ada realisasi satu indikator pun untuk triwulan {data.angka_romawi}; lengkapi data "
        "kinerja, atau periksa triwulannya."
    )
    return [codes.REALISASI_ABSENT.at("triwulan", sentence)]
