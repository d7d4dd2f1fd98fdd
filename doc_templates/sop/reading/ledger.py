"""The ledger of one reading: which cell went where, which words were only labels, what was seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doc_templates.old_file import Noticed
from doc_templates.sop.reading import codes

if TYPE_CHECKING:
    from collections.abc import Iterable

    from doc_templates.findings import Finding
    from doc_templates.sop.reading.rows import Cell


class Ledger:
    """Keeps account, so that nothing of an old file is lost and no inference is silent."""

    def __init__(self) -> None:
        self._placed: dict[str, str] = {}
        self._noticed: list[Noticed] = []
        self.labels: dict[str, str] = {}
        """Key such as ``baris.nomor`` → the label as the old file writes it."""
        self.spoken: list[str] = []
        """Words that need no place: labels, repeated heads, marks, and those told as left over."""

    def take(self, cell: Cell, where: str) -> None:
        """A cell's words went to that place in the data."""
        self._placed[cell.place] = self._placed.get(cell.place) or where

    def label(self, key: str, written: str, cell: Cell) -> None:
        """A cell holds a label, which the profile prints."""
        self.labels.setdefault(key, written)
        self.say(written, cell)

    def say(self, words: str, cell: Cell) -> None:
        """A cell holds words that the form prints by itself."""
        self.spoken.append(words)
        self._placed.setdefault(cell.place, "")

    def notice(self, finding: Finding, *cells: Cell) -> None:
        """Something was noticed about those cells."""
        self._noticed.append(Noticed(finding, "; ".join(cell.place for cell in cells)))

    def leave(self, words: str, cell: Cell, reason: str = "") -> None:
        """Those words of a cell have no place in the data."""
        self.say(words, cell)
        because = f" ({reason})" if reason else ""
        sentence = (
            f"“{words}” tidak mendapat tempat di dalam data{because}; "
            "masukkan sendiri bila memang perlu."
        )
        self._noticed.append(Noticed(codes.LEFTOVER.at("", sentence), cell.place))

    def where(self, cell: Cell) -> str:
        """The place in the data to which a cell went; empty for none."""
        return self._placed.get(cell.place, "")

    def untaken(self, cells: Iterable[Cell]) -> list[Cell]:
        """The cells that nobody took."""
        return [cell for cell in cells if cell.text and cell.place not in self._placed]

    @property
    def noticed(self) -> tuple[Noticed, ...]:
        """All that was noticed, in the order of the reading."""
        return tuple(self._noticed)
