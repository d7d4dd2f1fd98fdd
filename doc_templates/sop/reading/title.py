"""The heading over the activity sheet, which nothing labels."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from doc_templates.sop.reading import codes
from doc_templates.sop.reading.labels import FIELDS, PANELS, read_label
from doc_templates.sop.reading.offices import is_title

if TYPE_CHECKING:
    from collections.abc import Sequence

    from doc_templates.sop.reading.ledger import Ledger
    from doc_templates.sop.reading.rows import Row

MOST_LINES: Final = 3
LONGEST: Final = 200
"""Letters of a line; more is running text."""


def part_title(rows: Sequence[Row]) -> tuple[list[Row], list[Row]]:
    """The rows before the activity sheet without its heading, and the heading."""
    start = len(rows)
    while start and _may_be_title(rows[start - 1]) and len(rows) - start < MOST_LINES:
        start -= 1
    if start == 0 or rows[start - 1].table is None:
        # Among lines only the look of a line tells that it is not content of the last panel.
        start = len(rows)
        while start and _looks_like_title(rows[start - 1]) and len(rows) - start < MOST_LINES:
            start -= 1
        if start and read_label(rows[start - 1].cells[0].text, PANELS):
            start = len(rows)
    return list(rows[:start]), list(rows[start:])


def read_title(rows: Sequence[Row], ledger: Ledger) -> dict[str, str]:
    """The data ``judul_tabel``."""
    if not rows:
        return {}
    cells = [row.cells[0] for row in rows]
    for cell in cells:
        ledger.take(cell, "judul_tabel")
    title = "\n".join(cell.text for cell in cells)
    sentence = f"“{title}” di atas tabel kegiatan dibaca sebagai judul tabel; mohon pastikan."
    ledger.notice(codes.PLACED.at("judul_tabel", sentence), *cells)
    return {"judul_tabel": title}


def _may_be_title(row: Row) -> bool:
    text = row.cells[0].text
    return (
        row.table is None
        and len(text) <= LONGEST
        and read_label(text, FIELDS) is None
        and read_label(text, PANELS) is None
    )


def _looks_like_title(row: Row) -> bool:
    text = row.cells[0].text
    return _may_be_title(row) and (text.isupper() or (is_title(text) and text[:3] == "SOP"))
