"""Perjanjian Kinerja: the statement between an official and their superior, and its annex."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from doc_templates.kind import Kind
from doc_templates.perjanjian_kinerja.arrange import arrange
from doc_templates.perjanjian_kinerja.checks import check
from doc_templates.perjanjian_kinerja.context import context
from doc_templates.perjanjian_kinerja.description import describe
from doc_templates.perjanjian_kinerja.isi import isi
from doc_templates.perjanjian_kinerja.model import PerjanjianKinerja
from doc_templates.perjanjian_kinerja.turunan import perbarui, turunkan

KIND: Final = Kind(
    name="perjanjian_kinerja",
    title="Perjanjian Kinerja",
    folder=Path(__file__).parent,
    model=PerjanjianKinerja,
    check=check,
    describe=describe,
    context=context,
    arrange=arrange,
    turunkan=turunkan,
    perbarui=perbarui,
    isi=isi,
)

__all__ = ["KIND"]
