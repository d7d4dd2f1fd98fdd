"""The cover: office, title and year in type that fits the paper, spread over its height."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from doc_templates.sop.rules import draw_rule
from doc_templates.sop.styles import height_of, size_of
from doc_templates.sop.tables import W, set_type, twips
from doc_templates.typefaces import typeface

if TYPE_CHECKING:
    from collections.abc import Sequence

    from doc_templates.sop.model import Sampul
    from doc_templates.sop.paper import Room
    from doc_templates.sop.profiles import Profil
    from doc_templates.typefaces import Typeface

TITLE: Final = "JudulSampul"
RULE: Final = "GarisSampul"
RULE_SHARE: Final = 0.34
"""Length of the line under the title, of the width."""
TITLE_AT: Final = 0.44
"""Where the middle of title, line and year lies, of the height."""
MARGIN: Final = 0.05
"""Between the edges of the type area and the office at the head or the foot, of the height."""
BESIDE: Final = 0.9
"""Of the width, for the longest line."""
SMALLEST: Final = 0.5
"""Type becomes no smaller than that part of its style's; longer lines break."""


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph of the cover."""

    style: str
    text: str
    scale: float
    height: float
    """Millimetres, with the space of its style."""


def lay_cover(body: Any, cover: Sampul, form: Profil, room: Room) -> None:  # noqa: ANN401 - lxml
    """Size the lines of the cover and set the space between them; pure besides the tree."""
    blocks = _blocks(cover, typeface(form.huruf), room)
    gaps = _gaps(blocks, room.height)
    wanted = iter(zip(blocks, gaps, strict=True))
    block, gap = next(wanted)
    for paragraph in body.iterfind(f"{W}p"):
        if _style_of(paragraph) != block.style:
            continue
        _space(paragraph, gap)
        if block.style == RULE:
            start = room.width * (1 - RULE_SHARE) / 2
            draw_rule(paragraph, start=start, end=room.width - start)
        set_type(paragraph, round(2 * size_of(block.style) * block.scale) / 2, spared=())
        following = next(wanted, None)
        if following is None:
            return
        block, gap = following


def _blocks(cover: Sampul, face: Typeface, room: Room) -> list[Block]:
    texts = (
        ("InstansiSampul", "\n".join(cover.atas)),
        (TITLE, "\n".join(cover.judul)),
        (RULE, ""),
        ("TahunSampul", cover.tahun or ""),
        ("KakiSampul", "\n".join(cover.bawah)),
    )
    shown = [(style, text) for style, text in texts if text or style == RULE]
    scales = [_scale(style, text, face, room.width * BESIDE) for style, text in shown]
    for shrunk in (1.0, 0.85, 0.7, 0.6, 0.5):
        blocks = [
            _block(style, text, scale * shrunk, face, room.width)
            for (style, text), scale in zip(shown, scales, strict=True)
        ]
        if sum(each.height for each in blocks) < room.height * 0.85:
            break
    return blocks


def _scale(style: str, text: str, face: Typeface, width: float) -> float:
    """So much smaller that every typed line stays one line."""
    widths = [face.text_width(line, points=size_of(style), bold=True) for line in text.split("\n")]
    return max(SMALLEST, min(1.0, width / max(*widths, 1.0)))


def _block(style: str, text: str, scale: float, face: Typeface, width: float) -> Block:
    height = height_of(style, text, width=width, face=face, scale=scale)
    return Block(style, text, scale, height)


def _gaps(blocks: Sequence[Block], height: float) -> list[float]:
    """Space above each block, mm: the title in the middle, offices at head and foot."""
    middle = [each for each in blocks if each.style in (TITLE, RULE, "TahunSampul")]
    title = sum(each.height for each in middle)
    gaps, at = [], 0.0
    for each in blocks:
        wanted = at
        if each.style == "InstansiSampul":
            wanted = height * MARGIN
        elif each is middle[0]:
            wanted = height * TITLE_AT - title / 2
        elif each.style == "KakiSampul":
            wanted = height * (1 - MARGIN) - each.height
        gaps.append(max(0.0, wanted - at))
        at += gaps[-1] + each.height
    return gaps


def _style_of(paragraph: Any) -> str | None:  # noqa: ANN401 - lxml has no types
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return None if style is None else style.get(f"{W}val")


def _space(paragraph: Any, gap: float) -> None:  # noqa: ANN401 - lxml has no types
    if not gap:
        return
    properties = paragraph.find(f"{W}pPr")
    spacing = properties.makeelement(f"{W}spacing", {f"{W}before": str(twips(gap))})
    properties.append(spacing)
