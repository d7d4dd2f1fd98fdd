"""The words of a paragraph in Word, as a reader sees them once all changes are accepted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

Element = Any
"""An lxml element; lxml has no types."""

REMOVED: Final = frozenset({f"{W}del", f"{W}moveFrom"})
ADDED: Final = frozenset({f"{W}ins", f"{W}moveTo"})
DRAWN: Final = frozenset({f"{W}drawing", f"{W}pict", f"{W}object"})
_SILENT: Final = REMOVED | {
    f"{W}{name}"
    for name in ("pPr", "rPr", "sdtPr", "sdtEndPr", "instrText", "delText", "delInstrText", "tbl")
}
_SIGNS: Final = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
}
_TICKS: Final = {0xF0FC: "✓", 0xF0FE: "☑", 0xF052: "☑", 0xF0A8: "☐", 0xF06F: "☐", 0xF0A3: "☐"}
"""Ticks and boxes of Wingdings, which stand in the private area of Unicode."""


def text_of(paragraph: Element) -> str:
    """The paragraph's text with its tabs and breaks; no drawn shapes."""
    return "".join(_texts(paragraph))


def visible(element: Element) -> Element | None:
    """Of alternative content the part that Word shows; the element itself otherwise."""
    if element.tag != f"{MC}AlternateContent":
        return element
    choice = element.find(f"{MC}Choice")
    return choice if choice is not None else element.find(f"{MC}Fallback")


def children(element: Element) -> Iterator[Element]:
    """What stands in an element, seen through content controls, links and insertions."""
    for child in element:
        if child.tag in {f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}smartTag", *ADDED}:
            yield from children(child)
        elif child.tag == f"{MC}AlternateContent":
            shown = visible(child)
            if shown is not None:
                yield from children(shown)
        elif child.tag not in REMOVED and isinstance(child.tag, str):
            yield child


def _texts(element: Element) -> Iterator[str]:
    for child in element:
        if not isinstance(child.tag, str) or child.tag in _SILENT or child.tag in DRAWN:
            continue
        if child.tag == f"{W}r" and _is_hidden(child):
            continue
        if child.tag in _SIGNS:
            yield _SIGNS[child.tag]
        elif child.tag == f"{W}sym":
            yield _sign(child)
        elif child.tag.endswith("}t"):
            yield child.text or ""
        else:
            shown = visible(child)
            if shown is not None:
                yield from _texts(shown)


def _is_hidden(run: Element) -> bool:
    vanish = run.find(f"{W}rPr/{W}vanish")
    return vanish is not None and vanish.get(f"{W}val") not in {"0", "false", "off"}


def _sign(symbol: Element) -> str:
    try:
        code = int(symbol.get(f"{W}char") or "", 16)
        return _TICKS.get(code) or chr(code)
    except (ValueError, OverflowError):
        return ""
