"""Which row of a list became which row of another."""

from __future__ import annotations

import json
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from service.comparing.rising import rising
from service.labels import own_name

if TYPE_CHECKING:
    from collections.abc import Collection

_KIN: Final = 0.34
"""Share of two rows that must be the same for them to be one row that was changed."""

_NEAR: Final = 8
"""Rows of a gap that are looked at, so that a list of thousands takes no minutes."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A row before and after; None where it was not there."""

    before: int | None
    after: int | None
    moved: bool = False


def paired(before: list[Any], after: list[Any]) -> list[Pair]:
    """Every row of both lists once, in the order of the newer one.

    Rows are known by being the same, then by their own names, then by standing at the same place
    and sharing a good part; what still remains was added or removed. As many as possible keep
    their order; the others were moved.
    """
    old, new = [[_key(each) for each in rows] for rows in (before, after)]
    blocks = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
    found = {b.b + step: b.a + step for b in blocks for step in range(b.size)}
    held = dict(found)
    _join(held, old, new)
    _join(held, *([own_name(each) for each in rows] for rows in (before, after)))
    _join_kin(held, before, after)
    moved = held.keys() - dict(rising(sorted(held.items()))).keys()
    return _in_order(held, moved, len(before), len(after))


def _join(held: dict[int, int], before: list[str], after: list[str]) -> None:
    """Pair free rows of one name, the first with the first."""
    taken = set(held.values())
    free: dict[str, list[int]] = {}
    for at, name in enumerate(before):
        if at not in taken and name:
            free.setdefault(name, []).append(at)
    for at, name in enumerate(after):
        if at not in held and (waiting := free.get(name)):
            held[at] = waiting.pop(0)


def _join_kin(held: dict[int, int], before: list[Any], after: list[Any]) -> None:
    """Pair free rows that stand in the same gap and share a good part."""
    taken = set(held.values())
    waiting = [at for at in range(len(before)) if at not in taken]
    for at, row in enumerate(after):
        if at in held or not waiting:
            continue
        start, end = _gap(held, at, len(before), len(after))
        there = islice((each for each in waiting if start <= each < end), _NEAR)
        near = next((each for each in there if _share(before[each], row) > _KIN), None)
        if near is not None:
            held[at] = near
            waiting.remove(near)


def _gap(held: dict[int, int], at: int, many_before: int, many_after: int) -> tuple[int, int]:
    """Between which older rows the neighbours of a newer row stood."""
    above = next((held[each] for each in range(at - 1, -1, -1) if each in held), -1)
    below = next((held[each] for each in range(at + 1, many_after) if each in held), many_before)
    return above + 1, below


def _share(before: Any, after: Any) -> float:  # noqa: ANN401 - plain data
    """Which part of two rows is the same, from 0 to 1."""
    if isinstance(before, dict) and isinstance(after, dict):
        names = before.keys() | after.keys()
        same = sum(name in before and before[name] == after.get(name) for name in names)
        return max(same / len(names) if names else 1.0, _nearest(before, after))
    if isinstance(before, str) and isinstance(after, str):
        return SequenceMatcher(None, before.split(), after.split(), autojunk=False).ratio()
    return 1.0 if type(before) is type(after) else 0.0


def _nearest(before: dict[str, Any], after: dict[str, Any]) -> float:
    names = own_name(before), own_name(after)
    return _share(*names) if all(names) else 0.0


def _in_order(
    held: dict[int, int], moved: Collection[int], many_before: int, many_after: int
) -> list[Pair]:
    gone = sorted(set(range(many_before)) - set(held.values()))
    result = []
    for at in range(many_after):
        before = held.get(at)
        while before is not None and at not in moved and gone and gone[0] < before:
            result.append(Pair(gone.pop(0), None))
        result.append(Pair(before, at, moved=at in moved))
    return result + [Pair(each, None) for each in gone]


def _key(row: Any) -> str:  # noqa: ANN401 - plain data
    return json.dumps(row, sort_keys=True, ensure_ascii=False, default=str)
