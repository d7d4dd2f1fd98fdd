"""Changes to tables of a DOCX that keep them valid: grid, spans, heights, type.

Elements go where the schema wants them: Word refuses a document whose properties stand in
another order, LibreOffice does not even notice.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TWIPS: Final = 1440 / 25.4
"""Twentieths of a point in a millimetre."""
_BEFORE_SPACING: Final = tuple(
    f"{W}{name}"
    for name in ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "widowControl", "tabs")
)
_BEFORE_SPAN: Final = (f"{W}cnfStyle", f"{W}tcW")
_BEFORE_MERGE: Final = (*_BEFORE_SPAN, f"{W}gridSpan", f"{W}hMerge")


def twips(millimetres: float) -> int:
    """Millimetres in the unit of paper and tables."""
    return round(millimetres * TWIPS)


def set_grid(table: Any, widths: Sequence[float]) -> None:  # noqa: ANN401 - lxml has no types
    """Write the grid, and into every cell the width of the columns that it spans, mm."""
    grid = table.find(f"{W}tblGrid")
    for each in list(grid):
        grid.remove(each)
    columns = [twips(each) for each in widths]
    for each in columns:
        grid.append(grid.makeelement(f"{W}gridCol", {f"{W}w": str(each)}))
    table.find(f"{W}tblPr/{W}tblW").set(f"{W}w", str(sum(columns)))
    for line in table.findall(f"{W}tr"):
        at = 0
        for cell in line.findall(f"{W}tc"):
            span = span_of(cell)
            cell.find(f"{W}tcPr/{W}tcW").set(f"{W}w", str(sum(columns[at : at + span])))
            at += span


def span_of(cell: Any) -> int:  # noqa: ANN401 - lxml has no types
    """Columns of the grid that a cell covers."""
    span = cell.find(f"{W}tcPr/{W}gridSpan")
    return 1 if span is None else int(span.get(f"{W}val"))


def set_span(cell: Any, columns: int) -> None:  # noqa: ANN401 - lxml has no types
    """Let a cell cover that many columns."""
    properties = cell.find(f"{W}tcPr")
    old = properties.find(f"{W}gridSpan")
    if old is not None:
        properties.remove(old)
    if columns > 1:
        span = properties.makeelement(f"{W}gridSpan", {f"{W}val": str(columns)})
        properties.insert(sum(each.tag in _BEFORE_SPAN for each in properties), span)


def settle_spans(lines: Iterable[Any]) -> None:
    """Let every cell cover one column and stand for itself.

    A program that saves a form anew reckons the columns of all its rows together, those of the
    tags as well, and gives each cell a span of its own.
    """
    for line in lines:
        for cell in line.findall(f"{W}tc"):
            set_span(cell, 1)
            merged = cell.find(f"{W}tcPr/{W}vMerge")
            if merged is not None:
                merged.getparent().remove(merged)


def merge_down(cells: Sequence[Any]) -> None:
    """Make one cell of cells that stand below each other; the first one's text is shown."""
    for at, cell in enumerate(cells):
        properties = cell.find(f"{W}tcPr")
        role = "continue" if at else "restart"
        merged = properties.makeelement(f"{W}vMerge", {f"{W}val": role})
        properties.insert(sum(each.tag in _BEFORE_MERGE for each in properties), merged)


def stand_upright(
    line: Any,  # noqa: ANN401 - lxml has no types
    cells: Iterable[int],
    height: float,
) -> None:
    """Turn the texts of some cells, read from the foot to the head, in a row of that height."""
    found = line.findall(f"{W}tc")
    for at in cells:
        properties = found[at].find(f"{W}tcPr")
        turned = properties.makeelement(f"{W}textDirection", {f"{W}val": "btLr"})
        properties.insert(list(properties).index(properties.find(f"{W}vAlign")), turned)
    set_least_height(line, height)


def set_least_height(line: Any, height: float) -> None:  # noqa: ANN401 - lxml has no types
    """A row grows with its text but is never lower, mm."""
    properties = line.find(f"{W}trPr")
    measure = properties.find(f"{W}trHeight")
    if measure is None:
        measure = properties.makeelement(f"{W}trHeight", {f"{W}hRule": "atLeast"})
        # Behind cantSplit, in front of tblHeader.
        properties.insert(1, measure)
    measure.set(f"{W}val", str(twips(height)))


def set_exact_height(line: Any, height: float) -> None:  # noqa: ANN401 - lxml has no types
    """A row is exactly so tall, mm, whatever stands in it."""
    set_least_height(line, height)
    line.find(f"{W}trPr/{W}trHeight").set(f"{W}hRule", "exact")


def set_line(
    blocks: Iterable[Any],
    points: float,
    *,
    spared: Sequence[str],
) -> None:
    """Give every line of text exactly that height, besides those in the paragraph styles spared."""
    for paragraph in (each for block in blocks for each in block.iter(f"{W}p")):
        properties = paragraph.find(f"{W}pPr")
        if properties is None:
            properties = paragraph.makeelement(f"{W}pPr")
            paragraph.insert(0, properties)
        style = properties.find(f"{W}pStyle")
        if style is not None and style.get(f"{W}val") in spared:
            continue
        spacing = properties.find(f"{W}spacing")
        if spacing is None:
            spacing = properties.makeelement(f"{W}spacing")
            properties.insert(sum(each.tag in _BEFORE_SPACING for each in properties), spacing)
        spacing.set(f"{W}line", str(round(20 * points)))
        spacing.set(f"{W}lineRule", "exact")


def set_type(
    table: Any,  # noqa: ANN401 - lxml has no types
    points: float,
    *,
    spared: Sequence[str],
) -> None:
    """Give every run that size, besides those in the paragraph styles spared."""
    for paragraph in table.iter(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        if style is not None and style.get(f"{W}val") in spared:
            continue
        for run in paragraph.iter(f"{W}r"):
            _set_run_size(run, points)


def _set_run_size(run: Any, points: float) -> None:  # noqa: ANN401 - lxml has no types
    properties = run.find(f"{W}rPr")
    if properties is None:
        properties = run.makeelement(f"{W}rPr", {})
        run.insert(0, properties)
    for name in ("sz", "szCs"):
        old = properties.find(f"{W}{name}")
        if old is not None:
            properties.remove(old)
        size = properties.makeelement(f"{W}{name}", {f"{W}val": str(round(2 * points))})
        line = properties.find(f"{W}u")
        properties.insert(len(properties) if line is None else properties.index(line), size)
