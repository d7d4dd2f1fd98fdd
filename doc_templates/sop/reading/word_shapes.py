"""Shapes drawn in Word: what they are, what is written in them, which column they stand over.

DrawingML since Word 2010, VML before. A shape's place is exact only sideways and only where it is
told from its column, its margin or the page; how far down it lies is known when the file is laid
out, so a shape belongs to the row in which it is anchored.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from doc_templates.sop.reading.rows import Shape, Sort
from doc_templates.sop.reading.word_text import DRAWN, MC, REMOVED, Element, W, visible

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

WPS: Final = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
WP: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
V: Final = "{urn:schemas-microsoft-com:vml}"
EMU: Final = 635
"""English metric units in a twentieth of a point."""

_FORMS: Final[dict[str, Sort]] = {
    "flowchartdecision": "keputusan",
    "diamond": "keputusan",
    "flowchartterminator": "terminator",
    "flowchartalternateprocess": "terminator",
    "roundrect": "terminator",
    "ellipse": "terminator",
    "flowchartconnector": "garis",
    "flowchartoffpageconnector": "garis",
    "flowchartprocess": "proses",
    "flowchartpredefinedprocess": "proses",
    "rect": "proses",
    "t110": "keputusan",
    "t4": "keputusan",
    "t116": "terminator",
    "t176": "terminator",
    "t2": "terminator",
    "t3": "terminator",
    "t120": "garis",
    "t177": "garis",
    "t109": "proses",
    "t112": "proses",
    "t1": "proses",
    "oval": "terminator",
}
"""Preset names of DrawingML, type numbers of VML, element names of VML."""
_LINE: Final = re.compile(r"line|connector|arrow", re.IGNORECASE)
_LINE_TYPES: Final = re.compile(r"t(?:20|3[2-9]|40)")
_TYPE: Final = re.compile(r"#_x0000_(t\d+)")
_MEASURE: Final = re.compile(r"(-?\d+(?:\.\d+)?)(pt|in|cm|mm|px)?")
_TWIPS: Final = {"pt": 20.0, "in": 1440.0, "cm": 1440 / 2.54, "mm": 144 / 2.54, "px": 15.0}


@dataclass(frozen=True, slots=True)
class Grid:
    """Where the columns of a table lie, in twentieths of a point from its left edge."""

    edges: tuple[float, ...] = ()
    left_of_page: float = 0.0
    """From the edge of the paper to the table."""
    left_of_margin: float = 0.0

    def column_at(self, x: float) -> int | None:
        """The column over which a point lies; None beside the table or where widths are unknown."""
        for at, (left, right) in enumerate(zip(self.edges, self.edges[1:], strict=False)):
            if left <= x < right:
                return at
        return None


def shapes_of(
    paragraph: Element, grid: Grid, cell: int, read_text: Callable[[Element], str]
) -> Iterator[Shape]:
    """The shapes anchored in a paragraph.

    Args:
        paragraph: a ``w:p``.
        grid: of the table around it.
        cell: first grid column of the cell around it.
        read_text: reads a ``w:txbxContent``.
    """
    for drawing in _drawings(paragraph):
        alternative = " ".join(
            each.get("descr") or "" for each in drawing.iter(f"{WP}docPr")
        ).strip()
        found = list(_figures(drawing))
        for figure in found:
            # In a group the places count from the group, whose own scale is not followed.
            column = _column(drawing, figure, grid, cell) if len(found) == 1 else None
            box = next(figure.iter(f"{W}txbxContent"), None)
            text = "" if box is None else read_text(box)
            yield Shape(_sort(figure), text, column, alternative)


def _drawings(element: Element) -> Iterator[Element]:
    for child in element:
        if child.tag in DRAWN:
            yield child
        elif child.tag == f"{MC}AlternateContent":
            shown = visible(child)
            if shown is not None:
                yield from _drawings(shown)
        elif isinstance(child.tag, str) and child.tag not in REMOVED:
            yield from _drawings(child)


def _figures(element: Element) -> Iterator[Element]:
    """The outermost figures: one inside another's text belongs to that text."""
    for child in element:
        shown = visible(child) if isinstance(child.tag, str) else None
        if shown is None:
            continue
        if shown.tag == f"{WPS}wsp" or _is_vml_figure(shown):
            yield shown
        else:
            yield from _figures(shown)


def _is_vml_figure(element: Element) -> bool:
    names = ("shape", "rect", "roundrect", "oval", "line", "polyline")
    return element.tag in {f"{V}{name}" for name in names}


def _sort(figure: Element) -> Sort:
    if figure.tag != f"{WPS}wsp":
        return _vml_sort(figure)
    preset = figure.find(f".//{A}prstGeom")
    name = "" if preset is None else preset.get("prst") or ""
    if figure.find(f"{WPS}cNvCnPr") is not None:
        return "garis"
    is_box = (figure.find(f"{WPS}cNvSpPr") is not None) and (
        figure.find(f"{WPS}cNvSpPr").get("txBox") == "1"
    )
    if is_box and name == "rect":
        return "lain"
    if name.lower() in _FORMS:
        return _FORMS[name.lower()]
    return "garis" if _LINE.search(name) else "lain"


def _vml_sort(figure: Element) -> Sort:
    name = figure.tag.removeprefix(V)
    if name in ("line", "polyline"):
        return "garis"
    if name != "shape":
        return _FORMS.get(name, "lain")
    match = _TYPE.match(figure.get("type") or "")
    kind = match[1] if match else ""
    return "garis" if _LINE_TYPES.fullmatch(kind) else _FORMS.get(kind, "lain")


def _column(drawing: Element, figure: Element, grid: Grid, cell: int) -> int | None:
    """The column under a shape's middle; that of its cell where it stands in the line."""
    if figure.tag != f"{WPS}wsp":
        return _vml_column(figure, grid, cell)
    anchor = drawing.find(f".//{WP}anchor")
    if anchor is None:
        return cell
    place, extent = anchor.find(f"{WP}positionH"), anchor.find(f"{WP}extent")
    offset = None if place is None else place.find(f"{WP}posOffset")
    if place is None or offset is None or extent is None:
        return cell
    try:
        middle = (int(offset.text or "0") + int(extent.get("cx") or "0") / 2) / EMU
    except ValueError:
        return cell
    return _placed(middle, place.get("relativeFrom") or "", grid, cell)


def _vml_column(figure: Element, grid: Grid, cell: int) -> int | None:
    parts = (each.split(":", 1) for each in (figure.get("style") or "").split(";") if ":" in each)
    style = {name.strip(): value.strip() for name, value in parts}
    left = _twips(style.get("margin-left") or style.get("left") or "")
    width = _twips(style.get("width") or "")
    if style.get("position") != "absolute" or left is None or width is None:
        return cell
    return _placed(
        left + width / 2, style.get("mso-position-horizontal-relative", "text"), grid, cell
    )


def _placed(middle: float, origin: str, grid: Grid, cell: int) -> int | None:
    if len(grid.edges) <= cell:
        return cell
    if origin == "page":
        return grid.column_at(middle - grid.left_of_page)
    if origin in ("margin", "leftMargin", "left-margin-area"):
        return grid.column_at(middle - grid.left_of_margin)
    return grid.column_at(grid.edges[cell] + middle)


def _twips(measure: str) -> float | None:
    match = _MEASURE.fullmatch(measure)
    return None if match is None else float(match[1]) * _TWIPS[match[2] or "px"]
