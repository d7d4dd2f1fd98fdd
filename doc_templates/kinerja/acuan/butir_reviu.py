"""The questions that an internal reviewer answers about a performance report."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from doc_templates.kind import Verbatim


class ButirReviu(Verbatim):
    """One question of the review's checklist."""

    kode: str
    bagian: str
    uraian: str


@cache
def butir_reviu() -> tuple[ButirReviu, ...]:
    """The checklist, in its order: format, mechanism, substance."""
    content = json.loads(Path(__file__).with_suffix(".json").read_text(encoding="utf-8"))
    return tuple(ButirReviu.model_validate(each) for each in content["butir"])
