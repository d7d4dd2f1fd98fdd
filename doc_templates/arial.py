"""How wide a text is in Arial, so that columns can be made wide enough before any layout.

arial.json holds the advance widths in 1/2048 em. They were read from Liberation Sans, which has
the same widths as Arial by design.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

_UNITS: Final = 2048
_MM_A_POINT: Final = 25.4 / 72
_WIDEST_USUAL: Final = "W"
"""Stands for characters that the table lacks: better too much room than a broken word."""


def text_width(text: str, *, points: float, bold: bool = False) -> float:
    """Width of a line of text in millimetres."""
    advances = _advances()["bold" if bold else "regular"]
    usual = advances[_WIDEST_USUAL]
    units = sum(advances.get(each, usual) for each in text)
    return units / _UNITS * points * _MM_A_POINT


def longest_word_width(text: str, *, points: float, bold: bool = False) -> float:
    """Width in millimetres of the widest part that a line break cannot divide."""
    words = text.split()
    return max((text_width(word, points=points, bold=bold) for word in words), default=0.0)


@cache
def _advances() -> Mapping[str, Mapping[str, int]]:
    table: dict[str, dict[str, int]] = json.loads(
        Path(__file__).with_suffix(".json").read_text(encoding="utf-8")
    )
    return table
