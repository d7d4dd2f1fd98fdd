"""What the form cannot know before the data: paper, number of lanes, widths of columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from doc_templates.sop.profiles import profile
from doc_templates.sop.widths import Column, Plan, plan_columns

if TYPE_CHECKING:
    from collections.abc import Sequence

    from doc_templates.sop.model import Sop
    from doc_templates.sop.profiles import Profil

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PAPERS: Final = {"A4": (297.0, 210.0), "F4": (330.0, 215.0)}
"""Width and height in millimetres, turned: SOPs are always printed so."""
_TWIPS: Final = 1440 / 25.4
_BEFORE_GRID_SPAN: Final = (f"{W}cnfStyle", f"{W}tcW")


def arrange(root: Any, model: Sop) -> None:  # noqa: ANN401 - lxml has no types
    """Fit the filled form to its paper and its lanes; pure besides the tree."""
    form = profile(model.profil)
    room = _set_paper(root, model.kertas or form.kertas)
    for table in root.iter(f"{W}tbl"):
        if table.find(f"{W}tr/{W}trPr/{W}tblHeader") is None:
            _stretch(table, room)
        else:
            _arrange_activities(table, model, form, room)


def _set_paper(root: Any, paper: str) -> float:  # noqa: ANN401 - lxml has no types
    """Set the page size of every section; gives the width of the type area in millimetres."""
    width, height = PAPERS[paper]
    margins = 0
    for section in root.iter(f"{W}sectPr"):
        size, margin = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
        size.set(f"{W}w", str(_twips(width)))
        size.set(f"{W}h", str(_twips(height)))
        size.set(f"{W}orient", "landscape")
        margins = int(margin.get(f"{W}left")) + int(margin.get(f"{W}right"))
    return (_twips(width) - margins) / _TWIPS


def _stretch(table: Any, room: float) -> None:  # noqa: ANN401 - lxml has no types
    """Widen a table of the form in proportion, to the full type area."""
    drawn = [int(each.get(f"{W}w")) for each in table.find(f"{W}tblGrid")]
    widths = [each * room * _TWIPS / sum(drawn) for each in drawn]
    _set_grid(table, [each / _TWIPS for each in widths])


def _arrange_activities(
    table: Any,  # noqa: ANN401 - lxml has no types
    model: Sop,
    form: Profil,
    room: float,
) -> None:
    lanes = max(1, len(model.lajur))
    plan = plan_columns(columns_of(model, form), room=room)
    upper, lower = table.findall(f"{W}tr")[:2]
    spans = upper.findall(f"{W}tc")
    _set_span(spans[2], lanes)
    _set_span(spans[3], 4 if form.letak_keterangan == "mutu_baku" else 3)
    if plan.upright is not None:
        _stand_upright(lower, range(2, 2 + lanes), plan.upright)
    _set_grid(table, plan.widths)
    _set_type(table, plan)


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


def _set_grid(table: Any, widths: Sequence[float]) -> None:  # noqa: ANN401 - lxml has no types
    """Write the grid, and into every cell the width of the columns that it spans."""
    grid = table.find(f"{W}tblGrid")
    for each in list(grid):
        grid.remove(each)
    twips = [_twips(each) for each in widths]
    for each in twips:
        grid.makeelement(f"{W}gridCol", {})
        column = grid.makeelement(f"{W}gridCol", {f"{W}w": str(each)})
        grid.append(column)
    table.find(f"{W}tblPr/{W}tblW").set(f"{W}w", str(sum(twips)))
    for line in table.findall(f"{W}tr"):
        at = 0
        for cell in line.findall(f"{W}tc"):
            span = _span_of(cell)
            cell.find(f"{W}tcPr/{W}tcW").set(f"{W}w", str(sum(twips[at : at + span])))
            at += span


def _span_of(cell: Any) -> int:  # noqa: ANN401 - lxml has no types
    span = cell.find(f"{W}tcPr/{W}gridSpan")
    return 1 if span is None else int(span.get(f"{W}val"))


def _set_span(cell: Any, columns: int) -> None:  # noqa: ANN401 - lxml has no types
    properties = cell.find(f"{W}tcPr")
    old = properties.find(f"{W}gridSpan")
    if old is not None:
        properties.remove(old)
    if columns > 1:
        span = properties.makeelement(f"{W}gridSpan", {f"{W}val": str(columns)})
        # The schema wants gridSpan right behind tcW.
        properties.insert(sum(each.tag in _BEFORE_GRID_SPAN for each in properties), span)


def _stand_upright(
    line: Any,  # noqa: ANN401 - lxml has no types
    at: range,
    height: float,
) -> None:
    """Turn the names of the lanes, read from the foot to the head."""
    cells = line.findall(f"{W}tc")
    for each in (cells[index] for index in at):
        properties = each.find(f"{W}tcPr")
        turned = properties.makeelement(f"{W}textDirection", {f"{W}val": "btLr"})
        properties.insert(list(properties).index(properties.find(f"{W}vAlign")), turned)
    properties = line.find(f"{W}trPr")
    tall = properties.makeelement(
        f"{W}trHeight", {f"{W}val": str(_twips(height)), f"{W}hRule": "atLeast"}
    )
    properties.insert(1, tall)


def _set_type(table: Any, plan: Plan) -> None:  # noqa: ANN401 - lxml has no types
    """Make the type smaller where the form's own size does not fit; symbols keep theirs."""
    if plan.points == 9.0:  # noqa: PLR2004 - the size of the form's own styles
        return
    for paragraph in table.iter(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        if style is not None and style.get(f"{W}val") in ("Simbol", "KataSimbol"):
            continue
        for run in paragraph.iter(f"{W}r"):
            _set_run_size(run, plan.points)


def _set_run_size(run: Any, points: float) -> None:  # noqa: ANN401 - lxml has no types
    properties = run.find(f"{W}rPr")
    if properties is None:
        properties = run.makeelement(f"{W}rPr", {})
        run.insert(0, properties)
    for name in ("sz", "szCs"):
        properties.append(properties.makeelement(f"{W}{name}", {f"{W}val": str(round(2 * points))}))


def _twips(millimetres: float) -> int:
    return round(millimetres * _TWIPS)
