"""What differs between two states of the same plain data, field by field and row by row."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

from service.comparing.rows import paired
from service.located import written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from service.located import DataPath


class _Absent:
    """Stands where one side has nothing."""

    def __repr__(self) -> str:
        return "ABSENT"


ABSENT: Final = _Absent()


class Sort(StrEnum):
    """What became of a value."""

    ADDED = "ditambah"
    REMOVED = "dihapus"
    CHANGED = "diubah"
    MOVED = "dipindah"
    """A row that stands at another place, otherwise as it was."""


@dataclass(frozen=True, slots=True)
class Change:
    """One value that is not as it was, or not where it was."""

    path: DataPath
    """In the newer data; in the older ones where it was removed."""
    sort: Sort
    before: Any
    """``ABSENT`` where it was added."""
    after: Any
    """``ABSENT`` where it was removed."""
    was_at: DataPath
    """In the older data; the same as ``path`` where it was not there."""

    @property
    def where(self) -> str:
        """The path as findings write it, ``kegiatan[3].waktu``."""
        return written(self.path)


def changes(before: Any, after: Any) -> list[Change]:  # noqa: ANN401 - plain data
    """Every place at which two plain values differ, in the order of the newer one.

    A row that was put in, taken out or moved is one change and does not shift the others.
    Numbers differ when they are written otherwise: 83.50 is not 83.5 to the office that wrote it.
    """
    return list(_changes(before, after, (), ()))


def alike(before: Any, after: Any) -> bool:  # noqa: ANN401 - plain data
    """Whether two plain values are the same, types and the writing of numbers included."""
    return not any(_changes(before, after, (), ()))


def _changes(before: Any, after: Any, was_at: DataPath, path: DataPath) -> Iterator[Change]:  # noqa: ANN401
    if before is ABSENT:
        yield Change(path, Sort.ADDED, before, after, path)
    elif after is ABSENT:
        yield Change(was_at, Sort.REMOVED, before, after, was_at)
    elif isinstance(before, dict) and isinstance(after, dict):
        for key in [*after, *(each for each in before if each not in after)]:
            below = before.get(key, ABSENT), after.get(key, ABSENT)
            yield from _changes(*below, (*was_at, key), (*path, key))
    elif isinstance(before, list) and isinstance(after, list):
        yield from _row_changes(before, after, was_at, path)
    elif type(before) is not type(after) or _written(before) != _written(after):
        yield Change(path, Sort.CHANGED, before, after, was_at)


def _row_changes(
    before: list[Any], after: list[Any], was_at: DataPath, path: DataPath
) -> Iterator[Change]:
    for pair in paired(before, after):
        old = ABSENT if pair.before is None else before[pair.before]
        new = ABSENT if pair.after is None else after[pair.after]
        old_path = was_at if pair.before is None else (*was_at, pair.before)
        new_path = path if pair.after is None else (*path, pair.after)
        if pair.moved:
            yield Change(new_path, Sort.MOVED, old, new, old_path)
        yield from _changes(old, new, old_path, new_path)


def _written(value: Any) -> Any:  # noqa: ANN401
    return str(value) if isinstance(value, Decimal) else value
