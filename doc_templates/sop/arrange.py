"""What the form cannot know before the data: paper, number of lanes, widths of columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from doc_templates.sop.context import activity_rows
from doc_templates.sop.heights import one_page_height, several_pages_height
from doc_templates.sop.profiles import profile
from doc_templates.sop.sheets import Room, fill_identity, sheet_of
from doc_templates.sop.tables import (
    TWIPS,
    W,
    set_grid,
    set_least_height,
    set_span,
    set_type,
    stand_upright,
    twips,
)
from doc_templates.sop.widths import SIZES, Column, Plan, plan_columns

if TYPE_CHECKING:
    from doc_templates.sop.model import Sop
    from doc_templates.sop.profiles import Profil

PAPERS: Final = {"A4": (297.0, 210.0), "F4": (330.0, 215.0)}
"""Width and height in millimetres, turned: SOPs are always printed so."""
READABLE: Final = SIZES[:3]
"""Type sizes tried, in points, to hold the activity sheet on one page."""


def arrange(root: Any, model: Sop) -> None:  # noqa: ANN401 - lxml has no types
    """Fit the filled form to its paper and its lanes; pure besides the tree."""
    form = profile(model.profil)
    room = _set_paper(root, model.kertas or form.kertas)
    identity = True
    for table in root.iter(f"{W}tbl"):
        if table.find(f"{W}tr/{W}trPr/{W}tblHeader") is not None:
            _arrange_activities(table, model, form, room)
        else:
            _stretch(table, room.width)
            if identity:
                fill_identity(table, model, form, room)
        identity = False


def _set_paper(root: Any, paper: str) -> Room:  # noqa: ANN401 - lxml has no types
    """Set the page size of every section; gives the type area."""
    width, height = PAPERS[paper]
    beside = above = 0
    for section in root.iter(f"{W}sectPr"):
        size, margin = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
        size.set(f"{W}w", str(twips(width)))
        size.set(f"{W}h", str(twips(height)))
        size.set(f"{W}orient", "landscape")
        beside = int(margin.get(f"{W}left")) + int(margin.get(f"{W}right"))
        above = int(margin.get(f"{W}top")) + int(margin.get(f"{W}bottom"))
    return Room(width - beside / TWIPS, height - above / TWIPS)


def _stretch(table: Any, width: float) -> None:  # noqa: ANN401 - lxml has no types
    """Widen a table of the form in proportion, to the full type area."""
    drawn = [int(each.get(f"{W}w")) for each in table.find(f"{W}tblGrid")]
    set_grid(table, [each * width / sum(drawn) for each in drawn])


def _arrange_activities(
    table: Any,  # noqa: ANN401 - lxml has no types
    model: Sop,
    form: Profil,
    room: Room,
) -> None:
    lanes = max(1, len(model.lajur))
    plan, least = _plan(model, form, room)
    lines = table.findall(f"{W}tr")
    spans = lines[0].findall(f"{W}tc")
    set_span(spans[2], lanes)
    set_span(spans[3], 4 if form.letak_keterangan == "mutu_baku" else 3)
    if plan.upright is not None:
        stand_upright(lines[1], range(2, 2 + lanes), plan.upright)
    set_grid(table, plan.widths)
    if plan.points != SIZES[0]:  # the size of the form's own styles
        set_type(table, plan.points, spared=("Simbol", "KataSimbol"))
    for line in lines[2:]:
        set_least_height(line, least)


def _plan(model: Sop, form: Profil, room: Room) -> tuple[Plan, float]:
    """Columns and least height of the rows: on one page while the type stays readable."""
    columns = columns_of(model, form)
    for points in READABLE:
        plan = plan_columns(columns, room=room.width, largest=points)
        least = one_page_height(sheet_of(model, form, plan, room))
        if least is not None:
            return plan, least
    plan = plan_columns(columns, room=room.width)
    return plan, several_pages_height(sheet_of(model, form, plan, room))


def columns_of(model: Sop, form: Profil) -> list[Column]:
    """What stands in each column of the activity sheet, from left to right."""
    steps, heads = model.kegiatan, form.kolom
    lanes = [lane.nama for lane in model.lajur] or [""]
    quality = [step.mutu_baku for step in steps]
    rows = activity_rows(model)
    columns = [
        Column((heads.nomor,), tuple(step.nomor for step in steps), narrow=True),
        Column((heads.uraian,), tuple(step.uraian for step in steps)),
        *(Column((name,), (), lane=True, marks=_marks(rows, at)) for at, name in enumerate(lanes)),
        Column((heads.kelengkapan,), tuple(each.kelengkapan or "" for each in quality)),
        Column((heads.waktu,), tuple(each.waktu or "" for each in quality)),
        Column((heads.output,), tuple(each.output or "" for each in quality)),
    ]
    if form.letak_keterangan != "tidak_ada":
        columns.append(Column((heads.keterangan,), tuple(step.keterangan or "" for step in steps)))
    return columns


def _marks(rows: list[dict[str, Any]], lane: int) -> tuple[str, ...]:
    """The lines of words that stand under the symbols of a lane."""
    return tuple(line for row in rows for line in row["lajur"][lane]["kata"].split("\n") if line)
