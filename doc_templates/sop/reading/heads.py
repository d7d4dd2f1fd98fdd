"""The head of the activity sheet: which column is what.

The second head row decides: it bears Kelengkapan, Waktu and Output, and the lanes are what
stands in front of them. The first row's spans are often wrong and only compared.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from doc_templates.sop.reading.labels import COLUMNS, QUALITY, name_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from doc_templates.sop.reading.rows import Cell, Row

LetakKeterangan = Literal["sendiri", "mutu_baku", "tidak_ada"]
ROWS: Final = 3
"""Rows of a head at most."""
_GROUPS: Final = ("pelaksana", "mutu_baku")
ENOUGH: Final = 2
"""Of Kelengkapan, Waktu, Output: so many make a head row."""


@dataclass(frozen=True, slots=True)
class Heads:
    """The head of an activity sheet, read."""

    first: int
    """Row where it begins."""
    last: int
    """Row that names the lanes."""
    columns: Mapping[str, Cell]
    """``nomor``, ``uraian``, the three of quality, and ``keterangan``: their cells."""
    lanes: tuple[Cell, ...]
    groups: Mapping[str, Cell]
    """``pelaksana`` and ``mutu_baku``, where the first row bears them."""
    letak: LetakKeterangan
    spans: tuple[tuple[str, int, int], ...]
    """Group, columns that the first row gives it, columns that it has."""

    @property
    def cells(self) -> list[Cell]:
        """All cells of the head that were understood, without the lanes."""
        return [*self.columns.values(), *self.groups.values()]

    def column_of(self, cell: Cell) -> str | Cell | None:
        """Name of the column or lane under which a cell of the body stands."""
        heads: list[tuple[str | Cell, Cell]] = [*self.columns.items()]
        heads += [(lane, lane) for lane in self.lanes]
        best: str | Cell | None = None
        widest = 0
        for name, head in heads:
            shared = min(cell.end, head.end) - max(cell.start, head.start)
            if shared > widest:
                best, widest = name, shared
        return best


def find_heads(rows: Sequence[Row], start: int = 0) -> Heads | None:
    """The first head of an activity sheet from a row on; None where there is none."""
    for at in range(start, len(rows)):
        if rows[at].table is None:
            continue
        names = _names(rows[at])
        if "uraian" not in names or len(names) < ENOUGH:
            continue
        for last in range(at, min(at + ROWS, len(rows))):
            if sum(name in QUALITY for name in _names(rows[last])) >= ENOUGH:
                return _read(rows, at, last)
    return None


def _names(row: Row) -> dict[str, Cell]:
    found: dict[str, Cell] = {}
    for cell in row.filled:
        name = name_of(cell.line, COLUMNS)
        # A lane may be called “Pelaksana” as well: the group is the first of that name.
        if name and name not in found:
            found[name] = cell
    return found


def _read(rows: Sequence[Row], first: int, last: int) -> Heads:
    upper, lower = rows[first], rows[last]
    quality = {name: cell for name, cell in _names(lower).items() if name in QUALITY}
    above = _names(upper) if first != last else {}
    own = _names(lower)
    columns: dict[str, Cell] = {}
    for name in ("nomor", "uraian"):
        if cell := above.get(name) or own.get(name):
            columns[name] = cell
    begin = columns["uraian"].end
    border = min(cell.start for cell in quality.values())
    columns.update(quality)
    letak: LetakKeterangan = "tidak_ada"
    if cell := own.get("keterangan"):
        columns["keterangan"] = cell
        letak = "mutu_baku" if first != last else "sendiri"
    elif cell := above.get("keterangan"):
        columns["keterangan"] = cell
        letak = "sendiri"
    groups = {name: cell for name, cell in above.items() if name in _GROUPS}
    lanes = tuple(
        _named(cell, rows[first:last], groups)
        for cell in lower.cells
        if begin <= cell.start < border
    )
    return Heads(
        first, last, columns, lanes, groups, letak, tuple(_spans(upper, groups, begin, border))
    )


def _named(cell: Cell, above: Sequence[Row], groups: Mapping[str, Cell]) -> Cell:
    """A lane's cell; where it is merged with the one above, that one bears its name."""
    if cell.text or not cell.merged:
        return cell
    upper = (row.at(cell.start) for row in reversed(above))
    named = next((each for each in upper if each is not None and each.text), None)
    return cell if named is None or named in groups.values() else named


def _spans(
    upper: Row, groups: Mapping[str, Cell], begin: int, border: int
) -> Iterator[tuple[str, int, int]]:
    """Groups whose width in the first row is not the width that they have."""
    cell = groups.get("pelaksana")
    if cell is None:
        return
    following = [each.start for each in upper.filled if each.start > cell.start]
    end = max(cell.end, min(following, default=border))
    if (cell.start, end) != (begin, border):
        yield "pelaksana", end - cell.start, border - begin
