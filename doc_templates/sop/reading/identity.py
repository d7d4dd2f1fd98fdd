"""The identity sheet: labels and what stands beside, behind or under them.

Three states are kept apart: a label that is not there gives None, a label with nothing beside it
gives ``""``, and ``-`` is an answer.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from doc_templates.sop.reading.labels import FIELDS, PANELS, Label, read_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from doc_templates.sop.reading.ledger import Ledger
    from doc_templates.sop.reading.rows import Cell, Row

LONG: Final = frozenset({"nama_sop", "disahkan_oleh"})
"""Fields whose value may take several lines."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A text, and the cell that it came from."""

    text: str
    cell: Cell

    @property
    def lines(self) -> list[Piece]:
        """Each line of it as a piece of its own, without blank ones."""
        return [Piece(line.strip(), self.cell) for line in self.text.split("\n") if line.strip()]


@dataclass(slots=True)
class Identity:
    """What the labels led to."""

    fields: dict[str, list[Piece]] = field(default_factory=dict)
    """Name of a field → what stands beside its label; an empty list where nothing does."""
    panels: dict[str, list[Piece]] = field(default_factory=dict)
    opening: list[Piece] = field(default_factory=list)
    """Lines before the first label: cover, letterhead."""
    beside: list[Cell] = field(default_factory=list)
    """Cells to the left of the labels of the fields: letterhead, unit."""
    edge: int = 0
    """The grid column in which those labels stand."""
    waiting: str | None = None
    """A field whose label stood alone on its line."""
    growing: list[_Open] = field(default_factory=list)
    """Panels whose content is still being read."""


@dataclass(frozen=True, slots=True)
class _Open:
    """A panel under whose label further rows stand."""

    name: str
    start: int
    end: int
    in_table: bool


def _alike(panel: _Open, row: Row) -> bool:
    """What stands in a table goes on in tables, a list of lines in lines."""
    return panel.in_table == (row.table is not None)


def read_identity(rows: Sequence[Row], ledger: Ledger) -> Identity:
    """Read the rows before the activity sheet; what no label claims stays untaken."""
    sheet = Identity()
    for row in rows:
        labels = {
            at: label for at, cell in enumerate(row.cells) if (label := _label_in(cell, sheet))
        }
        if any(label.name in FIELDS.values() for label in labels.values()):
            _read_fields(row, labels, sheet, ledger)
        elif labels:
            _read_panels(row, labels, sheet, ledger)
        else:
            _read_content(row, sheet)
    return sheet


def _label_in(cell: Cell, sheet: Identity) -> Label | None:
    label = read_label(cell.text, FIELDS) or read_label(cell.text, PANELS)
    if label is None or label.name in sheet.fields or label.name in sheet.panels:
        return None
    return label


def _read_fields(row: Row, labels: dict[int, Label], sheet: Identity, ledger: Ledger) -> None:
    sheet.waiting = None
    sheet.growing = []
    for at, label in labels.items():
        cell = row.cells[at]
        if label.name in PANELS.values():
            _open_panel(label, cell, row, sheet, ledger)
            continue
        ledger.label(f"baris.{label.name}", label.written.rstrip(" :"), cell)
        following = min((each for each in labels if each > at), default=len(row.cells))
        pieces = _value_of(label, cell, row.cells[at + 1 : following], ledger)
        sheet.fields[label.name] = pieces
        if row.table is None and not pieces:
            sheet.waiting = label.name
    sheet.edge = min(row.cells[at].start for at in labels)
    sheet.beside += _left_of_labels(row, sheet)


def _value_of(label: Label, cell: Cell, beside: Sequence[Cell], ledger: Ledger) -> list[Piece]:
    """What stands behind a label in its own cell, else in the first filled cell beside it."""
    if value := _value(label.rest):
        return [Piece(value, cell)]
    for each in beside:
        if value := _value(each.text):
            return [Piece(value, each)]
        ledger.say(each.text, each)
    return []


def _left_of_labels(row: Row, sheet: Identity) -> list[Cell]:
    return [cell for cell in row.cells if cell.text and cell.end <= sheet.edge]


def _value(text: str) -> str:
    """What stands beside a label, without the colon between."""
    return text.strip().removeprefix(":").strip()


def _read_panels(row: Row, labels: dict[int, Label], sheet: Identity, ledger: Ledger) -> None:
    sheet.waiting = None
    for at, label in labels.items():
        _open_panel(label, row.cells[at], row, sheet, ledger)
    for at, cell in enumerate(row.cells):
        if at not in labels:
            _grow(cell, row, sheet)


def _open_panel(label: Label, cell: Cell, row: Row, sheet: Identity, ledger: Ledger) -> None:
    ledger.label(f"panel.{label.name}", label.written, cell)
    sheet.growing = [
        each
        for each in sheet.growing
        if _alike(each, row) and not cell.overlaps(each.start, each.end)
    ]
    sheet.growing.append(_Open(label.name, cell.start, cell.end, row.table is not None))
    sheet.panels[label.name] = [Piece(label.rest, cell)] if label.rest else []


def _read_content(row: Row, sheet: Identity) -> None:
    """A row without a label: value of the field above, content of a panel, or the opening."""
    if not sheet.fields and not sheet.panels:
        sheet.opening += [line for cell in row.filled for line in Piece(cell.text, cell).lines]
        return
    if sheet.waiting and row.table is None:
        pieces = sheet.fields[sheet.waiting]
        if not pieces or sheet.waiting in LONG:
            pieces.append(Piece(_value(row.cells[0].text), row.cells[0]))
            return
    sheet.waiting = None
    sheet.growing = [each for each in sheet.growing if _alike(each, row)]
    grown = [_grow(cell, row, sheet) for cell in row.filled]
    if row.table is not None and not any(grown) and not sheet.panels:
        sheet.beside += _left_of_labels(row, sheet)


def _grow(cell: Cell, row: Row, sheet: Identity) -> bool:
    for panel in sheet.growing:
        if cell.text and _alike(panel, row) and cell.overlaps(panel.start, panel.end):
            sheet.panels[panel.name].append(Piece(cell.text, cell))
            return True
    return False
