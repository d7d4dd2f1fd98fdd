"""The activity sheet: one row a step, one column a lane."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from doc_templates.sop.heights import (
    LINE,
    Sheet,
    Text,
    line_count,
    one_page_height,
    several_pages_height,
)
from doc_templates.sop.identity_sheet import CELL, TITLE, signature_height
from doc_templates.sop.tables import (
    W,
    set_grid,
    set_least_height,
    set_span,
    set_type,
    stand_upright,
)
from doc_templates.sop.widths import SIZES, Column, Plan, plan_columns

if TYPE_CHECKING:
    from doc_templates.sop.model import Langkah, Sop
    from doc_templates.sop.paper import Room
    from doc_templates.sop.profiles import Profil

READABLE: Final = SIZES[:3]
"""Type sizes tried, in points, to hold the activity sheet on one page."""
SIDES: Final = 2.45
"""Space beside the text of an activity cell, with its lines, mm."""


def lay_activities(
    root: Any,  # noqa: ANN401, ARG001 - lxml has no types; the shapes are anchored outside the table
    table: Any,  # noqa: ANN401 - lxml has no types
    model: Sop,
    form: Profil,
    room: Room,
) -> None:
    """Fit the table of activities to its lanes and its type area.

    The paragraph of style ``Jangkar`` stands right before the table, the cells of the lanes hold
    an empty paragraph of style ``SelLajur``.
    """
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
        set_type(table, plan.points, spared=())
    for line in lines[2:]:
        set_least_height(line, least)


def _plan(model: Sop, form: Profil, room: Room) -> tuple[Plan, float]:
    """Columns and least height of the rows: on one page while the type stays readable."""
    columns = columns_of(model, form)
    for points in READABLE:
        plan = plan_columns(columns, room=room.width, largest=points)
        least = one_page_height(_sheet_of(model, form, plan, room))
        if least is not None:
            return plan, least
    plan = plan_columns(columns, room=room.width)
    return plan, several_pages_height(_sheet_of(model, form, plan, room))


def columns_of(model: Sop, form: Profil) -> list[Column]:
    """What stands in each column of the activity sheet, from left to right."""
    steps, heads = model.kegiatan, form.kolom
    lanes = [lane.nama for lane in model.lajur] or [""]
    quality = [step.mutu_baku for step in steps]
    columns = [
        Column((heads.nomor,), tuple(step.nomor for step in steps), narrow=True),
        Column((heads.uraian,), tuple(step.uraian for step in steps)),
        *(Column((name,), (), lane=True) for name in lanes),
        Column((heads.kelengkapan,), tuple(each.kelengkapan or "" for each in quality)),
        Column((heads.waktu,), tuple(each.waktu or "" for each in quality)),
        Column((heads.output,), tuple(each.output or "" for each in quality)),
    ]
    if form.letak_keterangan != "tidak_ada":
        columns.append(Column((heads.keterangan,), tuple(step.keterangan or "" for step in steps)))
    return columns


def _sheet_of(model: Sop, form: Profil, plan: Plan, room: Room) -> Sheet:
    """The heights of the activity sheet when its columns are as planned."""
    return Sheet(
        page=room.height,
        opening=TITLE if model.judul_tabel else 2.0,
        head=_head_height(model, form, plan),
        rows=tuple(_row_height(model, step, plan) for step in model.kegiatan),
        closing=_closing_height(model),
    )


def _closing_height(model: Sop) -> float:
    here = model.pengesahan is not None and model.pengesahan.letak == "penutup"
    return 2.5 + (signature_height(model.pengesahan) if here else 0.0)


def _head_height(model: Sop, form: Profil, plan: Plan) -> float:
    upper = plan.points * LINE + CELL
    if plan.upright is not None:
        return upper + plan.upright
    lanes = plan.widths[2 : 2 + len(model.lajur)]
    quality = plan.widths[2 + max(1, len(model.lajur)) :]
    heads = [lane.nama for lane in model.lajur]
    heads += [form.kolom.kelengkapan, form.kolom.waktu, form.kolom.output]
    lines = max(
        line_count(head, width - SIDES, plan.points, bold=True)
        for head, width in zip(heads, (*lanes, *quality), strict=False)
    )
    return upper + lines * plan.points * LINE + CELL


def _row_height(model: Sop, step: Langkah, plan: Plan) -> float:
    lanes = max(1, len(model.lajur))
    texts = (
        step.nomor,
        step.uraian,
        *("",) * lanes,
        step.mutu_baku.kelengkapan or "",
        step.mutu_baku.waktu or "",
        step.mutu_baku.output or "",
        step.keterangan or "",
    )
    written = max(
        Text(text, width - SIDES, plan.points).height
        for text, width in zip(texts, plan.widths, strict=False)
    )
    return written + CELL - 0.8
