"""The activity sheet: its lanes, and its rows over all tables in which it goes on."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from doc_templates.sop.reading import codes
from doc_templates.sop.reading.heads import Heads, find_heads
from doc_templates.sop.reading.labels import QUALITY
from doc_templates.sop.reading.steps import is_number, join_step, read_step, sorted_row

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from doc_templates.sop.reading.ledger import Ledger
    from doc_templates.sop.reading.rows import Cell, Row

_NOT_IN_AN_ID: Final = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Activities:
    """The activity sheet as data."""

    lajur: list[dict[str, str]]
    kegiatan: list[dict[str, Any]] = field(default_factory=list)
    end: int = 0
    """The row behind the sheet."""


def read_activities(rows: Sequence[Row], heads: Heads, ledger: Ledger) -> Activities:
    """Read the sheet under its head."""
    _tell_heads(heads, ledger)
    body, end = _body(rows, heads, ledger)
    lanes = _lanes(heads, body, ledger)
    sheet = Activities([{"id": key, "nama": cell.line} for cell, key in lanes.items()], [], end)
    for at, row in enumerate(body):
        if at == 0 and _counts_columns(row):
            _leave(row, "nomor kolom", ledger)
        elif row.filled:
            _read_row(row, heads, lanes, sheet.kegiatan, ledger)
    return sheet


def _read_row(
    row: Row,
    heads: Heads,
    lanes: Mapping[Cell, str],
    steps: list[dict[str, Any]],
    ledger: Ledger,
) -> None:
    line = sorted_row(row, heads, lanes)
    if steps and line.goes_on:
        join_step(line, steps[-1], len(steps) - 1, ledger)
    elif line.is_step:
        steps.append(read_step(line, len(steps), heads, ledger))
    else:
        _leave(row, "bukan langkah", ledger)


def _tell_heads(heads: Heads, ledger: Ledger) -> None:
    for name, cell in {**heads.columns, **heads.groups}.items():
        ledger.label(f"kolom.{name}", cell.line, cell)
    for name, told, real in heads.spans:
        sentence = (
            f"Kepala “{heads.groups[name].line}” menaungi {told} kolom, sedangkan baris kepala "
            f"kedua mempunyai {real}; {real} kolom itu yang dipakai."
        )
        ledger.notice(codes.HEADER_SPAN.at("lajur", sentence), heads.groups[name])


def _body(rows: Sequence[Row], heads: Heads, ledger: Ledger) -> tuple[list[Row], int]:
    """The rows under the head, without heads that repeat on further pages; the row behind them."""
    body: list[Row] = []
    table = rows[heads.last].table
    at = heads.last + 1
    while at < len(rows) and rows[at].table is not None:
        if repeated := _repeated_head(rows, at, heads):
            for row in rows[at : at + repeated]:
                for cell in row.filled:
                    ledger.say(cell.text, cell)
            table = rows[at].table
            at += repeated
            continue
        if rows[at].table != table and not _goes_on(rows[at], heads):
            break
        table = rows[at].table
        body.append(rows[at])
        at += 1
    return body, at


def _repeated_head(rows: Sequence[Row], at: int, heads: Heads) -> int:
    """How many rows from here on repeat the head; 0 for none."""
    height = heads.last - heads.first + 1
    again = find_heads(rows[at : at + height])
    if again is None or again.first != 0:
        return 0
    names = [cell.line for cell in again.lanes], [cell.line for cell in heads.lanes]
    return height if names[0] == names[1] else 0


def _goes_on(row: Row, heads: Heads) -> bool:
    """True where a further table begins with a numbered row that reaches the quality columns."""
    widest = max(cell.end for cell in (*heads.cells, *heads.lanes))
    border = min(heads.columns[name].start for name in QUALITY if name in heads.columns)
    return is_number(row.cells[0].line) and border < row.cells[-1].end <= widest


def _lanes(heads: Heads, body: Sequence[Row], ledger: Ledger) -> dict[Cell, str]:
    """Each lane's head and its id."""
    found: dict[Cell, str] = {}
    for cell in heads.lanes:
        key = _fresh_id(cell.line, set(found.values()))
        if cell.text:
            ledger.take(cell, f"lajur[{len(found)}].nama")
        elif not any(heads.column_of(each) == cell for row in body for each in row.filled):
            # A nameless column in which nothing stands is a slip of the table, no lane.
            continue
        found[cell] = key
    return found


def _fresh_id(name: str, taken: set[str]) -> str:
    """An id from the words of a lane's name, up to the slash between two posts."""
    first = next((part for part in name.lower().split("/") if part.strip()), "")
    base = _NOT_IN_AN_ID.sub("-", first).strip("-") or "lajur"
    numbers = (f"{base}-{number}" for number in range(2, len(taken) + 3))
    return base if base not in taken else next(each for each in numbers if each not in taken)


def _counts_columns(row: Row) -> bool:
    """True for the row 1, 2, 3 … that some offices set under the head."""
    numbers = [cell.line.strip("().") for cell in row.filled]
    return len(numbers) > len(QUALITY) and numbers == [str(at + 1) for at in range(len(numbers))]


def _leave(row: Row, reason: str, ledger: Ledger) -> None:
    for cell in row.filled:
        words = "\n".join(each for each in (cell.text, *(s.text for s in cell.shapes)) if each)
        if words:
            ledger.leave(words, cell, reason)
