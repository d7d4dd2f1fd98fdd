"""Rows pasted from a spreadsheet: tabs between cells, quotes around those of several lines.

Excel and LibreOffice put a cell of several lines between quotes and double those within; other
programs do neither. What cannot have been quoted like that is read as it stands.
"""

from __future__ import annotations

import csv
import io
import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from service.comparing.values import ABSENT
from service.drafts.errors import ColumnsUnknown, RowsUnreadable
from service.web.naskah_bentuk import SCALARS, Shape, Sort
from service.web.naskah_isian import typed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from service.located import DataPath

_COUNTING: Final = frozenset({"no", "no.", "nomor urut", "no urut"})
"""Headings of a column that only counts the rows; it is left out where the table has none."""
_GROUPED: Final = re.compile(r"-?(?:Rp\.? ?)?(\d{1,3}(?:\.\d{3})*|\d+)(?:,(\d{1,10}|-))?")
"""A number as Indonesian Excel shows it: 1.250.000,50; Rp1.250,-; 12,5."""
_PLAIN: Final = re.compile(r"-?\d+")
_LEAST: Final = 2
"""Known names in a first line from which on it is a heading."""


def columns(rows: Shape) -> list[tuple[DataPath, Shape]]:
    """The single fields of a row, in their order: what a pasted line is read into."""
    return list(_columns(rows.parts[0], ()))


def pasted(text: str, rows: Shape) -> list[dict[str, Any]]:
    """Rows of tab-separated text; a first line of column names says which column is which.

    Raises:
        RowsUnreadable: a line has more cells than the table has columns.
        ColumnsUnknown: the first line names columns, and some that the table does not have.
    """
    known: list[tuple[DataPath, Shape] | None] = list(columns(rows))
    lines = _lines(text)
    first = 1
    if lines and (named := _heading(lines, [each for each in known if each])):
        known, lines, first = named, lines[1:], 2
    result = []
    for number, cells in enumerate(lines, start=first):
        if not any(each.strip() for each in cells):
            continue
        if len(cells) > len(known) and any(cells[len(known) :]):
            raise RowsUnreadable(number, len(cells), len(known))
        row: dict[str, Any] = {}
        for cell, column in zip(cells, known, strict=False):
            if column is None:
                continue
            path, shape = column
            value = _value(cell, shape)
            if value is not ABSENT:
                _put(row, path, value)
        result.append(row)
    return result


def told(text: str, rows: Shape) -> str:
    """What a paste brought, one or two sentences; a gap below a filled cell may be a merged one."""
    new = pasted(text, rows)
    known = columns(rows)
    gaps = [shape.label for path, shape in known if path and _gap([_at(row, path) for row in new])]
    if not gaps:
        return f"{len(new)} baris ditambahkan."
    names = ", ".join(f"“{each}”" for each in gaps[:3])
    return (
        f"{len(new)} baris ditambahkan. Ada sel kosong di bawah yang terisi pada kolom {names}; "
        "bila itu sel gabungan di Excel, lengkapilah barisnya."
    )


def _lines(text: str) -> list[list[str]]:
    whole = text.strip("\r\n")
    try:
        reader = csv.reader(io.StringIO(whole, newline=""), delimiter="\t", strict=True)
        return list(reader)
    except csv.Error:
        # Quotes that open and never close, or stand within a cell, are the text itself.
        return [each.split("\t") for each in whole.replace("\r\n", "\n").split("\n")]


def _value(cell: str, shape: Shape) -> Any:  # noqa: ANN401 - plain data
    """A cell as typed; in a column of numbers as Excel shows them here.

    ``1.250`` may be one and a quarter or a thousand: it stays text, and a finding asks.
    """
    if shape.sort not in {Sort.NUMBER, Sort.WHOLE}:
        return typed(cell, shape)
    text = cell.strip()
    found = _GROUPED.fullmatch(text)
    if found is None:
        return typed(text, shape)
    groups, fraction = found[1], found[2]
    sign = "-" if text.startswith("-") else ""
    if groups.count(".") == 1 and fraction is None and "Rp" not in text:
        return text
    digits = groups.replace(".", "")
    if fraction is None or set(fraction) <= {"0", "-"}:
        return int(sign + digits) if _PLAIN.fullmatch(sign + digits) else text
    return Decimal(f"{sign}{digits}.{fraction}") if shape.sort is Sort.NUMBER else text


def _heading(
    lines: list[list[str]], known: list[tuple[DataPath, Shape]]
) -> list[tuple[DataPath, Shape] | None] | None:
    """Which column each cell of the first line names; None where that is no heading."""
    by_name = {_folded(shape.label): (path, shape) for path, shape in known}
    by_name |= {_folded(shape.name): (path, shape) for path, shape in known}
    cells = lines[0]
    found = [by_name.get(_folded(each)) for each in cells]
    hits = sum(each is not None for each in found)
    if hits < min(_LEAST, len([each for each in cells if each.strip()])) or not hits:
        return None
    strange = [
        cell
        for at, (cell, column) in enumerate(zip(cells, found, strict=True))
        if column is None and not _left_out(at, cell, lines)
    ]
    if strange:
        raise ColumnsUnknown(strange, [shape.label for _, shape in known])
    return found


def _left_out(at: int, heading: str, lines: list[list[str]]) -> bool:
    """Whether a column that the table does not have holds nothing, or only counts."""
    below = [line[at].strip() for line in lines[1:] if at < len(line)]
    if not heading.strip():
        return not any(below)
    counted = (each.rstrip(".") for each in below if each)
    return heading.strip().casefold() in _COUNTING and all(each.isdecimal() for each in counted)


def _gap(values: list[Any]) -> bool:
    filled = [each not in {None, ""} for each in map(_hashable, values)]
    return True in filled and False in filled[filled.index(True) :]


def _hashable(value: Any) -> Any:  # noqa: ANN401 - plain data
    return value if isinstance(value, str | int | Decimal | None) else str(value)


def _at(row: dict[str, Any], path: DataPath) -> Any:  # noqa: ANN401 - plain data
    found: Any = row
    for step in path:
        found = found.get(step) if isinstance(found, dict) else None
    return found


def _columns(group: Shape, path: DataPath) -> Iterator[tuple[DataPath, Shape]]:
    for part in group.parts:
        if part.sort in SCALARS:
            yield (*path, part.name), part
        elif part.sort is Sort.GROUP and not part.nullable:
            yield from _columns(part, (*path, part.name))


def _folded(name: str) -> str:
    return " ".join(name.replace("_", " ").split()).casefold()


def _put(row: dict[str, Any], path: DataPath, value: Any) -> None:  # noqa: ANN401
    for step in path[:-1]:
        row = row.setdefault(str(step), {})
    row[str(path[-1])] = value
