"""What differs between two sets of data, or between two texts; pure, for people to read."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any, Final

import rfc8785

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

CONTEXT: Final = 2
"""Lines that are shown around what changed in a text."""
_TOLD: Final = {True: "ya", False: "tidak", None: "(kosong)"}


@dataclass(frozen=True, slots=True)
class Change:
    """One value that is not as it was."""

    where: str
    """Path as findings write it, ``kegiatan[3].waktu``."""
    before: str | None
    """None where it was not there."""
    after: str | None
    """None where it is no longer there."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of two texts laid beside each other."""

    sort: str
    """``same``, ``was`` (only before), ``now`` (only after) or ``gap`` (alike, left out)."""
    text: str


def changes(before: Any, after: Any, *, where: str = "") -> Iterator[Change]:  # noqa: ANN401 - plain data
    """What differs between plain data; rows that were moved in or out do not shift the rest."""
    if before == after and type(before) is type(after):
        return
    if isinstance(before, dict) and isinstance(after, dict):
        for name in [*before, *(each for each in after if each not in before)]:
            below = f"{where}.{name}" if where else str(name)
            yield from _member(name, before, after, where=below)
    elif isinstance(before, list) and isinstance(after, list):
        yield from _rows(before, after, where=where)
    else:
        yield Change(where, _told(before), _told(after))


def text_lines(before: Sequence[str], after: Sequence[str]) -> Iterator[Line]:
    """Both texts in one, with what changed marked and long stretches that are alike left out."""
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    last = 0
    for group in matcher.get_grouped_opcodes(CONTEXT):
        if group[0][1] > last:
            yield Line("gap", f"{group[0][1] - last} baris sama")
        for sort, left, left_end, right, right_end in group:
            if sort == "equal":
                yield from (Line("same", each) for each in before[left:left_end])
                continue
            yield from (Line("was", each) for each in before[left:left_end])
            yield from (Line("now", each) for each in after[right:right_end])
        last = group[-1][2]
    if last and last < len(before):
        yield Line("gap", f"{len(before) - last} baris sama")


def _member(
    name: str, before: dict[str, Any], after: dict[str, Any], *, where: str
) -> Iterator[Change]:
    if name not in after:
        yield Change(where, _told(before[name]), None)
    elif name not in before:
        yield Change(where, None, _told(after[name]))
    else:
        yield from changes(before[name], after[name], where=where)


def _rows(before: list[Any], after: list[Any], *, where: str) -> Iterator[Change]:
    left, right = [[rfc8785.dumps(each) for each in rows] for rows in (before, after)]
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    for sort, start, end, new_start, new_end in matcher.get_opcodes():
        if sort == "equal":
            continue
        both = min(end - start, new_end - new_start)
        for step in range(both):
            place = f"{where}[{new_start + step}]"
            yield from changes(before[start + step], after[new_start + step], where=place)
        for row in range(start + both, end):
            yield Change(f"{where}[{row}]", _told(before[row]), None)
        for row in range(new_start + both, new_end):
            yield Change(f"{where}[{row}]", None, _told(after[row]))


def _told(value: Any) -> str:  # noqa: ANN401 - plain data
    if isinstance(value, bool | None):
        return _TOLD[value]
    if isinstance(value, dict):
        return "; ".join(f"{name}: {_told(each)}" for name, each in value.items())
    if isinstance(value, list):
        return ", ".join(_told(each) for each in value) or "(tanpa isi)"
    return str(value)
