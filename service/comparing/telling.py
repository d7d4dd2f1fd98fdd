"""Changes of data as people read them: the field's name in the form, and the words that differ."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from service.comparing.values import ABSENT, Sort
from service.comparing.words import NOW, SAME, WAS, Piece, pieces
from service.labels import label_of, place_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from service.comparing.values import Change
    from service.located import DataPath

_WORDS: Final = {True: "ya", False: "tidak", None: "(kosong)"}
_LONGEST: Final = 20_000
"""Characters of one value that are told; what is longer stands in the data themselves."""


@dataclass(frozen=True, slots=True)
class Told:
    """One change, ready to be read."""

    label: str
    """``Kegiatan 4 “Menerima surat” › Mutu baku › Waktu``."""
    where: str
    """The path as findings write it."""
    pointer: str
    """The same as JSON Pointer (RFC 6901)."""
    sort: Sort
    before: tuple[Piece, ...]
    """What was, its words that are no longer there marked ``was``; empty where it was added."""
    after: tuple[Piece, ...]
    """What is, its new words marked ``now``; empty where it was removed."""
    note: str = ""
    """Of a row that was moved: from where."""


def told(changes: Iterable[Change], *, before: Any, after: Any) -> list[Told]:  # noqa: ANN401
    """All changes between these data, in their order."""
    return list(_told(changes, before, after))


def words_of(value: Any) -> str:  # noqa: ANN401 - plain data
    """A value as a person says it: fields by their names, truth as yes and no."""
    if isinstance(value, bool | None):
        return _WORDS[value]
    if isinstance(value, dict):
        fields = (f"{label_of(name)}: {words_of(each)}" for name, each in _said(value))
        return "; ".join(fields) or "(tanpa isi)"
    if isinstance(value, list):
        return "; ".join(words_of(each) for each in value) or "(tanpa isi)"
    return str(value)


def pointer_of(path: DataPath) -> str:
    """A path as JSON Pointer (RFC 6901)."""
    steps = (str(each).replace("~", "~0").replace("/", "~1") for each in path)
    return "".join(f"/{each}" for each in steps)


def _told(changes: Iterable[Change], before: Any, after: Any) -> Iterator[Told]:  # noqa: ANN401
    for each in changes:
        gone = each.sort is Sort.REMOVED
        label = place_of(each.path, before if gone else after)
        was, now = _sides(each)
        note = f"semula {place_of(each.was_at, None)}" if each.sort is Sort.MOVED else ""
        yield Told(label, each.where, pointer_of(each.path), each.sort, was, now, note)


def _sides(change: Change) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    old = "" if change.before is ABSENT else words_of(change.before)[:_LONGEST]
    new = "" if change.after is ABSENT else words_of(change.after)[:_LONGEST]
    if change.sort is Sort.MOVED:
        return (Piece(SAME, old),), (Piece(SAME, new),)
    both = pieces(old, new)
    return (
        tuple(each for each in both if each.sort in {SAME, WAS}),
        tuple(each for each in both if each.sort in {SAME, NOW}),
    )


def _said(value: dict[str, Any]) -> list[tuple[str, Any]]:
    """Fields that hold something; what is empty is not worth a word."""
    return [(name, each) for name, each in value.items() if each not in (None, "", [], {})]
