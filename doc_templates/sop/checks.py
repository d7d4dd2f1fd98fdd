"""All that can be noticed about an SOP, in the order in which a reader meets it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doc_templates.sop.check_identity import check_identity
from doc_templates.sop.check_steps import check_steps
from doc_templates.teks import check_text

if TYPE_CHECKING:
    from doc_templates.findings import Finding
    from doc_templates.sop.model import Sop


def check(model: Sop) -> list[Finding]:
    """Findings on the text itself, the identity sheet, then the steps."""
    return [*check_text(model), *check_identity(model), *check_steps(model)]
