"""Pages whose words are all the same, and which look different: lines, arrows, charts, seals."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from service.comparing.child import run
from service.comparing.sheets import Box

if TYPE_CHECKING:
    from pathlib import Path

_DPI: Final = 40
"""Enough to see a hair line, and ten milliseconds a page."""
_POINT: Final = 72 / _DPI
"""Points of a pixel."""
_CELL: Final = 10
"""Pixels of a side of the fields that are compared."""
_FOOT: Final = round(46 / _POINT)
"""Pixels at the foot, in which each print has its own marks."""
_LOUD: Final = 40
"""Difference of two greys that counts; what is less is the edge of a letter."""
_MOST_FRAMES: Final = 12
"""More of them tell that the whole page shifted, and point at nothing."""
_HEAD: Final = re.compile(rb"P5\s+(\d+)\s+(\d+)\s+255\s", re.ASCII)


class Look(NamedTuple):
    """A page in greys, small."""

    width: int
    height: int
    greys: bytes


def looks_of(pdf: Path, *, folder: Path) -> list[Look]:
    """Every page of a print.

    Raises:
        PrintTooHard, PrintUnreadable, ComparingBusy: they cannot be drawn.
    """
    drawn = run(("pdftoppm", "-gray", "-q", "-r", str(_DPI), str(pdf)), out=folder / "rupa")
    found, at = [], 0
    while head := _HEAD.match(drawn, at):
        width, height = int(head[1]), int(head[2])
        at = head.end() + width * height
        found.append(Look(width, height, drawn[head.end() : at]))
    return found


def unlike(before: Look, after: Look) -> tuple[Box, ...] | None:
    """Where two pages look different, points; None where they do nearly everywhere."""
    if before[:2] != after[:2]:
        return None
    boxes: list[Box] = []
    for column, row in _cells(before, after):
        _joined(boxes, Box(*(each * _CELL * _POINT for each in (column, row, 1, 1))))
        if len(boxes) > 4 * _MOST_FRAMES:
            return None
    boxes = _settled(boxes)
    return None if len(boxes) > _MOST_FRAMES else tuple(boxes)


def _cells(before: Look, after: Look) -> list[tuple[int, int]]:
    """Columns and rows of the fields that differ."""
    width, found = before.width, []
    for top in range(0, before.height - _FOOT, _CELL):
        band = slice(top * width, min(top + _CELL, before.height - _FOOT) * width)
        old, new = before.greys[band], after.greys[band]
        if old == new:
            continue
        loud = {
            at % width // _CELL
            for at, (one, other) in enumerate(zip(old, new, strict=True))
            if abs(one - other) > _LOUD
        }
        found += [(column, top // _CELL) for column in sorted(loud)]
    return found


def _joined(boxes: list[Box], box: Box) -> None:
    """Add a field to the frame that it touches, or as a frame of its own."""
    for at, each in enumerate(boxes):
        if _touch(each, box):
            boxes[at] = _around(each, box)
            return
    boxes.append(box)


def _settled(boxes: list[Box]) -> list[Box]:
    """Frames of which none touches another."""
    while True:
        joined: list[Box] = []
        for each in boxes:
            _joined(joined, each)
        if len(joined) == len(boxes):
            return joined
        boxes = joined


def _touch(one: Box, other: Box) -> bool:
    gap = _CELL * _POINT
    return (
        one.x - gap < other.x + other.width
        and other.x - gap < one.x + one.width
        and one.y - gap < other.y + other.height
        and other.y - gap < one.y + one.height
    )


def _around(one: Box, other: Box) -> Box:
    x, y = min(one.x, other.x), min(one.y, other.y)
    right = max(one.x + one.width, other.x + other.width)
    foot = max(one.y + one.height, other.y + other.height)
    return Box(x, y, right - x, foot - y)
