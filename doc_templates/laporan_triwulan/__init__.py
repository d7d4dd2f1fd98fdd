"""Laporan triwulan: what was reached and spent by the end of a quarter, and what follows."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from doc_templates.kind import Kind
from doc_templates.laporan_triwulan.arrange import arrange
from doc_templates.laporan_triwulan.checks import check
from doc_templates.laporan_triwulan.context import context
from doc_templates.laporan_triwulan.description import describe
from doc_templates.laporan_triwulan.model import LaporanTriwulan
from doc_templates.laporan_triwulan.turunan import isi, perbarui, turunkan

KIND: Final = Kind(
    name="laporan_triwulan",
    title="Laporan Kinerja Triwulan",
    folder=Path(__file__).parent,
    model=LaporanTriwulan,
    check=check,
    describe=describe,
    context=context,
    arrange=arrange,
    himpunan="data",
    turunkan=turunkan,
    perbarui=perbarui,
    isi=isi,
)

__all__ = ["KIND"]
