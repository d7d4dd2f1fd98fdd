"""Numbers that Word counts by itself: no text in the file, yet a reader sees them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from doc_templates.sop.reading.word_text import Element, W

if TYPE_CHECKING:
    from collections.abc import Mapping

DEEPEST: Final = 9
"""Levels of a list in Word."""
BULLET: Final = "•"
_LARGEST: Final = 10_000
_ROMAN: Final = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list counts."""

    start: int
    form: str
    """``decimal``, ``lowerLetter``, ``bullet`` …"""
    text: str
    """``%1.``: the counters, and what is written around them."""


@dataclass(slots=True)
class Numbers:
    """The lists of a document while its paragraphs are read from the first to the last."""

    levels: Mapping[str, Mapping[int, Level]]
    """Id of a list → its levels."""
    styles: Mapping[str, tuple[str, int]]
    """Id of a paragraph style → list and level."""
    counters: dict[str, dict[int, int]] = field(default_factory=dict)

    def before(self, paragraph: Element) -> str:
        """The number in front of this paragraph; empty for none. Counts on."""
        key, depth = self._list_of(paragraph)
        levels = self.levels.get(key)
        if levels is None or depth not in levels:
            return ""
        counted = self.counters.setdefault(key, {})
        counted[depth] = counted.get(depth, levels[depth].start - 1) + 1
        for deeper in [each for each in counted if each > depth]:
            del counted[deeper]
        return _written(levels, counted, depth)

    def _list_of(self, paragraph: Element) -> tuple[str, int]:
        own = _number_of(paragraph.find(f"{W}pPr"))
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        named = self.styles.get(style.get(f"{W}val") or "") if style is not None else None
        if own[0] is not None:
            return own[0], own[1] if own[1] is not None else 0
        if named is None:
            return "", 0
        return named[0], own[1] if own[1] is not None else named[1]


def numbers_of(numbering: Element | None, styles: Element | None) -> Numbers:
    """Read the lists of a package.

    Args:
        numbering: root of word/numbering.xml, None where there is none.
        styles: root of word/styles.xml.
    """
    levels = {} if numbering is None else _lists(numbering)
    return Numbers(levels, {} if styles is None else _list_styles(styles))


def _lists(numbering: Element) -> dict[str, dict[int, Level]]:
    abstract = {
        each.get(f"{W}abstractNumId"): {
            depth: _level(level)
            for level in each.findall(f"{W}lvl")
            if (depth := _int(level.get(f"{W}ilvl"), -1)) in range(DEEPEST)
        }
        for each in numbering.findall(f"{W}abstractNum")
    }
    found = {}
    for number in numbering.findall(f"{W}num"):
        of = number.find(f"{W}abstractNumId")
        levels = dict(abstract.get(of.get(f"{W}val"), {})) if of is not None else {}
        for override in number.findall(f"{W}lvlOverride"):
            depth = _int(override.get(f"{W}ilvl"), -1)
            if (own := override.find(f"{W}lvl")) is not None:
                levels[depth] = _level(own)
            if (start := override.find(f"{W}startOverride")) is not None and depth in levels:
                level = levels[depth]
                levels[depth] = Level(_int(start.get(f"{W}val"), 1), level.form, level.text)
        found[number.get(f"{W}numId") or ""] = levels
    return found


def _level(level: Element) -> Level:
    def value(name: str, default: str) -> str:
        child = level.find(f"{W}{name}")
        return default if child is None else child.get(f"{W}val") or ""

    return Level(_int(value("start", "1"), 1), value("numFmt", "decimal"), value("lvlText", ""))


def _list_styles(styles: Element) -> dict[str, tuple[str, int]]:
    """Styles that number their paragraphs, by themselves or through the style they rest on."""
    own: dict[str, tuple[str | None, int | None]] = {}
    parents: dict[str, str] = {}
    for style in styles.findall(f"{W}style"):
        key = style.get(f"{W}styleId") or ""
        own[key] = _number_of(style.find(f"{W}pPr"))
        if (parent := style.find(f"{W}basedOn")) is not None:
            parents[key] = parent.get(f"{W}val") or ""
    found = {}
    for key in own:
        at, seen = key, set()
        while at in own and own[at][0] is None and at in parents and at not in seen:
            seen.add(at)
            at = parents[at]
        number, depth = own.get(at, (None, None))
        if number is not None:
            found[key] = (number, depth or 0)
    return found


def _number_of(properties: Element | None) -> tuple[str | None, int | None]:
    """List and level that properties name; a list “0” takes the number away."""
    number = None if properties is None else properties.find(f"{W}numPr")
    if number is None:
        return None, None
    of, depth = number.find(f"{W}numId"), number.find(f"{W}ilvl")
    return (
        None if of is None else of.get(f"{W}val"),
        None if depth is None else _int(depth.get(f"{W}val"), 0),
    )


def _written(levels: Mapping[int, Level], counted: Mapping[int, int], depth: int) -> str:
    level = levels[depth]
    if level.form == "bullet":
        return BULLET
    if level.form == "none":
        return ""

    def counter(match: re.Match[str]) -> str:
        at = int(match[1]) - 1
        if at not in levels:
            return ""
        return _formed(counted.get(at, levels[at].start), levels[at].form)

    return re.sub(r"%([1-9])", counter, level.text).strip()


def _formed(number: int, form: str) -> str:
    if not 0 < number < _LARGEST:
        return str(number)
    if form in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letter.upper() if form == "upperLetter" else letter
    if form in ("lowerRoman", "upperRoman"):
        roman = _roman(number)
        return roman.upper() if form == "upperRoman" else roman
    return f"{number:02}" if form == "decimalZero" else str(number)


def _roman(number: int) -> str:
    written = ""
    for value, sign in _ROMAN:
        written += sign * (number // value)
        number %= value
    return written


def _int(text: Any, default: int) -> int:  # noqa: ANN401 - an attribute or nothing
    try:
        return int(text)
    except (TypeError, ValueError):
        return default
