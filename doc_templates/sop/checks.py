"""All that can be noticed about an SOP, in the order in which a reader meets it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doc_templates.kind import Tinjauan
from doc_templates.sop.check_flow import check_flow
from doc_templates.sop.check_identity import check_identity
from doc_templates.sop.check_sheet import check_sheet
from doc_templates.sop.check_steps import check_steps
from doc_templates.sop.check_times import check_times
from doc_templates.teks import check_text

if TYPE_CHECKING:
    from doc_templates.findings import Finding
    from doc_templates.sop.model import Sop


def check(model: Sop) -> list[Finding]:
    """All that issuing looks at."""
    return review(model, Tinjauan())


def review(model: Sop, tinjauan: Tinjauan) -> list[Finding]:
    """Findings on the text itself, the identity sheet, the steps, then the sheet as a whole."""
    return [
        *check_text(model),
        *check_identity(model, tinjauan),
        *review_steps(model),
        *check_sheet(model),
    ]


def review_steps(model: Sop) -> list[Finding]:
    """Findings on the steps and their flow alone, whatever else the SOP still lacks."""
    return [*check_steps(model), *check_flow(model), *check_times(model)]
