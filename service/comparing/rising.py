"""The longest rising row: which pairs keep their order when as many as possible are to keep it."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


def rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Of pairs in the order of their first, the most whose second rises, too."""
    tails: list[int] = []
    chain: list[int] = []
    back: list[int] = []
    for number, (_, second) in enumerate(pairs):
        place = bisect_left(tails, second)
        back.append(chain[place - 1] if place else -1)
        tails[place : place + 1] = [second]
        chain[place : place + 1] = [number]
    found = []
    number = chain[-1] if chain else -1
    while number >= 0:
        found.append(pairs[number])
        number = back[number]
    return found[::-1]


def heaviest(weights: Mapping[tuple[int, int], int]) -> list[tuple[int, int]]:
    """Of weighted pairs, those that rise on both sides and together weigh the most."""
    pairs = sorted(weights)
    best: list[int] = []
    back: list[int] = []
    for number, (first, second) in enumerate(pairs):
        before = max(
            (each for each in range(number) if pairs[each][0] < first and pairs[each][1] < second),
            key=lambda each: best[each],
            default=-1,
        )
        best.append(weights[pairs[number]] + (best[before] if before >= 0 else 0))
        back.append(before)
    found = []
    number = max(range(len(pairs)), key=lambda each: best[each], default=-1)
    while number >= 0:
        found.append(pairs[number])
        number = back[number]
    return found[::-1]
