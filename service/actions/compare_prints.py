"""Compare two prints: their words, page by page, and where on the pages they differ."""

from __future__ import annotations

import threading
from collections import OrderedDict
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from service.actions.scratch import scratch
from service.comparing.leaves import Leaves, leaves_of
from service.comparing.looks import looks_of, unlike
from service.comparing.sheets import read_sheets

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from service.app import House
    from service.comparing.looks import Look
    from service.comparing.sheets import Box, Sheet

Looks = dict[tuple[int, int], "tuple[Box, ...] | None"]
"""Numbers of two pages → where they look different; None where nearly everywhere."""
_REMEMBERED: Final = 8
_LATELY: Final[OrderedDict[tuple[str, str], Leaves]] = OrderedDict()
"""The last comparisons of this process, since text and pages are looked at one after the other."""
_LOCK: Final = threading.Lock()


@dataclass(frozen=True, slots=True)
class Print:
    """A PDF that can be laid down for comparing."""

    key: str
    """Names its bytes; two prints of one key are the same."""
    lay: Callable[[Path], None]
    """Writes it to a path, checked, ready for ``comparing``."""
    seen: Callable[[], None]
    """Notes that someone has it before her eyes, where that is noted."""


def compare_prints(before: Print, after: Print, *, house: House) -> Leaves:
    """Lay two prints beside each other.

    Raises:
        PrintTooLong, PrintTooHard, PrintUnreadable, ComparingBusy: they cannot be compared.
        FileAltered: kept bytes are not those that were filed.
    """
    before.seen()
    after.seen()
    key = before.key, after.key
    with _LOCK:
        if key in _LATELY:
            _LATELY.move_to_end(key)
            return _LATELY[key]
    with scratch(house) as folder, ThreadPoolExecutor(2) as both:
        read = [
            both.submit(_sheets, each, folder / name)
            for each, name in ((before, "semula"), (after, "menjadi"))
        ]
        leaves = leaves_of(*(each.result() for each in read))
    with _LOCK:
        _LATELY[key] = leaves
        while len(_LATELY) > _REMEMBERED:
            _LATELY.popitem(last=False)
    return leaves


def compare_looks(before: Print, after: Print, leaves: Leaves, *, house: House) -> Looks:
    """Where pages look different on which no word does.

    Raises:
        PrintTooHard, PrintUnreadable, ComparingBusy: they cannot be drawn.
        FileAltered: kept bytes are not those that were filed.
    """
    before.seen()
    after.seen()
    with scratch(house) as folder, ThreadPoolExecutor(2) as both:
        drawn = [
            both.submit(_looks, each, folder / name)
            for each, name in ((before, "semula"), (after, "menjadi"))
        ]
        old, new = (each.result() for each in drawn)
    told = {each.page for side in leaves.differences for each in side.after if not each.empty}
    was = {each.page for side in leaves.differences for each in side.before if not each.empty}
    pairs = [(each.before, each.after) for each in leaves.leaves]
    found = {
        (left, right): unlike(old[left - 1], new[right - 1])
        for left, right in pairs
        if left is not None and right is not None and left not in was and right not in told
        if left <= len(old) and right <= len(new)
    }
    return {pair: boxes for pair, boxes in found.items() if boxes is None or boxes}


def _looks(told: Print, folder: Path) -> list[Look]:
    folder.mkdir()
    pdf = folder / "cetakan.pdf"
    told.lay(pdf)
    return looks_of(pdf, folder=folder)


def _sheets(told: Print, folder: Path) -> tuple[Sheet, ...]:
    folder.mkdir()
    pdf = folder / "cetakan.pdf"
    told.lay(pdf)
    return read_sheets(pdf, folder=folder)
