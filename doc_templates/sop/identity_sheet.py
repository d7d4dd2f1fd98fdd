"""The identity sheet: its grid over the whole type area, its panels down to the foot."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from doc_templates.sop.identity_plan import HEAD_LINES, plan_identity
from doc_templates.sop.styles import BODY, size_of
from doc_templates.sop.tables import (
    W,
    merge_down,
    set_grid,
    set_least_height,
    set_span,
    set_type,
    settle_spans,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from doc_templates.sop.identity_plan import Plan
    from doc_templates.sop.model import Sop
    from doc_templates.sop.paper import Room
    from doc_templates.sop.profiles import Profil

LEAST: Final = 10.0
"""Height of a row that text fills anyway, mm."""


def lay_identity(
    table: Any,  # noqa: ANN401 - lxml has no types
    model: Sop,
    form: Profil,
    room: Room,
) -> None:
    """Give the grid its columns and heights; the type becomes smaller where that saves a page."""
    plan = plan_identity(model, form, room)
    lines = table.findall(f"{W}tr")
    rows, panels = lines[: len(plan.rows)], lines[len(plan.rows) :]
    settle_spans(lines)
    if plan.above:
        for line in rows:
            set_span(line.findall(f"{W}tc")[1], 2)
    else:
        merge_down([line.findall(f"{W}tc")[0] for line in rows])
    for line in panels:
        left, right = line.findall(f"{W}tc")
        set_span(left if plan.above else right, 2)
    set_grid(table, plan.columns)
    for line, height in zip(lines, (*plan.rows, *plan.panels), strict=True):
        set_least_height(line, height)
    if not plan.whole:
        _let_break(lines, (*plan.rows, *plan.panels), room)
    if (plan.points, plan.head) != (BODY, 1.0):
        _set_sizes(table, plan)
    if form.judul_panel == "tengah":
        _centre_headings(table)


def _let_break(lines: Sequence[Any], heights: Sequence[float], room: Room) -> None:
    """A row taller than half a page may go on over the page; shorter ones move on as a whole."""
    for line, height in zip(lines, heights, strict=True):
        whole = line.find(f"{W}trPr/{W}cantSplit")
        if height > room.height / 2 and whole is not None:
            whole.getparent().remove(whole)
            # LibreOffice cuts off what a row with a least height has beyond its page.
            set_least_height(line, LEAST)


def _set_sizes(table: Any, plan: Plan) -> None:  # noqa: ANN401 - lxml has no types
    """Scale the type of every paragraph, each from the size of its style."""
    for paragraph in table.iter(f"{W}p"):
        own = paragraph.find(f"{W}pPr/{W}pStyle")
        style = "Normal" if own is None else own.get(f"{W}val")
        scale = plan.head if style in HEAD_LINES else plan.points / BODY
        set_type(paragraph, round(2 * size_of(style) * scale) / 2, spared=())


def _centre_headings(table: Any) -> None:  # noqa: ANN401 - lxml has no types
    for style in table.iter(f"{W}pStyle"):
        if style.get(f"{W}val") == "JudulPanel":
            properties = style.getparent()
            properties.append(properties.makeelement(f"{W}jc", {f"{W}val": "center"}))
