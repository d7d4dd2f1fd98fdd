"""Lampiran LKjIP: the fifteen annexes of the annual report, one alone or all bound together."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from doc_templates.kind import Kind
from doc_templates.lampiran_lkjip.arrange import arrange
from doc_templates.lampiran_lkjip.checks import check
from doc_templates.lampiran_lkjip.context import context
from doc_templates.lampiran_lkjip.description import describe
from doc_templates.lampiran_lkjip.model import LampiranLkjip
from doc_templates.lampiran_lkjip.turunan import isi, perbarui, turunkan

KIND: Final = Kind(
    name="lampiran_lkjip",
    title="Lampiran Laporan Kinerja",
    folder=Path(__file__).parent,
    model=LampiranLkjip,
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
