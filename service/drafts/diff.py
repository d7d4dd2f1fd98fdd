"""What differs between two states of the same data, field by field."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from service.located import written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from service.located import DataPath


class _Absent:
    """Stands where one side has nothing."""

    def __repr__(self) -> str:
        return "ABSENT"


ABSENT: Final = _Absent()


@dataclass(frozen=True, slots=True)
class Change:
    """One field that differs."""

    where: str
    before: Any
    """``ABSENT`` where it was added."""
    after: Any
    """``ABSENT`` where it was removed."""


def changes(before: Any, after: Any) -> list[Change]:  # noqa: ANN401 - plain data
    """Every place at which two plain values differ, in the order of the newer one.

    Rows are compared by their place; a row put in above shows as changes of those below.
    """
    return list(_changes(before, after, ()))


def _changes(before: Any, after: Any, path: DataPath) -> Iterator[Change]:  # noqa: ANN401
    if isinstance(before, dict) and isinstance(after, dict):
        for key in [*after, *(each for each in before if each not in after)]:
            yield from _changes(before.get(key, ABSENT), after.get(key, ABSENT), (*path, key))
    elif isinstance(before, list) and isinstance(after, list):
        for at in range(max(len(before), len(after))):
            yield from _changes(_at(before, at), _at(after, at), (*path, at))
    elif type(before) is not type(after) or before != after:
        yield Change(written(path), before, after)


def _at(items: list[Any], at: int) -> Any:  # noqa: ANN401
    return items[at] if at < len(items) else ABSENT
