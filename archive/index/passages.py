"""Where found words stand: a short passage of what a document says, the words marked.

A passage is pieces of plain text; whoever shows it escapes it as any other text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from sqlalchemy import select

from archive.index.fulltext import folded_text
from archive.index.texts import TEXTS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sqlalchemy import Connection

    from archive.index.fulltext import Question, Term

_BEFORE: Final = 60
_AFTER: Final = 140
"""Characters shown around the first found word."""


class Piece(NamedTuple):
    """A part of a passage."""

    said: str
    found: bool
    """Whether these are words that were looked for."""


Passage = tuple[Piece, ...]
"""Pieces one after the other; none where the words stand in the record only."""


def passages(
    connection: Connection, documents: Sequence[str], question: Question
) -> dict[str, Passage]:
    """Document → its passage, of those whose content holds a word that was wanted."""
    pattern = _pattern(question)
    if pattern is None or not documents:
        return {}
    query = select(TEXTS.c.document, TEXTS.c.content).where(TEXTS.c.document.in_(documents))
    found = ((row.document, _around(row.content, pattern)) for row in connection.execute(query))
    return {document: passage for document, passage in found if passage}


def marked(said: str, question: Question) -> Passage:
    """A whole text, such as a title, with the words marked."""
    pattern = _pattern(question)
    if pattern is None:
        return (Piece(said, found=False),)
    return tuple(_pieces(said, _comparable(said), pattern))


def _pattern(question: Question) -> re.Pattern[str] | None:
    terms = "|".join(_term(each) for each in question.wanted)
    return re.compile(rf"(?<![^\W_])(?:{terms})", re.IGNORECASE) if terms else None


def _term(term: Term) -> str:
    return r"[\W_]+".join(term.words) + (r"[^\W_]*" if term.begins else r"(?![^\W_])")


def _comparable(said: str) -> str:
    """The text folded, where each sign stays in its place; else as it is."""
    folded = folded_text(said)
    return folded if len(folded) == len(said) else said


def _around(content: str, pattern: re.Pattern[str]) -> Passage:
    # Folding a long text takes longer than looking through it, and words mostly stand as typed.
    first = pattern.search(content) or pattern.search(_comparable(content))
    if first is None:
        return ()
    start, end = _cut(content, first.start() - _BEFORE, first.end() + _AFTER)
    shown = content[start:end]
    inner = tuple(_pieces(shown, _comparable(shown), pattern))
    before = (Piece("… ", found=False),) if start else ()
    after = (Piece(" …", found=False),) if end < len(content) else ()
    return (
        *before,
        *(each._replace(said=" · ".join(each.said.split("\n"))) for each in inner),
        *after,
    )


def _cut(content: str, start: int, end: int) -> tuple[int, int]:
    """The nearest bounds inside that do not cut a word."""
    if start > 0:
        blank = re.search(r"\s", content[start : start + _BEFORE])
        start += blank.end() if blank else 0
    if end < len(content):
        blank = re.search(r"\s\S*\Z", content[end - _AFTER : end])
        end += blank.start() - _AFTER if blank else 0
    return max(start, 0), end


def _pieces(said: str, comparable: str, pattern: re.Pattern[str]) -> Iterator[Piece]:
    last = 0
    for match in pattern.finditer(comparable):
        if match.start() > last:
            yield Piece(said[last : match.start()], found=False)
        yield Piece(said[match.start() : match.end()], found=True)
        last = match.end()
    if last < len(said):
        yield Piece(said[last:], found=False)
