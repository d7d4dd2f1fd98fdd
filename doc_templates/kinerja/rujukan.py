"""References between parts of the data set: by code, else by text; spelling told, never mended.

Renstra and DPA often write the same thing with other spaces or capitals; such a match counts,
and a check says so.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class Cara(Enum):
    """How a reference was matched."""

    TEPAT = auto()
    """To the letter."""
    EJAAN = auto()
    """Only spaces or capitals differ."""
    GANDA = auto()
    """Several things bear that text."""
    TIDAK_ADA = auto()
    """Nothing does."""


@dataclass(frozen=True, slots=True)
class Rujukan:
    """A reference that stands somewhere in the data."""

    where: str
    teks: str
    jenis: str
    """What it should lead to, as in a sentence: ``indikator``, ``unit`` …"""
    kunci: str | None
    """What it leads to; None where that is not one thing."""
    cara: Cara


def normal(text: str) -> str:
    """Text without its capitals and surplus spaces: equal for what people call the same."""
    return " ".join(text.casefold().split())


def kunci_of(kode: str, uraian: str) -> str:
    """What a thing is known by: its code, or its text where it has none."""
    return kode.strip() or uraian


class Pencari:
    """Finds things by the code or text that refers to them; built once, asked often."""

    def __init__(self, things: Iterable[tuple[str, str]]) -> None:
        """Take in (code, text) of each thing; the first of equal keys is the one found."""
        self._by_text: dict[str, dict[str, None]] = {}
        self._by_normal: dict[str, dict[str, None]] = {}
        for code, text in things:
            key = kunci_of(code, text)
            for name in {code.strip(), text} - {""}:
                self._by_text.setdefault(name, {})[key] = None
                self._by_normal.setdefault(normal(name), {})[key] = None

    def cari(self, teks: str) -> tuple[str | None, Cara]:
        """The key that a reference leads to, and how exactly it was written."""
        keys, how = self._by_text.get(teks), Cara.TEPAT
        if keys is None:
            keys, how = self._by_normal.get(normal(teks)), Cara.EJAAN
        if keys is None:
            return None, Cara.TIDAK_ADA
        return (next(iter(keys)), how) if len(keys) == 1 else (None, Cara.GANDA)


class Jejak:
    """Follows references and remembers each, so that checks can tell of those that fail."""

    def __init__(self) -> None:
        """Start with no reference followed."""
        self.rujukan: list[Rujukan] = []

    def ikuti(self, pencari: Pencari, teks: str, jenis: str, where: str) -> str | None:
        """The key that the reference leads to; None where it leads to none or to several."""
        key, how = pencari.cari(teks)
        self.rujukan.append(Rujukan(where, teks, jenis, key, how))
        return key
