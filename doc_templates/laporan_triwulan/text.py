"""The report between its opening and its closing, as blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from doc_templates.kinerja.tabel import tabel_triwulan
from doc_templates.naskah.blok import Bagian, BlokTabel, Judul

if TYPE_CHECKING:
    from doc_templates.kinerja.index import Index
    from doc_templates.kinerja.tabel import Tabel
    from doc_templates.laporan_triwulan.model import LaporanTriwulan

HEADINGS: Final = (
    "Capaian Kinerja",
    "Faktor Pendorong, Penghambat, dan Tindak Lanjut",
    "Realisasi Anggaran",
)


def tables(data: LaporanTriwulan, index: Index) -> tuple[Tabel, ...]:
    """TW-1 to TW-3, by the report's quarter and unit."""
    return tabel_triwulan(index, data.triwulan, data.pilihan)


def blocks(data: LaporanTriwulan, index: Index) -> list[Bagian]:
    """Three chapters of a table each, on pages that lie on their side."""
    found = tuple(
        block
        for number, (head, table) in enumerate(zip(HEADINGS, tables(data, index), strict=True), 1)
        for block in (
            Judul(head, 2, f"{'ABC'[number - 1]}."),
            BlokTabel(table, f"Tabel {number}"),
        )
    )
    return [Bagian(found, mendatar=True)]
