"""Rows and groups of a draft: put in, moved, taken out."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any, Final

from service.drafts.errors import RowsTooMany
from service.located import read_path
from service.web.naskah_bentuk import SCALARS, Shape, Sort
from service.web.naskah_isian import typed
from service.web.naskah_tempel import pasted

if TYPE_CHECKING:
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
        RowsUnreadable, ColumnsUnknown: pasted lines do not fit the columns.
        RowsTooMany: the table would become too long.
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
        together = [*(rows if isinstance(rows, list) else []), *new]
        if len(together) > MOST:
            raise RowsTooMany(len(together), MOST)
        holder[key] = together
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


def rows_at(shape: Shape, path: str) -> Shape | None:
    """The rows at a path; None where there are none."""
    found = _shape_at(shape, read_path(path))
    return found if found is not None and found.sort is Sort.ROWS else None
