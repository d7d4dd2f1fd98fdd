"""The code that only an annual report can give; docs/findings.md lists it."""

from __future__ import annotations

from typing import Final

from doc_templates.codes import Code
from doc_templates.findings import Level

UNIT_CHOSEN: Final = Code(
    "W-REPORT-UNIT", (Level.ERROR,), "laporan tahunan diminta untuk satu unit saja"
)
