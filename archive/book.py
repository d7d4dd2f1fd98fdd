"""The lines of the register book, and their tables."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from sqlalchemy import Column, Index, Integer, String, Table, Text, text

from archive.database import METADATA, UtcTime

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Row

COUNTERS: Final = Table(
    "counters",
    METADATA,
    Column("book", Text, primary_key=True),
    Column("year", Integer, primary_key=True, autoincrement=False),
    Column("last", Integer, nullable=False, comment="the counter value given last"),
)

REGISTER: Final = Table(
    "register",
    METADATA,
    Column("entry", Integer, primary_key=True, comment="in the order of writing"),
    Column("book", Text, nullable=False),
    Column("year", Integer, nullable=False),
    Column("sequence", Integer, comment="counter value that it fills; none when only adopted"),
    Column("form", Text, comment="how it is written, the counter left open; none when adopted"),
    Column("number", Text, nullable=False, comment="verbatim, as printed"),
    Column("folded", Text, nullable=False, comment="without spaces and case, for comparing"),
    Column("state", Text, nullable=False, comment="reserved, issued or void"),
    Column("document", String(12), nullable=False, index=True),
    Column("reason", Text, comment="why it is void"),
    Column("given_at", UtcTime, nullable=False),
)

Index(
    "uq_register_live",
    REGISTER.c.book,
    REGISTER.c.year,
    REGISTER.c.folded,
    unique=True,
    sqlite_where=text("state <> 'void'"),
    postgresql_where=text("state <> 'void'"),
)


class NumberState(StrEnum):
    """What became of a number."""

    RESERVED = "reserved"
    """Given to a document that is not filed yet."""
    ISSUED = "issued"
    """Borne by a filed document."""
    VOID = "void"
    """Given and then voided; stays in the book with its reason."""


@dataclass(frozen=True, slots=True)
class OfficialNumber:
    """A number of a book."""

    text: str
    """Verbatim, as printed."""
    book: str
    year: int
    sequence: int | None
    """The counter value that it fills; None for one that came from outside."""

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class RegisterEntry:
    """One line of the book."""

    number: OfficialNumber
    state: NumberState
    document: str
    """Id of the document that holds or held it."""
    reason: str | None
    """Why it is void."""
    given_at: datetime
    form: str | None
    """How the number is written, the counter left open; None when adopted."""


def folded(text: str) -> str:
    """A number as it is compared: without spaces, in one case; never stored instead of it."""
    return "".join(text.split()).casefold()


def line_of(row: Row[tuple[object, ...]]) -> RegisterEntry:
    """A row of the table as a line of the book."""
    return RegisterEntry(
        number=OfficialNumber(row.number, row.book, row.year, row.sequence),
        state=NumberState(row.state),
        document=row.document,
        reason=row.reason,
        given_at=row.given_at,
        form=row.form,
    )
