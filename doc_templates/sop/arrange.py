"""What the form cannot know before the data: paper, heights of panels, lanes and their columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from doc_templates.sop.activity_sheet import lay_activities
from doc_templates.sop.identity_sheet import lay_identity, stretch
from doc_templates.sop.paper import room_of, set_paper
from doc_templates.sop.profiles import profile
from doc_templates.sop.tables import W

if TYPE_CHECKING:
    from doc_templates.sop.model import Sop


def arrange(root: Any, model: Sop) -> None:  # noqa: ANN401 - lxml has no types
    """Fit the filled form to its paper and its lanes; pure besides the tree."""
    form = profile(model.profil)
    room = room_of(model, form)
    for section in root.iter(f"{W}sectPr"):
        set_paper(section, room)
    identity, *others = root.iter(f"{W}tbl")
    lay_identity(identity, model, form, room)
    for table in list(others):
        if table.find(f"{W}tr/{W}trPr/{W}tblHeader") is None:
            stretch(table, room.width)
        else:
            lay_activities(table, model, form, room)
