"""What a person types into the search box, as a question to the database's index of words.

Words must all appear; ``"several words"`` must stand side by side; ``kata*`` is the beginning of a
word; ``-kata`` must not appear. Signs divide words, so a number such as ``067/12/2026`` is looked
for as its parts side by side, wherever spaces stand. Nothing that can be typed is an error: signs
alone ask for nothing.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sqlalchemy import Integer, String, func, literal_column, not_, select, table

from archive.index.tables import DOCUMENTS
from archive.index.texts import TEXTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import ColumnElement, Connection

_WORD: Final = re.compile(r"[^\W_]+")
_MARKS: Final = re.compile("[\u0300-\u036f]+")
_TERM: Final = re.compile(
    r"""(?P<minus>-?)(?:"(?P<phrase>[^"]*)(?:"|\Z)|(?P<plain>[^\s"]+))(?P<star>\*?)"""
)
_MOST_TERMS: Final = 40
"""Terms of one question; what is typed beyond narrows no more."""
_FEW: Final = 200
"""Documents that are looked up one by one; of more than these all are walked through."""
_LONGEST_WORD: Final = 200
"""Characters of a word that are compared; PostgreSQL takes no lexeme above 2 KB."""


@dataclass(frozen=True, slots=True)
class Term:
    """Words that stand side by side."""

    words: tuple[str, ...]
    """Folded; one at least."""
    begins: bool = False
    """Whether the last word is the beginning of one only."""


@dataclass(frozen=True, slots=True)
class Question:
    """What was typed."""

    wanted: tuple[Term, ...] = ()
    """Each must appear."""
    unwanted: tuple[Term, ...] = ()
    """None may appear."""


def folded_words(said: str) -> tuple[str, ...]:
    """The words of a text as they are compared: small letters, without diacritics."""
    return tuple(_WORD.findall(folded_text(said)))


def folded_text(said: str) -> str:
    """A text as it is compared."""
    return _MARKS.sub("", unicodedata.normalize("NFKD", said)).lower()


def question_of(typed: str | None) -> Question:
    """What a person typed, read kindly."""
    wanted: list[Term] = []
    unwanted: list[Term] = []
    for found in _TERM.finditer(typed or ""):
        said = found["plain"] if found["phrase"] is None else found["phrase"]
        words = tuple(each[:_LONGEST_WORD] for each in folded_words(said))
        if words:
            term = Term(words, begins=bool(found["star"]) or said.endswith("*"))
            (unwanted if found["minus"] else wanted).append(term)
    return Question(tuple(wanted[:_MOST_TERMS]), tuple(unwanted[:_MOST_TERMS]))


def saying(connection: Connection, question: Question, *, every: bool) -> list[ColumnElement[bool]]:
    """Conditions of the documents that say what is asked, and nothing that is not wanted.

    Args:
        connection: through which it will be asked.
        question: what was typed.
        every: whether all of them will be looked at; else the newest will do.
    """
    among = _AMONG[connection.dialect.name]
    conditions = []
    if question.wanted:
        conditions.append(among(connection, question.wanted, head=False, every=every))
    # One by one, as wanted ones are alternatives to none of them.
    conditions += [
        not_(among(connection, (each,), head=False, every=every)) for each in question.unwanted
    ]
    return conditions


def called(connection: Connection, question: Question) -> ColumnElement[bool] | None:
    """Condition of those whose title, number or office say it all; None where nothing is asked."""
    if not question.wanted:
        return None
    among = _AMONG[connection.dialect.name]
    return among(connection, question.wanted, head=True, every=False)


def _on_sqlite(
    connection: Connection, terms: Sequence[Term], *, head: bool, every: bool
) -> ColumnElement[bool]:
    del every  # One way serves both: what is walked through can stop early.
    said = " AND ".join(f'"{" ".join(each.words)}"{" *" if each.begins else ""}' for each in terms)
    asked = f"{{head}} : ({said})" if head else said
    found = select(literal_column("rowid", Integer)).select_from(table("text_words"))
    found = found.where(literal_column("text_words").op("MATCH", is_comparison=True)(asked))
    few = connection.execute(found.limit(_FEW + 1)).scalars().all()
    if len(few) <= _FEW:
        # From the few to their documents; SQLite would not know that they are few.
        return DOCUMENTS.c.document.in_(select(TEXTS.c.document).where(TEXTS.c.id.in_(few)))
    own = select(TEXTS.c.id).where(TEXTS.c.document == DOCUMENTS.c.document)
    return own.correlate(DOCUMENTS).scalar_subquery().in_(found)


def _on_postgresql(
    _: Connection, terms: Sequence[Term], *, head: bool, every: bool
) -> ColumnElement[bool]:
    said = " & ".join(
        "(" + " <-> ".join(f"'{word}'" for word in each.words) + (":*)" if each.begins else ")")
        for each in terms
    )
    asked = func.to_tsquery(literal_column("'simple'"), said)
    if every:
        one = func.words_called(asked) if head else func.words_said(asked)
        return DOCUMENTS.c.document.in_(select(one.column_valued("document")))
    found = select(literal_column("document", String)).select_from(table("text_words"))
    where: ColumnElement[object] = literal_column("head" if head else "whole")
    return DOCUMENTS.c.document.in_(found.where(where.op("@@", is_comparison=True)(asked)))


_AMONG: Final = {"sqlite": _on_sqlite, "postgresql": _on_postgresql}
"""Database → condition of the documents that say all of some terms."""
