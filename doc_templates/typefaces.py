"""How wide and how tall text is in the five typefaces of offices, before any layout.

typefaces/*.json holds advance widths and line heights, read by ``typefaces_build`` from the free
fonts that are printed in place of these families and have the same widths by design. Widths are
never too small: a column that was measured here holds its words in print.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from math import floor
from pathlib import Path
from re import compile as pattern
from typing import TYPE_CHECKING, Final, Literal, get_args

if TYPE_CHECKING:
    from collections.abc import Mapping

Huruf = Literal["Arial", "Times New Roman", "Bookman Old Style", "Calibri", "Cambria"]
"""What the rules on official letters allow, and every office has."""

FAMILIES: Final[tuple[Huruf, ...]] = get_args(Huruf)
FOLDER: Final = Path(__file__).parent / "typefaces"

_MM: Final = 25.4 / 72
"""Millimetres in a point."""
_TWIPS: Final = 20
"""Twentieths of a point in a point: the unit in which LibreOffice stacks lines."""
_WIDEST_USUAL: Final = "W"
"""Stands for characters that no table has: better too much room than a broken word."""
_BREAK: Final = pattern(r"(?<=[/-])(?=[^/0-9-])")
"""Lines also break behind a stroke or a hyphen (masing-masing), though not before a digit
(050/16): Unicode line breaking, UAX 14, rules LB13, LB21 and LB25."""


class _Advances(dict[str, float]):
    """Character → advance width in ems."""

    def __missing__(self, _: str) -> float:
        return self[_WIDEST_USUAL]


@dataclass(frozen=True, slots=True)
class Typeface:
    """The measures of one family."""

    name: Huruf
    line: float
    """Height of a line as a multiple of the type size."""
    bold_line: float
    """The same in bold; only Bookman Old Style is then taller."""
    _regular: _Advances
    _bold: _Advances

    def text_width(self, text: str, *, points: float, bold: bool = False) -> float:
        """Width of a line of text in millimetres."""
        advances = self._bold if bold else self._regular
        return sum(map(advances.__getitem__, text)) * points * _MM

    def longest_word_width(self, text: str, *, points: float, bold: bool = False) -> float:
        """Width in millimetres of the widest part that a line break cannot divide."""
        return max(
            (self.text_width(word, points=points, bold=bold) for word in text.split()), default=0.0
        )

    def line_count(self, text: str, room: float, *, points: float, bold: bool = False) -> int:
        """Lines that a text takes in that many millimetres; never fewer than in print."""
        scale = room / (points * _MM)
        advances = self._bold if bold else self._regular
        return sum(_lines_of(part, scale, advances) for part in text.split("\n"))

    def line_height(self, points: float, *, bold: bool = False) -> float:
        """Height of a line in millimetres, as LibreOffice stacks them or a hair more.

        LibreOffice rounds ascent, descent and leading each to whole twentieths of a point, which
        raises a line by one at most.
        """
        natural = (self.bold_line if bold else self.line) * points * _TWIPS
        return floor(natural + 1.05) / _TWIPS * _MM


def file_of(name: Huruf) -> Path:
    """Where the table of a family lies."""
    return FOLDER / f"{name.lower().replace(' ', '_')}.json"


@cache
def typeface(name: Huruf) -> Typeface:
    """The measures of a family; read once."""
    table = json.loads(file_of(name).read_text(encoding="utf-8"))
    line, bold_line = table["line"]
    return Typeface(name, line, bold_line, _advances(table, "regular"), _advances(table, "bold"))


def _advances(table: Mapping[str, dict[str, str]], weight: str) -> _Advances:
    em = int(table["em"])  # type: ignore[call-overload]
    return _Advances(
        {
            character: int(units) / em
            for units, characters in table[weight].items()
            for character in characters
        }
    )


def _lines_of(paragraph: str, room: float, advances: _Advances) -> int:
    """Lines of a paragraph in a room of so many ems, filled greedily."""
    lines, used, space = 1, 0.0, advances[" "]
    for word in paragraph.split():
        gap = space if used else 0.0
        for piece in _BREAK.split(word):
            width = sum(map(advances.__getitem__, piece))
            if used and used + gap + width > room:
                lines, used, gap = lines + 1, 0.0, 0.0
            used += gap + width
            gap = 0.0
            if used > room:  # a word that no line holds is broken anywhere
                lines, used = lines + int(used // room), used % room
    return lines
