"""Void a number: it stays in the book with its reason and is never given again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from archive.errors import NumberUnknown

if TYPE_CHECKING:
    from archive.book import RegisterEntry
    from service.app import House


def void_number(text: str, *, book: str, year: int, reason: str, house: House) -> RegisterEntry:
    """Void a number that no filed document bears, and give its line of the book.

    Raises:
        NumberUnknown: the book does not have it.
        NumberIssued: a filed document bears it.
    """
    with house.database.transaction() as connection:
        house.archive.register.void(
            connection,
            text=text,
            book=book,
            year=year,
            reason=reason,
            actor=house.actor,
            now=house.clock(),
        )
    lines = house.archive.register.entries(book=book, year=year)
    for line in reversed(lines):
        if line.reason == reason and line.state.value == "void":
            return line
    raise NumberUnknown(text, book, year)
