"""Which font families does a DOCX ask for where it really prints text?

A font named in an unused style is of no concern, one behind a chain of styles or a theme is. The
order of precedence is Word's: run, character style, paragraph style with those it is based on,
document defaults; a theme reference beats a name beside it.
"""

from __future__ import annotations

import functools
import zipfile
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_PRINTED: Final = ("document", "header", "footer", "footnotes", "endnotes")

_AROUND_RUNS: Final = frozenset(
    _W + name
    for name in ("hyperlink", "ins", "smartTag", "fldSimple", "sdt", "sdtContent", "moveTo", "dir")
)

WORD_DEFAULT: Final = "Times New Roman"
"""What Word takes when nothing at all names a font."""


@dataclass(frozen=True, slots=True)
class _Slots:
    """What one ``w:rFonts`` says: a family for ASCII, one for other Latin letters."""

    ascii: str | None = None
    other: str | None = None

    def over(self, weaker: _Slots) -> _Slots:
        return _Slots(self.ascii or weaker.ascii, self.other or weaker.other)

    def families(self, text: str) -> Iterator[str]:
        """The families that a text of these characters needs."""
        visible = "".join(text.split())
        foreign = not visible.isascii()
        if visible and (not foreign or any(map(str.isascii, visible))):
            yield self.ascii or WORD_DEFAULT
        if foreign:
            yield self.other or self.ascii or WORD_DEFAULT


_NOTHING: Final = _Slots()


@dataclass(frozen=True, slots=True)
class _Styles:
    """The parts of a DOCX that give a run its font from afar."""

    theme: Mapping[str, str]
    defaults: _Slots = field(default_factory=_Slots)
    own: Mapping[str, _Slots] = field(default_factory=dict)
    based_on: Mapping[str, str] = field(default_factory=dict)
    paragraph_default: str | None = None
    numbered: Mapping[str, str] = field(default_factory=dict)
    """Paragraph style → the list it belongs to."""

    def of(self, style: str | None) -> _Slots:
        """The fonts of a style and of all that it is based on."""
        slots = _Slots()
        seen: set[str] = set()
        while style is not None and style not in seen:
            seen.add(style)
            slots = slots.over(self.own.get(style, _Slots()))
            style = self.based_on.get(style)
        return slots


def fonts_of_docx(path: Path) -> set[str]:
    """The families that visible text in body, headers, footers and notes asks for."""
    with zipfile.ZipFile(path) as package:
        return set(places_of_fonts({name: package.read(name) for name in package.namelist()}))


def places_of_fonts(members: Mapping[str, bytes]) -> dict[str, tuple[str, int]]:
    """Family → part and number (from 0) of the first paragraph whose visible text asks for it."""
    parts = {name: xml for name, xml in members.items() if _matters(name)}
    styles = _read_styles(parts)
    bullets = _read_bullets(parts, styles)
    found: dict[str, tuple[str, int]] = {}
    for name, xml in parts.items():
        if name.removeprefix("word/").startswith(_PRINTED):
            for number, asked in enumerate(_asked_in(_parse(xml), styles, bullets)):
                for family in asked - found.keys():
                    found[family] = (name, number)
    return found


def _asked_in(
    root: etree._Element, styles: _Styles, bullets: Mapping[tuple[str, str], set[str]]
) -> Iterator[set[str]]:
    """What each paragraph asks for, in their order."""
    base_of = functools.cache(lambda style: styles.of(style).over(styles.defaults))
    for paragraph in root.iter(f"{_W}p"):
        asked: set[str] = set()
        style = _style_of(paragraph, styles)
        for run in _runs_of(paragraph):
            asked.update(_run_slots(run, styles).over(base_of(style)).families(_visible_text(run)))
            symbols = (each.get(f"{_W}font") for each in run.iter(f"{_W}sym"))
            asked.update(font for font in symbols if font)
        if bullets:
            asked |= _bullet_of(paragraph, style, styles, bullets)
        yield asked


def _runs_of(paragraph: etree._Element) -> Iterator[etree._Element]:
    """Its own runs, also within links and fields, but not those of a text box inside it."""
    for child in paragraph:
        if child.tag == f"{_W}r":
            yield child
        elif child.tag in _AROUND_RUNS:
            yield from _runs_of(child)


def _bullet_of(
    paragraph: etree._Element,
    style: str | None,
    styles: _Styles,
    bullets: Mapping[tuple[str, str], set[str]],
) -> set[str]:
    number = _value(paragraph, "pPr/numPr/numId") or styles.numbered.get(style or "")
    level = _value(paragraph, "pPr/numPr/ilvl") or "0"
    return bullets.get((number or "", level), set())


