"""Rencana aksi: the milestones of each quarter, and what will be done to reach them."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from doc_templates.kind import Kind
from doc_templates.rencana_aksi.arrange import arrange
from doc_templates.rencana_aksi.checks import check
from doc_templates.rencana_aksi.context import context
from doc_templates.rencana_aksi.description import describe
from doc_templates.rencana_aksi.model import RencanaAksiTahunan
from doc_templates.rencana_aksi.turunan import isi, perbarui, turunkan

KIND: Final = Kind(
    name="rencana_aksi",
    title="Rencana Aksi Kinerja",
    folder=Path(__file__).parent,
    model=RencanaAksiTahunan,
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
