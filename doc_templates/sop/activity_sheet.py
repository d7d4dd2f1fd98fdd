"""The activity sheet: a title, and the flowchart table with its shapes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from doc_templates.pengukur import Pengukur
from doc_templates.sop.bagan import kerangka_of, lembar_of
from doc_templates.sop.bagan.tabel import pasang_tabel
from doc_templates.sop.signature_block import SIGNATURE_WIDTH, signature_height
from doc_templates.sop.tables import set_line
from doc_templates.typefaces import typeface

if TYPE_CHECKING:
    from doc_templates.sop.bagan.bentuk import Lembar
    from doc_templates.sop.bagan.kerangka import Kerangka
    from doc_templates.sop.model import Sop
    from doc_templates.sop.paper import Room
    from doc_templates.sop.profiles import Profil
    from doc_templates.typefaces import Typeface

TITLE_POINTS: Final = 13.0
"""Type of the title, as in the form."""
TITLE_LINE: Final = 16.0
"""Height of a line of the title, points."""
TITLE_AFTER: Final = 8.0
GAP_LINE: Final = 2.0
"""Where there is no title, points."""
BELOW: Final = 2.5
"""Of the paragraphs behind the table, mm."""
BESIDE: Final = 4.0
"""Space beside the text of the signature block, mm."""
_MM: Final = 25.4 / 72


def lay_activities(
    table: Any,  # noqa: ANN401 - lxml has no types
    model: Sop,
    form: Profil,
    room: Room,
) -> None:
    """Part the table of activities into pages and draw its symbols and arrows.

    The paragraph of style ``Jangkar`` stands right before the table, in front of it the title or,
    where there is none, an empty paragraph; the cells of the lanes hold empty paragraphs.

    Raises:
        SheetTooSmall: the paper cannot hold even one step with its arrows.
    """
    frame, sheet = lay_sheet(model, form, room)
    title = table.getprevious().getprevious()
    set_line([title], TITLE_LINE if model.judul_tabel else GAP_LINE, spared=())
    under_quality = form.letak_keterangan == "mutu_baku"
    pasang_tabel(table, sheet, model, frame.panah, mutu_berketerangan=under_quality)


def lay_sheet(model: Sop, form: Profil, room: Room) -> tuple[Kerangka, Lembar]:
    """The geometry of the sheet, without any DOCX.

    Raises:
        SheetTooSmall: the paper cannot hold even one step with its arrows.
    """
    measure = Pengukur(typeface(form.huruf))
    frame = kerangka_of(
        model,
        form,
        room,
        measure,
        judul=_title_height(model, room, measure),
        penutup=_closing_height(model, measure.huruf),
    )
    return frame, lembar_of(frame)


def _title_height(model: Sop, room: Room, measure: Pengukur) -> float:
    if not model.judul_tabel:
        return GAP_LINE * _MM
    lines = measure.banyak_baris(model.judul_tabel, room.width, TITLE_POINTS, tebal=True)
    return (lines * TITLE_LINE + TITLE_AFTER) * _MM


def _closing_height(model: Sop, face: Typeface) -> float:
    here = model.letak_pengesahan == "penutup"
    block = signature_height(model.pengesahan, face=face, width=SIGNATURE_WIDTH - BESIDE)
    return BELOW + (block if here else 0.0)
