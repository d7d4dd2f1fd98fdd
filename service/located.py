"""Data that remember where they stood in the file that a person typed."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import accumulate
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

DataPath = tuple[str | int, ...]

_STEP: Final = re.compile(r"([^.\[\]]+)|\[(\d+)\]", re.ASCII)

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
    parts: Mapping[str, DataFile] = field(default_factory=dict)
    """Field → the file that was read in there, as the data asked."""

    def spot(self, path: DataPath) -> Spot:
        """Where a person finds the value, or the nearest one around it where it is missing."""
        if path and (part := self.parts.get(str(path[0]))):
            inner = part.spot(path[1:])
            return Spot(inner.path, inner.line, inner.file or part.name)
        for length in range(len(path), 0, -1):
            if place := self.places.get(path[:length]):
                return Spot(path, place.line)
        return Spot(path, None)


@dataclass(frozen=True, slots=True)
class Spot:
    """A value's place as a person looks for it."""

    path: DataPath
    """In its own file."""
    line: int | None
    """Counted from 1; None where the file does not tell."""
    file: str | None = None
    """Name of the file that was read in; None for the data file itself."""

    @property
    def note(self) -> str:
        """What stands behind the path in a sentence: `` (kinerja.json, baris 12)``, or nothing."""
        line = f"baris {self.line}" if self.line else None
        told = ", ".join(filter(None, (self.file, line)))
        return f" ({told})" if told else ""


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


def read_path(where: str) -> DataPath:
    """The path that a finding wrote; the opposite of ``written``."""
    steps = _STEP.findall(where)
    return tuple(int(number) if number else name for name, number in steps)
