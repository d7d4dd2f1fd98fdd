"""The fifteen annexes of the annual report, by their number."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from doc_templates.kinerja.hitung.triwulan import versi_untuk
from doc_templates.kinerja.tabel.analisis import (
    tabel_definisi,
    tabel_empat_triwulan,
    tabel_sebab,
)
from doc_templates.kinerja.tabel.anggaran import tabel_efisiensi, tabel_realisasi_anggaran
from doc_templates.kinerja.tabel.daftar import (
    tabel_bukti,
    tabel_penghargaan,
    tabel_rekomendasi,
    tabel_reviu,
)
from doc_templates.kinerja.tabel.pengukuran import (
    tabel_antartahun,
    tabel_pembanding,
    tabel_pengukuran,
    tabel_renstra,
)
from doc_templates.kinerja.tabel.perjanjian import lampiran_perjanjian
from doc_templates.kinerja.tabel.program import tabel_program
from doc_templates.kinerja.tabel.susunan import puncak

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from doc_templates.kinerja.index import Index
    from doc_templates.kinerja.tabel.bentuk import Tabel


def _agreement(index: Index) -> tuple[Tabel, ...]:
    return lampiran_perjanjian(index, puncak(index), versi_untuk(index, 4))


LAMPIRAN: Final[Mapping[str, Callable[[Index], tuple[Tabel, ...]]]] = {
    "L1": _agreement,
    "L2": lambda index: (tabel_pengukuran(index),),
    "L3": lambda index: (tabel_antartahun(index),),
    "L4": lambda index: (tabel_renstra(index),),
    "L5": lambda index: (tabel_pembanding(index),),
    "L6": lambda index: (tabel_sebab(index),),
    "L7": lambda index: (tabel_efisiensi(index),),
    "L8": lambda index: (tabel_program(index),),
    "L9": lambda index: (tabel_realisasi_anggaran(index),),
    "L10": lambda index: (tabel_empat_triwulan(index),),
    "L11": lambda index: (tabel_penghargaan(index),),
    "L12": lambda index: (tabel_rekomendasi(index),),
    "L13": lambda index: (tabel_definisi(index),),
    "L14": lambda index: (tabel_bukti(index),),
    "L15": lambda index: (tabel_reviu(index),),
}
"""Number of an annex → its tables."""


def lampiran(index: Index, kode: str) -> tuple[Tabel, ...]:
    """The tables of an annex; raises KeyError for a number that is not L1 to L15."""
    return LAMPIRAN[kode](index)
