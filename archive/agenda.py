"""The register book as an office reads it: each number beside the document that bears it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from archive.audit.events import NumberAdopted, NumberGiven, NumberVoided
from archive.audit.tables import EVENTS
from archive.book import REGISTER, NumberState, line_of
from archive.index.tables import DOCUMENTS
from archive.keeping import Access

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from archive.book import RegisterEntry

_JOINED = REGISTER.outerjoin(DOCUMENTS, REGISTER.c.document == DOCUMENTS.c.document)


@dataclass(frozen=True, slots=True)
class BookCount:
    """How many numbers of a book and year are in a state, by the office that bears them."""

    book: str
    year: int
    office: str | None
    """As printed; None for numbers whose document is not filed."""
    state: NumberState
    many: int


@dataclass(frozen=True, slots=True)
class AgendaLine:
    """One line of the book with what its document says."""

    entry: RegisterEntry
    office: str | None
    """As printed; None while the document is not filed."""
    title: str | None
    kind: str | None
    date: str | None
    """The document's own, ISO 8601."""
    access: Access
    by: str
    """Who had the number given, adopted it, or voided it; empty where the trail does not know."""


def book_counts(connection: Connection) -> list[BookCount]:
    """All books, the newest year first."""
    sorts = (REGISTER.c.book, REGISTER.c.year, DOCUMENTS.c.office, REGISTER.c.state)
    query = select(*sorts, func.count().label("many")).select_from(_JOINED).group_by(*sorts)
    rows = connection.execute(query.order_by(REGISTER.c.year.desc(), REGISTER.c.book))
    return [
        BookCount(row.book, row.year, row.office, NumberState(row.state), row.many) for row in rows
    ]


def unfiled(connection: Connection) -> list[tuple[str, int, str]]:
    """Book, year and document of every number whose document is not filed."""
    query = (
        select(REGISTER.c.book, REGISTER.c.year, REGISTER.c.document)
        .select_from(_JOINED)
        .where(DOCUMENTS.c.document.is_(None))
        .order_by(REGISTER.c.entry)
    )
    return [(row.book, row.year, row.document) for row in connection.execute(query)]


def agenda_of(connection: Connection, book: str, year: int) -> list[AgendaLine]:
    """All lines of a book's year, by counter, then those that were only adopted."""
    facts = (DOCUMENTS.c.office, DOCUMENTS.c.title, DOCUMENTS.c.kind, DOCUMENTS.c.date)
    query = (
        select(REGISTER, *facts, DOCUMENTS.c.access)
        .select_from(_JOINED)
        .where(REGISTER.c.book == book, REGISTER.c.year == year)
        .order_by(REGISTER.c.sequence.is_(None), REGISTER.c.sequence, REGISTER.c.entry)
    )
    actors = _actors(connection, book, year)
    return [
        AgendaLine(
            entry=line_of(row),
            office=row.office,
            title=row.title,
            kind=row.kind,
            date=row.date,
            access=Access(row.access or Access.BIASA),
            by=actors.get((row.document, row.state == NumberState.VOID), ""),
        )
        for row in connection.execute(query)
    ]


def _actors(connection: Connection, book: str, year: int) -> dict[tuple[str, bool], str]:
    """Document, and whether its number was voided → who did it last."""
    words = (NumberGiven.word, NumberAdopted.word, NumberVoided.word)
    held = select(REGISTER.c.document).where(REGISTER.c.book == book, REGISTER.c.year == year)
    query = (
        select(EVENTS.c.document, EVENTS.c.word, EVENTS.c.actor_name)
        .where(EVENTS.c.word.in_(words), EVENTS.c.document.in_(held))
        .order_by(EVENTS.c.event)
    )
    return {
        (row.document, row.word == NumberVoided.word): row.actor_name
        for row in connection.execute(query)
    }
