"""Laporan Kinerja Instansi Pemerintah (LKjIP): the annual report of an office."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from doc_templates.kind import Kind
from doc_templates.laporan_tahunan.arrange import arrange
from doc_templates.laporan_tahunan.checks import check
from doc_templates.laporan_tahunan.context import context
from doc_templates.laporan_tahunan.description import describe
from doc_templates.laporan_tahunan.model import LaporanTahunan
from doc_templates.laporan_tahunan.turunan import isi, perbarui, turunkan

KIND: Final = Kind(
    name="laporan_tahunan",
    title="Laporan Kinerja Instansi Pemerintah",
    folder=Path(__file__).parent,
    model=LaporanTahunan,
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
