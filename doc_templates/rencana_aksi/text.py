"""The plan between its opening and its closing, as blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doc_templates.kinerja.tabel import tabel_rencana_aksi
from doc_templates.naskah.blok import Bagian, BlokTabel, Judul

if TYPE_CHECKING:
    from doc_templates.kinerja.index import Index
    from doc_templates.kinerja.tabel import Tabel
    from doc_templates.rencana_aksi.model import RencanaAksiTahunan


def tables(data: RencanaAksiTahunan, index: Index) -> tuple[Tabel, ...]:
    """RA-1 and RA-2, by the plan's version and unit."""
    return tabel_rencana_aksi(index, data.versi(index), data.pilihan)


def blocks(data: RencanaAksiTahunan, index: Index) -> list[Bagian]:
    """Two chapters of a table each, on pages that lie on their side."""
    targets, actions = tables(data, index)
    return [
        Bagian(
            (
                Judul("Target Triwulanan", 2, "A."),
                BlokTabel(targets, "Tabel 1"),
                Judul("Kegiatan dan Keluaran", 2, "B."),
                BlokTabel(actions, "Tabel 2"),
            ),
            mendatar=True,
        )
    ]
