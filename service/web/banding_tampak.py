"""Two sides as a page shows them: pages beside each other, with frames where they differ."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from typing import TYPE_CHECKING, Final

from service.comparing.pictures import WIDTH

if TYPE_CHECKING:
    from collections.abc import Mapping

    from service.actions.compare_prints import Looks
    from service.comparing.leaves import Difference, Leaf, Leaves, Spot
    from service.comparing.sheets import Box

_ROOM: Final = 2.0
"""Points between words and their frame."""
_MARGIN: Final = 4.0
_TAG: Final = (26.0, 14.0)
"""Width and height that a number takes, points."""
MOST_TOLD: Final = 400
"""Changes on one page of ours; more are counted only."""


class View(StrEnum):
    """How two sides are compared."""

    DATA = "data"
    TEXT = "teks"
    PAGES = "halaman"


VIEWS: Final[Mapping[View, str]] = {
    View.DATA: "Data",
    View.TEXT: "Teks",
    View.PAGES: "Gambar halaman",
}


@dataclass(frozen=True, slots=True)
class Side:
    """One of two things that are compared."""

    name: str
    """“Versi v2”."""
    told: tuple[str, ...] = ()
    """Lines about it."""
    href: str = ""
    """Where it is shown whole; empty where nowhere."""
    pictures: str = ""
    """Address of its pages' pictures, without the number; empty where there is no print."""
    pdf: str = ""
    """Address of its print."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A frame around what differs, in points of the page."""

    number: int
    sort: str
    x: float
    y: float
    width: float
    height: float
    empty: bool
    tag: tuple[float, float] | None
    """Where its number stands, in the margin; None for all but the first of a difference."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A page of one side."""

    number: int
    size: tuple[float, float]
    """Points."""
    frames: tuple[Frame, ...]

    @property
    def height(self) -> int:
        """Of its picture, pixels, whose width is ``WIDTH``."""
        width, height = self.size
        return round(WIDTH * height / width) if width else WIDTH

    @property
    def many(self) -> int:
        """How many differences are marked on it."""
        numbered = {each.number for each in self.frames if each.number}
        return len(numbered) + sum(not each.number for each in self.frames)


@dataclass(frozen=True, slots=True)
class Spread:
    """Two pages beside each other, or a run of such on which nothing differs."""

    before: tuple[Shown, ...]
    after: tuple[Shown, ...]
    differences: tuple[Difference, ...]
    looks: bool = False
    """Whether the words are the same and the looks are not."""

    @property
    def differs(self) -> bool:
        """Whether anything is marked here, or a page has no partner."""
        pages = (*self.before, *self.after)
        marked = any(not frame.empty for each in pages for frame in each.frames)
        lonely = not (self.before and self.after)
        return marked or lonely or self.looks or bool(self.differences)


def spreads(leaves: Leaves, looks: Looks | None = None) -> list[Spread]:
    """All pages in order; what is alike in one run, so that it can be folded away."""
    marks = [_marks(leaves, side) for side in (0, 1)]
    looks = looks or {}
    for pair, boxes in looks.items():
        for side, number in enumerate(pair):
            here = tuple(_look_frame(each) for each in boxes or ())
            marks[side][number] = marks[side].get(number, ()) + here
    each_leaf = [_spread(leaf, leaves, marks, looks) for leaf in leaves.leaves]
    result: list[Spread] = []
    for differs, run in groupby(each_leaf, key=lambda each: each.differs):
        together = list(run)
        if differs:
            result += together
        else:
            before = tuple(page for each in together for page in each.before)
            result.append(Spread(before, tuple(p for each in together for p in each.after), ()))
    return result


def _spread(
    leaf: Leaf, leaves: Leaves, marks: list[dict[int, tuple[Frame, ...]]], looks: Looks
) -> Spread:
    sides = [
        ()
        if number is None
        else (Shown(number, leaves.sizes[side][number - 1], marks[side].get(number, ())),)
        for side, number in enumerate((leaf.before, leaf.after))
    ]
    differ = (leaf.before, leaf.after) in looks
    return Spread(sides[0], sides[1], leaf.differences, looks=differ)


def _look_frame(box: Box) -> Frame:
    x, y, width, height = (round(each, 1) for each in box)
    return Frame(0, "rupa", x, y, width, height, empty=False, tag=None)


def _marks(leaves: Leaves, side: int) -> dict[int, tuple[Frame, ...]]:
    found: dict[int, list[Frame]] = defaultdict(list)
    for difference in leaves.differences:
        numbered: set[int] = set()
        for spot in (difference.before, difference.after)[side]:
            tag = None if spot.page in numbered else _tag(spot, found[spot.page])
            found[spot.page].append(_frame(difference, spot, tag))
            numbered.add(spot.page)
    return {page: tuple(frames) for page, frames in found.items()}


def _tag(spot: Spot, frames: list[Frame]) -> tuple[float, float]:
    """The margin beside the place; further in where another number stands there already."""
    x, y = _MARGIN, spot.box.y
    taken = [each.tag for each in frames if each.tag is not None]
    while any(abs(x - left) < _TAG[0] and abs(y - top) < _TAG[1] for left, top in taken):
        x += _TAG[0]
    return x, round(y, 1)


def _frame(difference: Difference, spot: Spot, tag: tuple[float, float] | None) -> Frame:
    box = spot.box
    return Frame(
        number=difference.number,
        sort=difference.sort.value,
        x=round(box.x - _ROOM, 1),
        y=round(box.y - _ROOM, 1),
        width=round(box.width + 2 * _ROOM, 1),
        height=round(box.height + 2 * _ROOM, 1),
        empty=spot.empty,
        tag=tag,
    )
