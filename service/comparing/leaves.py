"""Two prints beside each other: which pages belong together, and what differs on them."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Final

from service.comparing.rising import heaviest
from service.comparing.sheets import Box, words_in
from service.comparing.values import Sort
from service.comparing.words import Piece, matches, pieces

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from service.comparing.sheets import Sheet, Word

AROUND: Final = 8
"""Words told before and after what differs."""
_BRIDGE: Final = 2
"""Words that are the same between two differences which are told as one all the same."""
_LEADER: Final = re.compile(r"\.{4,}\d*$")
"""Of a table of contents; its page numbers follow from the pages."""
_LONGEST: Final = 4000
"""Characters told of one difference."""
_SLIVER: Final = 1.5
"""Points; how wide the place is marked at which something stands only on the other side."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A marked place on a page."""

    page: int
    """Counted from 1."""
    box: Box
    empty: bool = False
    """True where nothing stands, but something does on the other side."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One stretch of words that differs."""

    number: int
    """Counted from 1 through the whole print."""
    sort: Sort
    lead: str
    """The words before it, alike on both sides."""
    pieces: tuple[Piece, ...]
    trail: str
    """The words behind it."""
    before: tuple[Spot, ...]
    after: tuple[Spot, ...]


@dataclass(frozen=True, slots=True)
class Leaf:
    """Two pages that belong together; one of them alone where the other print has none."""

    before: int | None
    """Number of the page, from 1."""
    after: int | None
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class Leaves:
    """Two prints beside each other."""

    leaves: tuple[Leaf, ...]
    """Every page of both, in order."""
    sizes: tuple[tuple[tuple[float, float], ...], tuple[tuple[float, float], ...]]
    """Width and height of every page, points, of the one and of the other."""
    running: tuple[tuple[str, ...], tuple[str, ...]]
    """Heads and feet that run only through the one, and only through the other."""

    @property
    def differences(self) -> tuple[Difference, ...]:
        """All of them, in order."""
        return tuple(each for leaf in self.leaves for each in leaf.differences)


_Stands = tuple[int, int, "Word"]
"""Index of the page, number of the line, word."""


def leaves_of(before: tuple[Sheet, ...], after: tuple[Sheet, ...]) -> Leaves:
    """Lay two prints beside each other.

    The words of the whole prints are compared, so a line that went over to the next page is no
    difference; pages belong together that share the most words.
    """
    old, new = (list(words_in(each)) for each in (before, after))
    same = matches(*([_folded(word.text) for *_, word in each] for each in (old, new)))
    found = [
        _difference(number, stretch, old, new)
        for number, stretch in enumerate(_stretches(same, len(old), len(new)), start=1)
    ]
    pairs = _pages(same, old, new, len(before), len(after))
    sizes = (
        tuple((each.width, each.height) for each in before),
        tuple((each.width, each.height) for each in after),
    )
    return Leaves(tuple(_leaves(pairs, found)), sizes, _running(before, after))


def _folded(word: str) -> str:
    return _LEADER.sub("…", word)


def _stretches(
    same: list[tuple[int, int, int]], old: int, new: int
) -> Iterator[tuple[int, int, int, int]]:
    """What lies between the same: start and end before, start and end after."""
    open_: tuple[int, int, int, int] | None = None
    at = at_new = 0
    for start, start_new, size in [*same, (old, new, 0)]:
        if (start, start_new) != (at, at_new):
            near = open_ is not None and at - open_[1] <= _BRIDGE
            if open_ is not None and not near:
                yield open_
            open_ = (
                (open_[0], start, open_[2], start_new)
                if open_ is not None and near
                else (at, start, at_new, start_new)
            )
        at, at_new = start + size, start_new + size
    if open_ is not None:
        yield open_


def _difference(
    number: int, stretch: tuple[int, int, int, int], old: list[_Stands], new: list[_Stands]
) -> Difference:
    start, end, start_new, end_new = stretch
    whole = Sort.REMOVED if start_new == end_new else Sort.CHANGED
    return Difference(
        number=number,
        sort=Sort.ADDED if start == end else whole,
        lead=_text(_near(new, start_new - 1, range(start_new - AROUND, start_new))),
        pieces=pieces(_text(old[start:end])[:_LONGEST], _text(new[start_new:end_new])[:_LONGEST]),
        trail=_text(_near(new, end_new - 1, range(end_new, end_new + AROUND))),
        before=_spots(old, start, end),
        after=_spots(new, start_new, end_new),
    )


