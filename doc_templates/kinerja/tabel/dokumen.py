"""All documents of a year, what each prints, and which of them a change reaches."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from doc_templates.kinerja.hitung.triwulan import TRIWULAN
from doc_templates.kinerja.tabel.lampiran import LAMPIRAN
from doc_templates.kinerja.tabel.perjanjian import isi_perjanjian
from doc_templates.kinerja.tabel.rencana_aksi import tabel_rencana_aksi
from doc_templates.kinerja.tabel.susunan import Pilihan, indikator_in, kelompok_of
from doc_templates.kinerja.tabel.triwulan import tabel_triwulan

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from doc_templates.kinerja.index import Index, Versi
    from doc_templates.kinerja.model import Unit
    from doc_templates.kinerja.tabel.bentuk import Tabel

DI_LAPORAN_TAHUNAN = ("L2", "L3", "L4", "L5", "L6", "L7", "L8", "L9")
"""The annexes whose tables the annual report prints in Bab III as well."""


@dataclass(frozen=True, slots=True, order=True)
class Isi:
    """One thing that a document says: of what, which field, and in which printed form."""

    subjek: str
    """Key of the indicator, aim, budget line or unit."""
    medan: str
    """Field, such as ``realisasi.tw2`` or ``target.tahun@1`` (in version 1)."""
    nilai: str
    """As printed."""


def isi(tabel: Iterable[Tabel]) -> frozenset[Isi]:
    """Everything that tables say of the data, in cells and in the lines under them."""
    said = set()
    for table in tabel:
        cells = (cell for row in table.baris for cell in row.sel if cell)
        said |= {Isi(each.subjek, each.medan, each.teks) for each in cells if each.medan}
        said |= {Isi(each.subjek, each.medan, each.teks) for each in table.keterangan if each.medan}
    return frozenset(said)


def dokumen(index: Index) -> Mapping[str, tuple[Tabel, ...]]:
    """Name → tables of every document that a data set gives.

    ``perjanjian_kinerja/UNIT/KE``, ``rencana_aksi``, ``laporan_triwulan/N``,
    ``laporan_tahunan`` and ``lampiran_lkjip/LN``.
    """
    return {name: make() for name, make in pembuat(index).items()}


def pembuat(index: Index) -> Mapping[str, Callable[[], tuple[Tabel, ...]]]:
    """The same, each made only when it is asked for."""
    agreements = {
        f"perjanjian_kinerja/{unit.kode}/{versi.isi.ke}": partial(_agreement, index, unit, versi)
        for versi in index.versi
        for unit in index.data.unit
        if any(indikator_in(kelompok_of(index, Pilihan(unit=unit.kode))))
    }
    return {
        **agreements,
        "rencana_aksi": partial(tabel_rencana_aksi, index),
        **{f"laporan_triwulan/{ke}": partial(tabel_triwulan, index, ke) for ke in TRIWULAN},
        "laporan_tahunan": partial(_annual, index),
        **{f"lampiran_lkjip/{kode}": partial(make, index) for kode, make in LAMPIRAN.items()},
    }


def _agreement(index: Index, unit: Unit, versi: Versi) -> tuple[Tabel, ...]:
    return isi_perjanjian(index, unit, versi).tabel


def _annual(index: Index) -> tuple[Tabel, ...]:
    return tuple(each for kode in DI_LAPORAN_TAHUNAN for each in LAMPIRAN[kode](index))


def berubah(lama: Index, baru: Index) -> Mapping[str, frozenset[Isi]]:
    """Which documents a change reaches, and what they would say now that they did not before.

    A document that only loses something is named with what it loses.
    """
    before, after = ({name: isi(each) for name, each in dokumen(index).items()}
                     for index in (lama, baru))  # fmt: skip
    changed = {
        name: after.get(name, frozenset()) - before.get(name, frozenset())
        or before.get(name, frozenset()) - after.get(name, frozenset())
        for name in before | after
    }
    return {name: each for name, each in changed.items() if each}
