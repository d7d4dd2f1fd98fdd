"""The paper of an SOP: its size, the way it lies, and the type area between its margins."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from doc_templates.forge import PAPERS
from doc_templates.sop.tables import W, twips

if TYPE_CHECKING:
    from doc_templates.sop.model import Sop
    from doc_templates.sop.profiles import Profil


@dataclass(frozen=True, slots=True)
class Room:
    """The type area of a page and where it lies, in millimetres."""

    left: float
    """From the left edge of the paper."""
    top: float
    width: float
    height: float
    page_width: float
    """Of the paper as it lies before the reader."""
    page_height: float


def room_of(model: Sop, form: Profil) -> Room:
    """The type area that an office's form gives, unless the data ask for another paper."""
    across, along = PAPERS[model.kertas or form.kertas]
    if (model.arah or form.arah) == "mendatar":
        across, along = along, across
    edge = form.tepi
    return Room(
        left=edge.kiri,
        top=edge.atas,
        width=across - edge.kiri - edge.kanan,
        height=along - edge.atas - edge.bawah,
        page_width=across,
        page_height=along,
    )


def decision_room(model: Sop, form: Profil) -> Room:
    """The type area of the head's decision: the same paper, upright, with margins of a letter."""
    across, along = PAPERS[model.kertas or form.kertas]
    return Room(25.0, 20.0, across - 25.0 - 20.0, along - 20.0 - 25.0, across, along)


def set_paper(section: Any, room: Room) -> None:  # noqa: ANN401 - lxml has no types
    """Give a section (``w:sectPr``) its page size and margins."""
    size, margin = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    size.set(f"{W}w", str(twips(room.page_width)))
    size.set(f"{W}h", str(twips(room.page_height)))
    if room.page_width > room.page_height:
        size.set(f"{W}orient", "landscape")
    else:
        size.attrib.pop(f"{W}orient", None)
    edges = {
        "top": room.top,
        "right": room.page_width - room.left - room.width,
        "bottom": room.page_height - room.top - room.height,
        "left": room.left,
    }
    for side, length in edges.items():
        margin.set(f"{W}{side}", str(twips(length)))
