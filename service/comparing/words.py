"""Which words of a text were taken out and which were put in."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from service.comparing.rising import rising

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SAME: Final = "same"
WAS: Final = "was"
NOW: Final = "now"
_WORD: Final = re.compile(r"\s+|\w+|[^\w\s]", re.UNICODE)
_CLOSE: Final = 250_000
"""Product of two lengths up to which a stretch without anchors is compared word by word."""
_DEEPEST: Final = 60
"""Levels of anchors between anchors; only texts made for it have more."""
_LITTLE: Final = 0.35
"""Texts that share less are told whole: islands of a single word between marks help nobody."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text."""

    sort: str
    """``same``, ``was`` (only before) or ``now`` (only after)."""
    text: str


def pieces(before: str, after: str) -> tuple[Piece, ...]:
    """Both texts in one, what was taken out before what was put in."""
    old, new = _WORD.findall(before), _WORD.findall(after)
    blocks = [each for each in matches(old, new) if _weight(old[each[0] : each[0] + each[2]])]
    shared = sum(_weight(old[start : start + size]) for start, _, size in blocks)
    if 2 * shared < _LITTLE * (_weight(old) + _weight(new)):
        blocks = []
    told: list[Piece] = []
    at_old = at_new = 0
    for start, new_start, size in [*blocks, (len(old), len(new), 0)]:
        told.append(Piece(WAS, "".join(old[at_old:start])))
        told.append(Piece(NOW, "".join(new[at_new:new_start])))
        told.append(Piece(SAME, "".join(old[start : start + size])))
        at_old, at_new = start + size, new_start + size
    return tuple(each for each in told if each.text)


def _weight(words: Sequence[str]) -> int:
    """How many of them are no mere space."""
    return sum(not each.isspace() for each in words)


def matches(before: Sequence[str], after: Sequence[str]) -> list[tuple[int, int, int]]:
    """Stretches that are the same: start before, start after, length; in order, none empty.

    Patience: what stands once in both is an anchor, and between anchors the same is done again;
    so a report of a hundred pages takes no longer than its length.
    """
    found: list[tuple[int, int]] = []
    _match(before, after, (0, len(before), 0, len(after)), found, depth=0)
    return list(_joined(found))


def _match(
    a: Sequence[str],
    b: Sequence[str],
    within: tuple[int, int, int, int],
    found: list[tuple[int, int]],
    *,
    depth: int,
) -> None:
    low, high, low_b, high_b = within
    while low < high and low_b < high_b and a[low] == b[low_b]:
        found.append((low, low_b))
        low, low_b = low + 1, low_b + 1
    end: list[tuple[int, int]] = []
    while low < high and low_b < high_b and a[high - 1] == b[high_b - 1]:
        high, high_b = high - 1, high_b - 1
        end.append((high, high_b))
    if low < high and low_b < high_b:
        anchors = _anchors(a, b, (low, high, low_b, high_b)) if depth < _DEEPEST else []
        if anchors:
            fences = [(low - 1, low_b - 1), *anchors, (high, high_b)]
            for (left, left_b), (right, right_b) in pairwise(fences):
                inner = (left + 1, right, left_b + 1, right_b)
                _match(a, b, inner, found, depth=depth + 1)
                if right < high:
                    found.append((right, right_b))
        elif (high - low) * (high_b - low_b) <= _CLOSE:
            matcher = SequenceMatcher(None, a[low:high], b[low_b:high_b], autojunk=False)
            for block in matcher.get_matching_blocks():
                found += [(low + block.a + k, low_b + block.b + k) for k in range(block.size)]
    found += reversed(end)


def _anchors(
    a: Sequence[str], b: Sequence[str], within: tuple[int, int, int, int]
) -> list[tuple[int, int]]:
    """What stands once in both, as far as its order is the same: the longest rising row."""
    low, high, low_b, high_b = within
    once = [
        {each for each, many in Counter(rows).items() if many == 1}
        for rows in (a[low:high], b[low_b:high_b])
    ]
    there = {b[at]: at for at in range(low_b, high_b) if b[at] in once[1]}
    both = [(at, there[a[at]]) for at in range(low, high) if a[at] in once[0] and a[at] in there]
    return rising(both)


def _joined(found: list[tuple[int, int]]) -> Iterator[tuple[int, int, int]]:
    start: tuple[int, int] | None = None
    size = 0
    for at, at_b in found:
        if start is not None and (at, at_b) == (start[0] + size, start[1] + size):
            size += 1
            continue
        if start is not None:
            yield (*start, size)
        start, size = (at, at_b), 1
    if start is not None:
        yield (*start, size)
