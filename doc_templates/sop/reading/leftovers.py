"""The last account: whatever nobody took, and a count of words that proves nothing was lost."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from doc_templates.teks import texts_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from doc_templates.sop.reading.ledger import Ledger
    from doc_templates.sop.reading.rows import Cell, Row

_WORD: Final = re.compile(r"[^\W\d_]+|\d+")


def leave_untaken(rows: Sequence[Row], data: Mapping[str, object], ledger: Ledger) -> None:
    """Tell of every cell that nobody took, then of words that went missing inside a cell."""
    cells = [cell for row in rows for cell in row.cells]
    for cell in ledger.untaken(cells):
        ledger.leave(cell.text, cell)
    found = words_in(text for cell in cells for text in (cell.text, *_drawn(cell)))
    lost = found - words_in(text for _, text in texts_in(data)) - words_in(ledger.spoken)
    for cell in cells:
        if missing := _missing(cell, lost):
            ledger.leave(" ".join(missing), cell)


def words_in(texts: Iterable[str]) -> Counter[str]:
    """How often each word and number stands in some texts."""
    return Counter(word for text in texts for word in _WORD.findall(text))


def _drawn(cell: Cell) -> list[str]:
    return [shape.text for shape in cell.shapes]


def _missing(cell: Cell, lost: Counter[str]) -> list[str]:
    """The lost words that stand in a cell; each is told of once."""
    missing = []
    for word in _WORD.findall(cell.text):
        if lost[word] > 0:
            lost[word] -= 1
            missing.append(word)
    return missing
