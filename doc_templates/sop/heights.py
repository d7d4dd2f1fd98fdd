"""How tall the sheets will be, so that a signature never stands alone on a page.

LibreOffice cannot bind the last row of a table to the paragraph behind it. So the pages are
reckoned beforehand from the real widths of the letters, and the heights of the rows are chosen
such that the signature block has company. An estimate, held on the safe side by ``SLACK``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from doc_templates.typefaces import typeface

if TYPE_CHECKING:
    from collections.abc import Sequence

MM: Final = 25.4 / 72
LINE: Final = 1.16 * MM
"""Height of a line of Arial in millimetres a point of type."""
SLACK: Final = 4.0
"""Millimetres by which the estimate may err over a page."""
COMFORTABLE: Final = (12.0, 10.5, 9.0)
"""Least heights of a row tried in turn, mm, to hold the sheet on one page."""
LOOSER: Final = (11.0, 11.5, 12.5, 13.0, 13.5, 14.0, 15.0, 16.0, 17.0, 18.0, 19.0, 20.0)
"""Tried in turn where only the signature would stand on the last page."""
DOUBTS: Final = (0.94, 0.97, 1.0, 1.03)
"""Over several pages small errors add up, so a height must hold for all of these too."""
_ARIAL: Final = typeface("Arial")
_PIECE: Final = re.compile(r"[^\s/-]*[/-]+|[^\s/-]+")
"""Lines also break behind a stroke or a hyphen, as in masing-masing."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text in a cell of known width."""

    value: str
    width: float
    """Room for the text, mm."""
    points: float
    bold: bool = False

    @property
    def height(self) -> float:
        """Millimetres, with the lines that it breaks into."""
        return line_count(self.value, self.width, self.points, bold=self.bold) * self.points * LINE


@dataclass(frozen=True, slots=True)
class Sheet:
    """An activity sheet before it is laid out; all heights in millimetres."""

    page: float
    """Of the type area."""
    opening: float
    """Title over the table."""
    head: float
    """Head rows, which every page repeats."""
    rows: tuple[float, ...]
    """What each row needs at least."""
    closing: float
    """Legend and signature block; they stay together."""


def line_count(text: str, room: float, points: float, *, bold: bool = False) -> int:
    """Lines that a text breaks into, breaking at spaces, strokes and hyphens."""
    return sum(_lines_of(part, room, points, bold=bold) for part in text.split("\n"))


def _lines_of(paragraph: str, room: float, points: float, *, bold: bool) -> int:
    lines, current = 1, ""
    for word in paragraph.split():
        for at, piece in enumerate(_PIECE.findall(word)):
            longer = current + ("" if at else " ") + piece if current else piece
            if current and _ARIAL.text_width(longer, points=points, bold=bold) > room:
                lines, current = lines + 1, piece
            else:
                current = longer
    return lines


def one_page_height(sheet: Sheet) -> float | None:
    """The roomiest least height of the rows that keeps the sheet on one page, if there is one."""
    fitting = (least for least in COMFORTABLE if _last_pages(sheet, least) == (1, True))
    return next(fitting, None)


def several_pages_height(sheet: Sheet) -> float:
    """Least height of the rows over several pages: never a lonely signature on the last."""
    return max((*COMFORTABLE, *LOOSER), key=lambda least: _certainty(sheet, least))


def _certainty(sheet: Sheet, least: float) -> int:
    """In how many of the doubtful cases the signature has company; the first best one wins."""
    cases = (replace(sheet, rows=tuple(row * doubt for row in sheet.rows)) for doubt in DOUBTS)
    return sum(_last_pages(case, least)[1] for case in cases)


def fill_up(natural: Sequence[float], *, room: float) -> list[float]:
    """Heights that use the whole room, the spare shared evenly; unchanged where none is spare."""
    spare = room - sum(natural)
    if spare <= 0 or not natural:
        return list(natural)
    return [each + spare / len(natural) for each in natural]


def _last_pages(sheet: Sheet, least: float) -> tuple[int, bool]:
    """Pages needed, and whether the signature certainly shares its page with a row."""
    pages, used, rows_here = 1, sheet.opening + sheet.head, 0
    for natural in sheet.rows:
        height = max(natural, least)
        if rows_here and used + height > sheet.page:
            pages, used, rows_here = pages + 1, sheet.head, 0
        used += height
        rows_here += 1
    return pages, used + sheet.closing + SLACK <= sheet.page
