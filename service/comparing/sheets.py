"""The pages of a print with their words and where each stands; ``pdftotext`` reads them."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from html import unescape
from typing import TYPE_CHECKING, Final, NamedTuple

from service.comparing.child import run
from service.comparing.errors import PrintTooLong, PrintUnreadable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MOST_PAGES: Final = 600
_PAGE: Final = re.compile(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', re.DOTALL)
_WORD: Final = re.compile(
    r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">([^<]*)</word>'
)
_DIGITS: Final = re.compile(r"\d+")
_COUNT: Final = re.compile(r"Halaman \d+ dari \d+$")
_KONSEP: Final = re.compile(r"[KONSEP](?: ?[KONSEP]){0,5}")
_HUGE: Final = 60.0
"""Points; no letter of a text is so high, the one across a KONSEP is."""
_MARGIN: Final = 0.13
"""Part of a page's height in which running heads and feet stand."""
_NEAR: Final = 3.0


class Box(NamedTuple):
    """A place on a page, points from its upper left corner."""

    x: float
    y: float
    width: float
    height: float


class Word(NamedTuple):
    """A word and its place."""

    text: str
    box: Box


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page; its lines in reading order, without what only repeats."""

    width: float
    height: float
    lines: tuple[tuple[Word, ...], ...]
    repeated: tuple[str, ...] = ()
    """Running head and foot, digits as #."""


def read_sheets(pdf: Path, *, folder: Path) -> tuple[Sheet, ...]:
    """All pages of a print.

    Raises:
        PrintTooLong, PrintTooHard, PrintUnreadable, ComparingBusy: it cannot be compared.
    """
    # In the order in which it was printed: a table comes cell by cell, wherever its page breaks.
    last = str(MOST_PAGES + 1)
    command = ("pdftotext", "-raw", "-bbox", "-enc", "UTF-8", "-q", "-l", last, str(pdf), "-")
    sheets = _sheets(run(command, out=folder / "teks").decode("utf-8", "replace"))
    if len(sheets) > MOST_PAGES:
        raise PrintTooLong(page_count(pdf, folder=folder), MOST_PAGES)
    return without_furniture(sheets)


def page_count(pdf: Path, *, folder: Path) -> int:
    """How many pages a print has.

    Raises:
        PrintTooHard, PrintUnreadable, ComparingBusy: nobody can tell.
    """
    told = run(("pdfinfo", str(pdf)), out=folder / "perihal").decode("utf-8", "replace")
    found = re.search(r"^Pages:\s+(\d+)$", told, re.MULTILINE)
    if found is None:
        raise PrintUnreadable
    return int(found[1])


def without_furniture(sheets: list[Sheet]) -> tuple[Sheet, ...]:
    """The pages without what Lontar adds to prints, and with running heads and feet set apart.

    They would make every page differ as soon as one page was added.
    """
    cleaned = [_unstamped(each) for each in sheets]
    seen: dict[str, int] = defaultdict(int)
    for sheet in cleaned:
        for key in {_key(sheet, line) for line in sheet.lines if _marginal(sheet, line)}:
            seen[key] += 1
    running = {key for key, many in seen.items() if many > 1 and 4 * many >= len(sheets)}
    return tuple(_parted(each, running) for each in cleaned)


def _sheets(told: str) -> list[Sheet]:
    sheets: list[Sheet] = []
    for page in _PAGE.finditer(told):
        words = [
            Word(unescape(text) if "&" in text else text, Box(x, y, right - x, foot - y))
            for *numbers, text in _WORD.findall(page[3])
            for x, y, right, foot in [map(float, numbers)]
            if text.strip()
        ]
        sheets.append(Sheet(float(page[1]), float(page[2]), tuple(_lines(words))))
    return sheets


def _lines(words: list[Word]) -> Iterator[tuple[Word, ...]]:
    """Words that were printed one after the other on one height."""
    line: list[Word] = []
    for word in words:
        if line and (_drop(line[-1], word) or word.box.x < line[-1].box.x):
            yield tuple(line)
            line = []
        line.append(word)
    if line:
        yield tuple(line)


def _drop(last: Word, word: Word) -> bool:
    feet = (each.box.y + each.box.height for each in (last, word))
    return abs(next(feet) - next(feet)) > _NEAR


def _unstamped(sheet: Sheet) -> Sheet:
    """Without the mark across a KONSEP, and without the footer that counts the pages."""
    counts = (line[0].box.y for line in sheet.lines if _COUNT.search(_text(line)))
    foot = max(counts, default=sheet.height)
    kept = (
        line
        for line in sheet.lines
        if line[0].box.y < foot - _NEAR
        and not (line[0].box.height > _HUGE and _KONSEP.fullmatch(_text(line)))
    )
    return replace(sheet, lines=tuple(kept))


def _parted(sheet: Sheet, running: set[str]) -> Sheet:
    body, repeated = [], []
    for line in sheet.lines:
        if _marginal(sheet, line) and _key(sheet, line) in running:
            repeated.append(_DIGITS.sub("#", _text(line)))
        else:
            body.append(line)
    return replace(sheet, lines=tuple(body), repeated=tuple(repeated))


def _marginal(sheet: Sheet, line: tuple[Word, ...]) -> bool:
    y = line[0].box.y
    return not _MARGIN * sheet.height < y < (1 - _MARGIN) * sheet.height


def _key(sheet: Sheet, line: tuple[Word, ...]) -> str:
    """What repeats: the words without numbers, as far from the edge as elsewhere."""
    y = line[0].box.y
    place = y if y < sheet.height / 2 else y - sheet.height
    return f"{_DIGITS.sub('#', _text(line))}\0{round(place / _NEAR)}"


def _text(line: tuple[Word, ...]) -> str:
    return " ".join(each.text for each in line)


def words_in(sheets: tuple[Sheet, ...]) -> Iterator[tuple[int, int, Word]]:
    """Every word with the index of its page and the number of its line, in reading order."""
    number = 0
    for page, sheet in enumerate(sheets):
        for line in sheet.lines:
            number += 1
            for word in line:
                yield page, number, word
