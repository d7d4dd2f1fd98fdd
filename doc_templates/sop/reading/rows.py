"""What lies on the pages of an old SOP: rows of cells, each with its place in the file.

A line outside of tables is a row of one cell, so text and DOCX are read alike from here on.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Sequence

Sort = Literal["terminator", "proses", "keputusan", "garis", "lain"]


@dataclass(frozen=True, slots=True)
class Shape:
    """A drawn shape and the words in it."""

    sort: Sort
    text: str
    column: int | None = None
    """The grid column under its middle; None where that cannot be told."""
    alternative: str = ""
    """Alternative text, as screen readers say it."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table, or a line outside of tables."""

    text: str
    """Its lines with ``\\n`` between them, as typed, without the space around."""
    place: str
    """Unique in the file: ``baris 14, sel 2``, or ``tabel 2, baris 3, sel 4``."""
    start: int = 0
    """First grid column that it covers, counted from 0."""
    end: int = 1
    """The grid column behind it."""
    shapes: tuple[Shape, ...] = field(default=())
    merged: bool = False
    """True where it only continues the cell above."""

    @property
    def lines(self) -> list[str]:
        """What stands on its lines, without blank ones."""
        return [line.strip() for line in self.text.split("\n") if line.strip()]

    @property
    def line(self) -> str:
        """Its words on one line."""
        return " ".join(self.lines)

    def overlaps(self, start: int, end: int) -> bool:
        """True where it covers one of those columns."""
        return self.start < end and start < self.end


@dataclass(frozen=True, slots=True)
class Row:
    """Cells beside each other."""

    cells: tuple[Cell, ...]
    table: int | None = None
    """Which table it belongs to; None for a line outside of tables."""

    @property
    def filled(self) -> tuple[Cell, ...]:
        """The cells in which something stands."""
        return tuple(cell for cell in self.cells if cell.text or cell.shapes)

    def at(self, column: int) -> Cell | None:
        """The cell over a grid column."""
        return next((cell for cell in self.cells if cell.start <= column < cell.end), None)


@dataclass(frozen=True, slots=True)
class Pages:
    """All that lies on the pages of a file."""

    rows: Sequence[Row]
    beside: Sequence[Row] = ()
    """Headers, footers and notes."""
    flowchart: Sequence[Shape] = ()
    """Shapes of a flowchart that Lontar drew."""
    revised: bool = False
    """True where changes are tracked."""
