"""How wide the columns of the activity sheet must be, so that no word is broken or cut.

Every column gets at least its longest word in real Arial widths; what is left goes where the
text is. When that does not fit, the type becomes smaller step by step, and then the names of the
lanes stand upright.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from doc_templates.sop.heights import LINE, line_count
from doc_templates.typefaces import typeface

if TYPE_CHECKING:
    from collections.abc import Sequence

_ARIAL: Final = typeface("Arial")
PADDING: Final = 2 * 1.2 + 0.5
"""Millimetres that a cell needs beside its text: its inner space, its lines, rounding."""
LANE_LEAST: Final = 13.0
"""Narrower lanes look like rulings, mm."""
MARK_POINTS: Final = 7.5
"""Type of the words under the symbols."""
LANE_ENOUGH: Final = 30.0
"""Wider lanes only push the symbols apart, mm."""
UPRIGHT_LANE: Final = 10.5
"""Least width of a lane whose name stands upright, mm."""
UPRIGHT_HEIGHT: Final = 34.0
"""Room for upright names, mm, unless a single word needs more."""
SIZES: Final = (9.5, 9.0, 8.5, 8.0, 7.5)
"""Type sizes tried with level names, points."""
UPRIGHT_SIZES: Final = (9.0, 8.5, 8.0, 7.5, 7.0, 6.5, 6.0)


@dataclass(frozen=True, slots=True)
class Column:
    """What stands in one column."""

    heads: tuple[str, ...]
    """Printed in bold."""
    texts: tuple[str, ...]
    lane: bool = False
    narrow: bool = False
    """Numbers: never wider than they need."""
    marks: tuple[str, ...] = ()
    """Words under the symbols of a lane; level lanes hold each on one line."""


@dataclass(frozen=True, slots=True)
class Plan:
    """The measures of one activity sheet."""

    widths: tuple[float, ...]
    """Millimetres; they add up to the room given."""
    points: float
    upright: float | None
    """Height of upright lane names in millimetres; None where names are level."""


def plan_columns(columns: Sequence[Column], *, room: float, largest: float = SIZES[0]) -> Plan:
    """Share out the width of the page among the columns, in type no larger than that."""
    for points in (each for each in SIZES if each <= largest):
        least = [_least(each, points) for each in columns]
        if sum(least) <= room:
            return Plan(_shared(columns, least, points, room), points, None)
    for points in UPRIGHT_SIZES:
        height = _upright_height(columns, points)
        least = [
            _upright_width(each, points, height) if each.lane else _least(each, points)
            for each in columns
        ]
        if sum(least) <= room:
            return Plan(_shared(columns, least, points, room), points, height)
    # Words longer than any page could hold: the layout program must break them somewhere.
    scale = room / sum(least)
    return Plan(tuple(each * scale for each in least), UPRIGHT_SIZES[-1], height)


def _least(column: Column, points: float) -> float:
    head = max(_ARIAL.longest_word_width(each, points=points, bold=True) for each in column.heads)
    body = max(
        (_ARIAL.longest_word_width(each, points=points) for each in column.texts), default=0.0
    )
    marks = max((_ARIAL.text_width(each, points=MARK_POINTS) for each in column.marks), default=0.0)
    return max(head, body, marks, LANE_LEAST - PADDING if column.lane else 0.0) + PADDING


def _upright_height(columns: Sequence[Column], points: float) -> float:
    words = [
        _ARIAL.longest_word_width(head, points=points, bold=True)
        for each in columns
        if each.lane
        for head in each.heads
    ]
    return max(UPRIGHT_HEIGHT, max(words, default=0.0) + PADDING)


def _upright_width(column: Column, points: float, height: float) -> float:
    lines = max(line_count(head, height - PADDING, points, bold=True) for head in column.heads)
    words = [_ARIAL.longest_word_width(each, points=MARK_POINTS) for each in column.marks]
    return max(UPRIGHT_LANE, lines * points * LINE + PADDING, max(words, default=0.0) + PADDING)


def _shared(
    columns: Sequence[Column], least: Sequence[float], points: float, room: float
) -> tuple[float, ...]:
    """Lanes grow to a comfortable width together; the rest goes by the amount of text."""
    widths = list(least)
    lanes = [at for at, each in enumerate(columns) if each.lane]
    left = room - sum(widths)
    if lanes:
        share = left * 0.35 / len(lanes)
        for at in lanes:
            widths[at] = min(widths[at] + share, max(widths[at], LANE_ENOUGH))
    left = room - sum(widths)
    weights = [_weight(each, points) for each in columns]
    whole = sum(weights)
    if not whole:
        return tuple(width + left / len(widths) for width in widths)
    return tuple(
        width + left * weight / whole for width, weight in zip(widths, weights, strict=True)
    )


def _weight(column: Column, points: float) -> float:
    """A wordy column needs more room, but a very wordy one not quite in proportion."""
    if column.lane or column.narrow or not column.texts:
        return 0.0
    mean = sum(_ARIAL.text_width(each, points=points) for each in column.texts) / len(column.texts)
    return float(mean**0.8)
