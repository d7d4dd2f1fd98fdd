"""What the form cannot know before the data: paper, heights of panels, lanes and their columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from doc_templates.sop.activity_sheet import lay_activities
from doc_templates.sop.cover_page import lay_cover
from doc_templates.sop.identity_sheet import lay_identity
from doc_templates.sop.paper import decision_room, room_of, set_paper
from doc_templates.sop.profiles import profile
from doc_templates.sop.signature_block import SIGNATURE_WIDTH
from doc_templates.sop.tables import W, set_grid

if TYPE_CHECKING:
    from doc_templates.sop.model import Sop
    from doc_templates.sop.paper import Room
    from doc_templates.sop.profiles import Profil


def arrange(root: Any, model: Sop) -> None:  # noqa: ANN401 - lxml has no types
    """Fit the filled form to its paper and its lanes; pure besides the tree."""
    form = profile(model.profil)
    room = room_of(model, form)
    _set_papers(root, model, form, room)
    if model.sampul is not None and form.sampul == "halaman":
        lay_cover(root.find(f"{W}body"), model.sampul, form, room)
    identity, activities, *closing = root.iter(f"{W}tbl")
    lay_identity(identity, model, form, room)
    lay_activities(activities, model, form, room)
    for table in closing:
        set_grid(table, (room.width - SIGNATURE_WIDTH, SIGNATURE_WIDTH))


def _set_papers(root: Any, model: Sop, form: Profil, room: Room) -> None:  # noqa: ANN401 - lxml
    """Every section has the paper of the SOP; only the decision always stands upright."""
    *before, last = root.iter(f"{W}sectPr")
    set_paper(last, room)
    if model.keputusan is None:
        return
    *cover, decision = before
    for section in cover:
        set_paper(section, room)
    set_paper(decision, decision_room(model, form))
