"""One performance data set for an office and a year, and every number that comes from it."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from doc_templates.kind import DataKind
from doc_templates.kinerja.checks import check
from doc_templates.kinerja.model import DataKinerja

KIND: Final = DataKind(
    name="kinerja",
    title="Himpunan data kinerja perangkat daerah",
    folder=Path(__file__).parent,
    model=DataKinerja,
    check=check,
)
