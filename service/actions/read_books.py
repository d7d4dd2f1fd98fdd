"""Read the register books: which there are, and the lines of one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from archive.agenda import agenda_of, book_counts, unfiled
from archive.book import NumberState
from archive.errors import BookUnknown
from workers.job_list import offices_asking

if TYPE_CHECKING:
    from archive.agenda import AgendaLine
    from service.app import House


@dataclass(frozen=True, slots=True)
class Book:
    """A register book of one year."""

    name: str
    year: int
    offices: tuple[str, ...]
    """As printed; those whose documents bear its numbers, or asked for them."""
    reserved: int
    issued: int
    void: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """All lines of a book of one year."""

    name: str
    year: int
    lines: tuple[AgendaLine, ...]
    """By counter; what was only adopted comes last. A document that is not filed has the office
    that asked for it."""
    gaps: tuple[int, ...]
    """Counter values that were passed and fill no line."""

    @property
    def offices(self) -> tuple[str, ...]:
        """Offices of its lines, as printed."""
        return tuple(dict.fromkeys(each.office for each in self.lines if each.office))


def read_books(*, house: House) -> list[Book]:
    """All books, the newest year first."""
    with house.database.reading() as connection:
        counts, waiting = book_counts(connection), unfiled(connection)
        asking = offices_asking(connection, [document for _, _, document in waiting])
    offices: dict[tuple[str, int], dict[str, None]] = {}
    many: dict[tuple[str, int], dict[NumberState, int]] = {}
    for each in counts:
        place = (each.book, each.year)
        told = many.setdefault(place, dict.fromkeys(NumberState, 0))
        told[each.state] += each.many
        if each.office is not None:
            offices.setdefault(place, {})[each.office] = None
    for book, year, document in waiting:
        if document in asking:
            offices.setdefault((book, year), {})[asking[document]] = None
    return [
        Book(
            name,
            year,
            tuple(offices.get((name, year), ())),
            reserved=told[NumberState.RESERVED],
            issued=told[NumberState.ISSUED],
            void=told[NumberState.VOID],
        )
        for (name, year), told in many.items()
    ]


def read_book(name: str, year: int, *, house: House) -> Sheet:
    """All lines of a book of one year.

    Raises:
        BookUnknown: nothing was ever written in it.
    """
    with house.database.reading() as connection:
        lines = agenda_of(connection, name, year)
        waiting = [each.entry.document for each in lines if each.office is None]
        asking = offices_asking(connection, waiting)
    if not lines:
        raise BookUnknown(name, year)
    known = tuple(
        each if each.office is not None else replace(each, office=asking.get(each.entry.document))
        for each in lines
    )
    return Sheet(name, year, known, tuple(house.archive.register.gaps(name, year)))
