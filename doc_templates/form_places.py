"""Where something stands in a form, in the words of a person who has it open in Word."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PARAGRAPH: Final = f"{_W}p"
_WORDS: Final = {
    f"{_W}tbl": "tabel",
    f"{_W}tr": "baris",
    f"{_W}tc": "kolom",
    f"{_W}p": "paragraf",
    f"{_W}txbxContent": "kotak teks",
    f"{_W}footnote": "catatan",
    f"{_W}endnote": "catatan",
}


def place_of(element: Element) -> str:
    """Say the way to an element, such as ``tabel 2, baris 3, kolom 1, paragraf 1``."""
    way = [element, *element.iterancestors()]
    steps = [
        f"{_WORDS[each.tag]} {_position(each)}" for each in reversed(way) if each.tag in _WORDS
    ]
    return ", ".join(steps) or "bagian awal"


def paragraph_of(element: Element) -> int | None:
    """Which ``w:p`` of its part an element stands in, counted from 0; None outside of all."""
    around = [each for each in (element, *element.iterancestors()) if each.tag == _PARAGRAPH]
    if not around:
        return None
    every = element.getroottree().getroot().iter(_PARAGRAPH)
    return next(number for number, each in enumerate(every) if each is around[0])


def _position(element: Element) -> int:
    return 1 + sum(1 for _ in element.itersiblings(element.tag, preceding=True))