def _style_of(paragraph: etree._Element, styles: _Styles) -> str | None:
    return _value(paragraph, "pPr/pStyle") or styles.paragraph_default


def _run_slots(run: etree._Element, styles: _Styles) -> _Slots:
    properties = run.find(f"{_W}rPr")
    if properties is None:
        return _NOTHING
    return _slots(properties, styles.theme).over(styles.of(_value(properties, "rStyle")))


def _visible_text(run: etree._Element) -> str:
    if (hidden := run.find(_path("rPr/vanish"))) is not None and _is_on(hidden):
        return ""
    return "".join(text.text or "" for text in run.findall(f"{_W}t"))


def _is_on(toggle: etree._Element) -> bool:
    return toggle.get(f"{_W}val", "1") not in {"0", "false", "off"}


def _read_styles(parts: Mapping[str, bytes]) -> _Styles:
    theme = _read_theme(parts)
    if "word/styles.xml" not in parts:
        return _Styles(theme)
    root = _parse(parts["word/styles.xml"])
    own, based_on, numbered = {}, {}, {}
    paragraph_default = None
    for style in root.iter(f"{_W}style"):
        identity = style.get(f"{_W}styleId", "")
        own[identity] = _slots(style.find(f"{_W}rPr"), theme)
        if (base := _value(style, "basedOn")) is not None:
            based_on[identity] = base
        if (number := _value(style, "pPr/numPr/numId")) is not None:
            numbered[identity] = number
        if style.get(f"{_W}type") == "paragraph" and style.get(f"{_W}default") in {"1", "true"}:
            paragraph_default = identity
    defaults = _slots(root.find(_path("docDefaults/rPrDefault/rPr")), theme)
    return _Styles(theme, defaults, own, based_on, paragraph_default, numbered)


def _read_bullets(parts: Mapping[str, bytes], styles: _Styles) -> dict[tuple[str, str], set[str]]:
    """(List, level) → families that its labels name themselves."""
    if "word/numbering.xml" not in parts:
        return {}
    root = _parse(parts["word/numbering.xml"])
    levels = {
        (abstract.get(f"{_W}abstractNumId", ""), level.get(f"{_W}ilvl", "")): set(
            _slots(level.find(f"{_W}rPr"), styles.theme).families(_value(level, "lvlText") or "")
        )
        for abstract in root.iter(f"{_W}abstractNum")
        for level in abstract.iter(f"{_W}lvl")
        if level.find(_path("rPr/rFonts")) is not None
    }
    return {
        (number.get(f"{_W}numId", ""), level): families
        for number in root.iter(f"{_W}num")
        for (abstract, level), families in levels.items()
        if abstract == _value(number, "abstractNumId")
    }


def _read_theme(parts: Mapping[str, bytes]) -> dict[str, str]:
    """``majorHAnsi``, ``minorAscii``… → family."""
    themes = [xml for name, xml in parts.items() if name.startswith("word/theme/")]
    if not themes:
        return {}
    root = _parse(themes[0])
    named: dict[str, str] = {}
    for size in ("major", "minor"):
        latin = root.find(f".//{_A}{size}Font/{_A}latin")
        if latin is not None and latin.get("typeface"):
            named |= dict.fromkeys((f"{size}HAnsi", f"{size}Ascii"), latin.get("typeface", ""))
    return named


def _slots(properties: etree._Element | None, theme: Mapping[str, str]) -> _Slots:
    fonts = None if properties is None else properties.find(f"{_W}rFonts")
    if fonts is None:
        return _Slots()
    return _Slots(
        theme.get(fonts.get(f"{_W}asciiTheme", "")) or fonts.get(f"{_W}ascii"),
        theme.get(fonts.get(f"{_W}hAnsiTheme", "")) or fonts.get(f"{_W}hAnsi"),
    )


def _value(element: etree._Element, path: str) -> str | None:
    found = element.find(_path(path))
    return None if found is None else found.get(f"{_W}val")


@functools.cache
def _path(path: str) -> str:
    return "/".join(_W + step for step in path.split("/"))


def _matters(name: str) -> bool:
    return name.startswith("word/") and name.endswith(".xml") and "/_rels/" not in name


def _parse(xml: bytes) -> etree._Element:
    return etree.fromstring(xml, etree.XMLParser(resolve_entities=False, no_network=True))
