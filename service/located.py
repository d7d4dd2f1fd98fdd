"""Data that remember where they stood in the file that a person typed."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

DataPath = tuple[str | int, ...]

MAX_DEPTH: Final = 60
"""Levels of nesting; the deepest kind needs eight, an attack needs thousands."""


@dataclass(frozen=True, slots=True)
class Place:
    """A position in a text file."""

    line: int
    """Counted from 1."""
    column: int
    """Counted from 1, in characters."""


@dataclass(frozen=True, slots=True)
class DataFile:
    """The content of a data file: plain values, and where each stood."""

    name: str
    """As the person named it."""
    content: Any
    """dict, list, str, int, Decimal, bool or None."""
    places: Mapping[DataPath, Place]
    """Path in the content → where its value begins."""


class Lines:
    """Turns offsets in a text into lines and columns."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *accumulate(len(line) + 1 for line in text.split("\n"))]

    def place(self, offset: int) -> Place:
        """Where the character at this offset stands."""
        line = bisect_right(self._starts, offset)
        return Place(line=line, column=offset - self._starts[line - 1] + 1)


def written(path: DataPath) -> str:
    """A path as findings write it: ``kegiatan[3].waktu``."""
    text = ""
    for step in path:
        if isinstance(step, int):
            text += f"[{step}]"
        else:
            text += f".{step}" if text else step
    return text