def _near(stands: list[_Stands], to: int, places: range) -> list[_Stands]:
    """What stands at these places, as far as it is on the page of the word next to them."""
    there = [stands[at] for at in places if 0 <= at < len(stands)]
    page = stands[to][0] if 0 <= to < len(stands) else None
    return [each for each in there if page is None or each[0] == page]


def _text(stands: list[_Stands]) -> str:
    return " ".join(word.text for *_, word in stands)


def _spots(stands: list[_Stands], start: int, end: int) -> tuple[Spot, ...]:
    """Frames around words: one a line, joined where lines follow closely."""
    if start == end:
        return _empty_spot(stands, start)
    spots: list[Spot] = []
    for (page, _), line in groupby(stands[start:end], key=lambda each: each[:2]):
        box = _around([word.box for *_, word in line])
        if spots and spots[-1].page == page + 1 and _follows(spots[-1].box, box):
            box = _around([spots.pop().box, box])
        spots.append(Spot(page + 1, box))
    return tuple(spots)


def _empty_spot(stands: list[_Stands], at: int) -> tuple[Spot, ...]:
    """A sliver behind the word that stands before; before the first one where there is none."""
    if not stands:
        return ()
    page, _, word = stands[at - 1 if at else 0]
    x = word.box.x + word.box.width if at else word.box.x - _SLIVER
    return (Spot(page + 1, Box(x, word.box.y, _SLIVER, word.box.height), empty=True),)


def _follows(above: Box, box: Box) -> bool:
    gap = box.y - (above.y + above.height)
    beside = box.x < above.x + above.width and above.x < box.x + box.width
    return beside and -box.height < gap < box.height


def _around(boxes: list[Box]) -> Box:
    x, y = min(each.x for each in boxes), min(each.y for each in boxes)
    right = max(each.x + each.width for each in boxes)
    foot = max(each.y + each.height for each in boxes)
    return Box(x, y, right - x, foot - y)


def _pages(
    same: list[tuple[int, int, int]],
    old: list[_Stands],
    new: list[_Stands],
    many: int,
    many_new: int,
) -> list[tuple[int | None, int | None]]:
    """Which page belongs to which, indices; all of both, in order."""
    shared = Counter(
        (old[start + step][0], new[start_new + step][0])
        for start, start_new, size in same
        for step in range(size)
    )
    result: list[tuple[int | None, int | None]] = []
    at = at_new = 0
    for page, page_new in [*heaviest(shared), (many, many_new)]:
        # Between two pairs, pages without partner lie beside each other as long as they last.
        left, right = list(range(at, page)), list(range(at_new, page_new))
        result += _beside(left, right)
        if page < many or page_new < many_new:
            result.append((page, page_new))
        at, at_new = page + 1, page_new + 1
    return result


def _beside(left: list[int], right: list[int]) -> Iterable[tuple[int | None, int | None]]:
    if len(left) == len(right):
        return zip(left, right, strict=True)
    return [*((each, None) for each in left), *((None, each) for each in right)]


def _leaves(pairs: list[tuple[int | None, int | None]], found: list[Difference]) -> Iterator[Leaf]:
    for before, after in pairs:
        here = tuple(each for each in found if _home(each, before, after))
        yield Leaf(
            None if before is None else before + 1, None if after is None else after + 1, here
        )


def _home(difference: Difference, before: int | None, after: int | None) -> bool:
    """Whether a difference is told with this leaf: where its new words begin, else its old."""
    if difference.sort is not Sort.REMOVED and difference.after:
        return after is not None and difference.after[0].page == after + 1
    spots = difference.before
    return bool(spots) and before is not None and spots[0].page == before + 1


def _running(
    before: tuple[Sheet, ...], after: tuple[Sheet, ...]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    old, new = (
        dict.fromkeys(x for each in side for x in each.repeated) for side in (before, after)
    )
    return tuple(x for x in old if x not in new), tuple(x for x in new if x not in old)
