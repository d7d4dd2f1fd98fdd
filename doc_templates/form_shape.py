"""The shape of the data that a form is given, seen in examples of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping


@dataclass(slots=True, eq=False)
class Shape:
    """What was seen at one place of the data, and whether a form asked for it."""

    path: str
    """Such as ``kegiatan[].waktu``; empty for the whole."""
    seen: int = 0
    """How many values were seen here."""
    kinds: set[type] = field(default_factory=set)
    """Their types, ``NoneType`` included."""
    keys: dict[str, Shape] = field(default_factory=dict)
    """Of the records among them."""
    element: Shape | None = None
    """Of the lists among them; None when all were empty."""
    asked: bool = False
    """True when a form named this place."""

    @property
    def records(self) -> int:
        """How many of the values seen here could hold the keys."""
        return self.seen if self.kinds <= {dict, type(None)} else 0

    def see(self, value: object) -> None:
        """Learn from one more value."""
        self.seen += 1
        self.kinds.add(type(value))
        if isinstance(value, dict):
            for key, each in value.items():
                self._key(str(key)).see(each)
        elif isinstance(value, (list, tuple)):
            for each in value:
                self.element = self.element or Shape(f"{self.path}[]")
                self.element.see(each)

    def _key(self, key: str) -> Shape:
        path = f"{self.path}.{key}" if self.path else key
        return self.keys.setdefault(key, Shape(path))

    def ask(self) -> Shape:
        """Note that a form names this place."""
        self.asked = True
        return self

    def ask_whole(self) -> None:
        """Note that a form takes everything below this place."""
        self.asked = True
        for each in self._below():
            each.ask_whole()

    def never_asked(self) -> Iterator[Shape]:
        """Give the highest places that no form named."""
        for each in self._below():
            if each.asked or each.path.endswith("[]"):
                yield from each.never_asked()
            else:
                yield each

    def printed(self) -> Iterator[str]:
        """Give the paths of the single values that a form named."""
        for each in self._below():
            if each.asked and not each.keys and each.element is None:
                yield each.path
            yield from each.printed()

    def _below(self) -> Iterator[Shape]:
        yield from self.keys.values()
        if self.element is not None:
            yield self.element


def shape_of(contexts: Iterable[Mapping[str, Any]]) -> Shape:
    """Learn the shape of data from examples."""
    whole = Shape("")
    for context in contexts:
        whole.see(dict(context))
    return whole
