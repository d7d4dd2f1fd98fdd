"""The head's decision on its paper: a little smaller where that saves a second page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from doc_templates.sop.rules import draw_rule
from doc_templates.sop.signature_block import MARK
from doc_templates.sop.styles import height_of, left_of, size_of
from doc_templates.sop.tables import TWIPS, W, set_type
from doc_templates.typefaces import typeface

if TYPE_CHECKING:
    from collections.abc import Sequence

    from doc_templates.sop.paper import Room
    from doc_templates.sop.profiles import Profil
    from doc_templates.typefaces import Typeface

RULE: Final = "GarisKop"
SCALES: Final = (1.0, 10.5 / 11, 10 / 11, 9.5 / 11)
"""Of the type, tried in turn."""
SLACK: Final = 2.0
"""Millimetres by which the reckoning may err over a page."""
_SIGNING: Final = 1.5
"""What the line of the place to sign adds to it, mm."""


def lay_decision(body: Any, form: Profil, room: Room) -> None:  # noqa: ANN401 - lxml has no types
    """Set the type of the decision, all that stands before the last section; a pure change."""
    paragraphs = _paragraphs_of(body)
    face = typeface(form.huruf)
    rule = next(each for each in paragraphs if _style_of(each) == RULE)
    draw_rule(rule, start=0, end=room.width)
    for scale in SCALES:
        heights = (_height(each, face, room.width, scale) for each in paragraphs)
        if sum(heights) + SLACK <= room.height:
            _scale(paragraphs, scale)
            return


def _paragraphs_of(body: Any) -> list[Any]:  # noqa: ANN401 - lxml has no types
    """Those of the section that ends last before the SOP's own."""
    found: list[Any] = []
    section: list[Any] = []
    for each in body.iterfind(f"{W}p"):
        section.append(each)
        if each.find(f"{W}pPr/{W}sectPr") is not None:
            found, section = section, []
    return found


def _height(paragraph: Any, face: Typeface, width: float, scale: float) -> float:  # noqa: ANN401
    if next(paragraph.iter(f"{W}drawing"), None) is not None:
        return MARK + _SIGNING
    style = _style_of(paragraph)
    indent = paragraph.find(f"{W}pPr/{W}ind")
    left = left_of(style) if indent is None else int(indent.get(f"{W}left")) / TWIPS
    bold = True if paragraph.find(f"{W}r/{W}rPr/{W}b") is not None else None
    return height_of(
        style, _text_of(paragraph), width=width - left, face=face, scale=scale, bold=bold
    )


def _scale(paragraphs: Sequence[Any], scale: float) -> None:
    if scale == 1:
        return
    for each in paragraphs:
        set_type(each, round(2 * size_of(_style_of(each)) * scale) / 2, spared=())


def _style_of(paragraph: Any) -> str:  # noqa: ANN401 - lxml has no types
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return "Normal" if style is None else str(style.get(f"{W}val"))


def _text_of(paragraph: Any) -> str:  # noqa: ANN401 - lxml has no types
    """What wraps: the text behind the last tabulator, which hangs at the indent."""
    marks = {f"{W}br": "\n", f"{W}tab": "\t"}
    parts = (
        each.text or "" if each.tag == f"{W}t" else marks[each.tag]
        for each in paragraph.iter(f"{W}t", *marks)
        if each.getparent().tag == f"{W}r"
    )
    return "".join(parts).rpartition("\t")[2]
