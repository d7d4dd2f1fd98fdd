"""An aim's cell beside several indicators: whole on one page, or not merged at all.

A merged cell that a page break cuts has fewer rows on each page than it says, and such a table
fails PDF/UA (ISO 14289-1, 7.2: rows of equal length; seen with LibreOffice 7.4.7). So the rows
of an aim keep together; where they would not fit a page, they only look merged.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lxml import etree

if TYPE_CHECKING:
    from lxml.etree import _Element

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

# The columns of aims and indicators hold about 27 and 34 letters of Arial 10 in a line of 4.6 mm;
# fewer letters are counted, so that a group is rather judged too tall than too small.
_LETTERS_A_LINE: Final = 24
_LINE: Final = 4.6
_PADDING: Final = 1.5
TALLEST_GROUP: Final = 150.0
"""Millimetres by that estimate; an A4 page of the annex has room for about 230."""
_LINES: Final = etree.XPath(
    f"2 * count(w:tc) + count(.//w:br) + string-length(.) div {_LETTERS_A_LINE}",
    namespaces={"w": W[1:-1]},
)
"""Lines that all cells of a row would take under one another, with their padding."""


def keep_groups_whole(body: _Element) -> None:
    """Let no page break fall inside a merged cell."""
    for group in _groups(body):
        if len(group) == 1 or _is_tall(group):
            _part(group)
        else:
            for row in group[:-1]:
                keep_with_next(row)


def keep_with_next(row: _Element) -> None:
    """Let a row go to the same page as the one after it."""
    for properties in row.iter(f"{W}pPr"):
        if properties.find(f"{W}keepNext") is None:
            # The schema wants it right after the style, which every cell's paragraph has.
            properties.insert(1, properties.makeelement(f"{W}keepNext"))


def _groups(body: _Element) -> list[list[_Element]]:
    found: list[list[_Element]] = []
    for merge in body.iter(f"{W}vMerge"):
        row = merge.getparent().getparent().getparent()
        if merge.get(f"{W}val") == "restart":
            if not found or found[-1][0] is not row:
                found.append([row])
        elif found[-1][-1] is not row:
            found[-1].append(row)
    return found


def _is_tall(group: list[_Element]) -> bool:
    # The rough bound is reckoned in C and settles nearly every group.
    return _LINE * sum(map(_LINES, group)) > TALLEST_GROUP and _height_of(group) > TALLEST_GROUP


def _height_of(group: list[_Element]) -> float:
    """In millimetres, as an upper bound; the merged cells' text runs down beside the rows."""
    cells = [each for row in group for each in row.iterchildren(f"{W}tc")]
    merged = [each for each in cells if each.find(f"{W}tcPr/{W}vMerge") is not None]
    beside = sum(
        max(_lines(each) for each in row.iterchildren(f"{W}tc") if each not in merged)
        for row in group
    )
    return _PADDING * len(group) + _LINE * max(beside, *map(_lines, merged))


def _lines(cell: _Element) -> int:
    letters = len("".join(cell.itertext(f"{W}t")))
    return 1 + letters // _LETTERS_A_LINE + sum(1 for _ in cell.iter(f"{W}br"))


def _part(group: list[_Element]) -> None:
    """Undo the merging; only the lines between the cells stay away."""
    for at, row in enumerate(group):
        open_sides = (["top"] if at else []) + (["bottom"] if at + 1 < len(group) else [])
        for properties in row.iterfind(f"{W}tc/{W}tcPr"):
            merge = properties.find(f"{W}vMerge")
            if merge is None:
                continue
            borders = properties.makeelement(f"{W}tcBorders")
            for side in open_sides:
                line = properties.makeelement(f"{W}{side}")
                line.set(f"{W}val", "nil")
                borders.append(line)
            if open_sides:
                properties.replace(merge, borders)
            else:
                properties.remove(merge)
