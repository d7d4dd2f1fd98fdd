"""What the form cannot know before the data: paper, heights of panels, lanes and their columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from doc_templates.sop.activity_sheet import lay_activities
from doc_templates.sop.cover_page import lay_cover
from doc_templates.sop.decision_page import lay_decision
from doc_templates.sop.identity_sheet import lay_identity
from doc_templates.sop.paper import decision_room, room_of, set_paper
from doc_templates.sop.profiles import profile
from doc_templates.sop.signature_block import SIGNATURE_WIDTH
from doc_templates.sop.tables import W, set_grid

if TYPE_CHECKING:
    from collections.abc import Sequence

    from doc_templates.sop.model import Sop
    from doc_templates.sop.paper import Room
    from doc_templates.sop.profiles import Profil


def arrange(root: Any, model: Sop) -> None:  # noqa: ANN401 - lxml has no types
    """Fit the filled form to its paper and its lanes; pure besides the tree."""
    form = profile(model.profil)
    room = room_of(model, form)
    body = root.find(f"{W}body")
    *before, last = root.iter(f"{W}sectPr")
    set_paper(last, room)
    if model.sampul is not None and form.sampul == "halaman":
        lay_cover(body, model.sampul, form, room)
    if model.keputusan is not None:
        _lay_decision(body, before, model, form, room)
    identity, activities, *closing = root.iter(f"{W}tbl")
    lay_identity(identity, model, form, room)
    lay_activities(activities, model, form, room)
    for table in closing:
        set_grid(table, (room.width - SIGNATURE_WIDTH, SIGNATURE_WIDTH))


def _lay_decision(
    body: Any,  # noqa: ANN401 - lxml has no types
    sections: Sequence[Any],
    model: Sop,
    form: Profil,
    room: Room,
) -> None:
    """The decision always stands upright, a cover before it as the SOP does."""
    *cover, own = sections
    for section in cover:
        set_paper(section, room)
    upright = decision_room(model, form)
    set_paper(own, upright)
    lay_decision(body, form, upright)
