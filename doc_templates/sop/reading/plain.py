"""Text as rows: a line with tabs, or a line of a Markdown table, is a table's row."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from doc_templates.errors import OldFileTooLarge
from doc_templates.sop.reading.rows import Cell, Row

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_LINES: Final = 5_000
"""Lines with something on them; sixty activities need a tenth of that."""
MOST_CELLS: Final = 100
"""Cells of a row; twelve lanes need twenty."""
MOST_LETTERS: Final = 50_000
"""Letters of a cell: ten times the longest activity that any sheet can show."""
_LINE_END: Final = re.compile(r"\r\n|\r|\n")
_RULE: Final = re.compile(r"[\s|:-]+")


def rows_of_text(name: str, text: str) -> list[Row]:
    """The rows of a text; a blank line parts one table from the next."""
    rows: list[Row] = []
    table = 0
    for number, line in enumerate(_LINE_END.split(text), 1):
        if not line.strip(" "):
            table = number
            continue
        cells = tuple(_cells(line, number))
        if any(len(cell.text) > MOST_LETTERS for cell in cells):
            raise OldFileTooLarge(name, f"{MOST_LETTERS} huruf pada satu sel (baris {number})")
        if len(cells) > MOST_CELLS:
            raise OldFileTooLarge(name, f"{MOST_CELLS} sel pada satu baris (baris {number})")
        if cells:
            rows.append(Row(cells, table=table if len(cells) > 1 else None))
        if len(rows) > MOST_LINES:
            raise OldFileTooLarge(name, f"{MOST_LINES} baris")
    return rows


def _cells(line: str, number: int) -> Iterator[Cell]:
    texts = _texts(line)
    if len(texts) == 1:
        yield Cell(texts[0].strip(), f"baris {number}")
        return
    for at, text in enumerate(texts):
        yield Cell(text.strip(), f"baris {number}, sel {at + 1}", at, at + 1)


def _texts(line: str) -> list[str]:
    bare = line.strip()
    drawn = bare.startswith("|") and bare.endswith("|") and bare.count("|") > 2  # noqa: PLR2004 - two cells
    if not drawn:
        return line.split("\t")
    if _RULE.fullmatch(bare):
        return []
    return bare[1:-1].split("|")
