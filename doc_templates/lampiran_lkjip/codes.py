"""The codes that only annexes can give; docs/findings.md lists them."""

from __future__ import annotations

from typing import Final

from doc_templates.codes import Code
from doc_templates.findings import Level

ANNEX_UNIT: Final = Code(
    "W-ANNEX-UNIT", (Level.ERROR,), "lampiran laporan kinerja diminta untuk satu unit saja"
)
