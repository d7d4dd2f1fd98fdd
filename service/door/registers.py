"""What a person may read of the register books: those of her offices."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from archive.errors import BookUnknown, NumberUnknown
from service.accounts.acts import Act
from service.accounts.permissions import is_cleared, may
from service.actions.read_books import read_book, read_books

if TYPE_CHECKING:
    from collections.abc import Iterable

    from archive.agenda import AgendaLine
    from archive.book import RegisterEntry
    from service.actions.read_books import Book, Sheet
    from service.door.caller import Caller


@dataclass(frozen=True, slots=True)
class LineSeen:
    """A line as one person may read it."""

    entry: RegisterEntry
    office: str | None
    title: str | None
    """None where it is not filed, or is no business of hers."""
    kind: str | None
    date: str | None
    by: str
    opens: bool
    """Whether the document's page is open to her."""
    may_void: bool


def books_seen(caller: Caller) -> list[Book]:
    """The books in which one of her offices has a number."""
    return [each for each in read_books(house=caller.house) if _sees(each.offices, caller)]


def book_seen(name: str, year: int, caller: Caller) -> tuple[Sheet, list[LineSeen]]:
    """A book with the lines that she may read; those of other offices are left out.

    Raises:
        BookUnknown: there is none, or none that she may know of.
    """
    sheet = read_book(name, year, house=caller.house)
    if not _sees(sheet.offices, caller):
        raise BookUnknown(name, year)
    return sheet, [_line(each, caller) for each in sheet.lines if caller.may(each.office)]


def ensure_line(text: str, lines: Iterable[LineSeen], *, book: str, year: int) -> None:
    """Refuse a number that is none of these lines.

    Raises:
        NumberUnknown: it is none.
    """
    if not any(each.entry.number.text == text for each in lines):
        raise NumberUnknown(text, book, year)


def _sees(offices: tuple[str, ...], caller: Caller) -> bool:
    # A number whose document nobody knows any more belongs to those who see everything.
    return any(caller.may(each) for each in offices) or (not offices and caller.may(None))


def _line(line: AgendaLine, caller: Caller) -> LineSeen:
    person, office = caller.person, line.office
    opens = (
        line.title is not None
        and may(person, Act.SEE_DOCUMENTS, office)
        and is_cleared(person, line.access, office)
    )
    return LineSeen(
        entry=line.entry,
        office=office,
        title=line.title if opens else None,
        kind=line.kind if opens else None,
        date=line.date if opens else None,
        by=line.by,
        opens=opens,
        may_void=line.entry.state.value == "reserved" and may(person, Act.VOID_NUMBER, office),
    )
