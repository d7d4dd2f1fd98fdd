"""Rows and groups of a draft: put in, moved, taken out, pasted from a spreadsheet."""

from __future__ import annotations

import csv
import io
from copy import deepcopy
from typing import TYPE_CHECKING, Any, Final

from service.comparing.values import ABSENT
from service.drafts.errors import RowsUnreadable
from service.located import read_path
from service.web.naskah_bentuk import SCALARS, Shape, Sort
from service.web.naskah_isian import typed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from service.located import DataPath

MOST: Final = 2000
"""Rows of one table; the longest SOP of the archives has sixty."""


def changed(content: Any, shape: Shape, act: str, path: str, text: str = "") -> Any:  # noqa: ANN401
    """The data after one of the buttons was pressed.

    Args:
        content: plain data; not changed itself.
        shape: of the whole.
        act: ``tambah``, ``hapus``, ``naik``, ``turun``, ``isi``, ``kosongkan``, ``tempel`` or
            ``pakai``.
        path: of the rows, of the one row, of the group or of the field.
        text: what was pasted or chosen.

    Raises:
        RowsUnreadable: a pasted line has more cells than the table has columns.
    """
    steps = read_path(path)
    aim = _shape_at(shape, steps)
    if aim is None or not steps:
        return content
    after = deepcopy(content) if isinstance(content, dict) else {}
    holder = _holder(after, steps)
    if holder is None:
        return content
    _act(holder, steps[-1], aim, act, text)
    return after


def columns(rows: Shape) -> list[tuple[DataPath, Shape]]:
    """The single fields of a row, in their order: what a pasted line is read into."""
    return list(_columns(rows.parts[0], ()))


def pasted(text: str, rows: Shape) -> list[dict[str, Any]]:
    """Rows of tab-separated text; a first line of column names says which column is which."""
    known = columns(rows)
    lines = list(csv.reader(io.StringIO(text.strip("\r\n"), newline=""), delimiter="\t"))
    if lines and (named := _heading(lines[0], known)):
        known, lines = named, lines[1:]
        first = 2
    else:
        first = 1
    result = []
    for number, cells in enumerate(lines, start=first):
        if not any(cells):
            continue
        if len(cells) > len(known) and any(cells[len(known) :]):
            raise RowsUnreadable(number, len(cells), len(known))
        row: dict[str, Any] = {}
        for cell, (path, shape) in zip(cells, known, strict=False):
            value = typed(cell, shape)
            if value is not ABSENT:
                _put(row, path, value)
        result.append(row)
    return result


def _act(holder: Any, key: str | int, aim: Shape, act: str, text: str) -> None:  # noqa: ANN401
    if isinstance(holder, list) and isinstance(key, int):
        _move(holder, key, act)
    if act in {"hapus", "kosongkan"} and isinstance(holder, dict):
        holder.pop(str(key), None)
    elif act == "isi" and aim.sort is Sort.GROUP and not isinstance(holder.get(key), dict):
        holder[key] = {}
    elif act in {"tambah", "tempel"} and aim.sort is Sort.ROWS:
        rows = holder.get(key)
        new = [{}] if act == "tambah" else pasted(text, aim)
        holder[key] = [*(rows if isinstance(rows, list) else []), *new][:MOST]
    elif act == "pakai" and aim.sort in SCALARS:
        holder[key] = typed(text, aim)


def _move(rows: list[Any], at: int, act: str) -> None:
    if not 0 <= at < len(rows):
        return
    if act == "hapus":
        del rows[at]
    elif act in {"naik", "turun"}:
        other = at - 1 if act == "naik" else at + 1
        if 0 <= other < len(rows):
            rows[at], rows[other] = rows[other], rows[at]


def _holder(content: Any, steps: DataPath) -> Any:  # noqa: ANN401
    """What holds the last step of a path; groups on the way are made, rows must be there."""
    for step in steps[:-1]:
        if isinstance(content, dict) and isinstance(step, str):
            content = content.setdefault(step, {})
        elif isinstance(content, list) and isinstance(step, int) and step < len(content):
            content = content[step]
        else:
            return None
    fits = isinstance(content, list if isinstance(steps[-1], int) else dict)
    return content if fits else None


def _shape_at(shape: Shape, steps: DataPath) -> Shape | None:
    for step in steps:
        if isinstance(step, int):
            if shape.sort is not Sort.ROWS:
                return None
            shape = shape.parts[0]
            continue
        found = [each for each in shape.parts if each.name == step and shape.sort is Sort.GROUP]
        if not found:
            # A field that the kind does not know can only be taken out.
            return Shape(step, Sort.OTHER)
        shape = found[0]
    return shape


def _columns(group: Shape, path: DataPath) -> Iterator[tuple[DataPath, Shape]]:
    for part in group.parts:
        if part.sort in SCALARS:
            yield (*path, part.name), part
        elif part.sort is Sort.GROUP and not part.nullable:
            yield from _columns(part, (*path, part.name))


def _heading(
    cells: list[str], known: list[tuple[DataPath, Shape]]
) -> list[tuple[DataPath, Shape]] | None:
    by_name = {_folded(shape.label): (path, shape) for path, shape in known}
    by_name |= {_folded(shape.name): (path, shape) for path, shape in known}
    found = [by_name.get(_folded(each)) for each in cells]
    return [each for each in found if each] if all(found) else None


def _folded(name: str) -> str:
    return " ".join(name.replace("_", " ").split()).casefold()


def _put(row: dict[str, Any], path: DataPath, value: Any) -> None:  # noqa: ANN401
    for step in path[:-1]:
        row = row.setdefault(str(step), {})
    row[str(path[-1])] = value
