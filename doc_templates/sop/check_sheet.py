"""What can be noticed about the printed sheet before it is printed: whether the paper holds it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doc_templates.errors import SheetTooSmall
from doc_templates.sop import codes
from doc_templates.sop.activity_sheet import lay_sheet
from doc_templates.sop.paper import room_of
from doc_templates.sop.profiles import profile

if TYPE_CHECKING:
    from doc_templates.findings import Finding
    from doc_templates.sop.model import Sop


def check_sheet(model: Sop) -> list[Finding]:
    """Lay the flowchart out as printing would, and tell of the step that finds no room."""
    form = profile(model.profil)
    try:
        lay_sheet(model, form, room_of(model, form))
    except SheetTooSmall as error:
        keys = [step.nomor for step in model.kegiatan]
        return [codes.SHEET_TOO_SMALL.at(f"kegiatan[{keys.index(error.nomor)}]", str(error))]
    return []
