"""The register book: official numbers, given once and never twice, without a gap.

A number is one transaction with whatever needs it: when the caller's transaction is undone, so
is the counter. Originals in SQL are the entries that no filed document bears: reserved and void.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import and_, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from archive.audit.events import NumberAdopted, NumberGiven, NumberVoided
from archive.audit.trail import note
from archive.bad_values import BadReason
from archive.book import COUNTERS, REGISTER, NumberState, OfficialNumber, folded, line_of
from archive.errors import NumberIssued, NumberTaken, NumberUnknown
from archive.pattern import Form
from archive.records import DocumentId, is_plain
from archive.standing import LONGEST_REASON

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from sqlalchemy import ColumnElement, Connection, Row

    from archive.book import RegisterEntry
    from archive.database import Database
    from archive.records import Actor


class Register:
    """The book, over one database."""

    def __init__(self, database: Database) -> None:
        """Keep the database for reading; writing happens on the caller's connection."""
        self._database = database

    def allocate(
        self,
        connection: Connection,
        *,
        book: str,
        year: int,
        pattern: str,
        values: Mapping[str, str],
        document: DocumentId,
        actor: Actor,
        now: datetime,
    ) -> OfficialNumber:
        """Give the next number of the book, in the caller's transaction.

        Args:
            connection: Of a writing transaction.
            book: The register book.
            year: Its year; each year counts from 1.
            pattern: Such as ``{klasifikasi}/{urut:03}/{unit}/{tahun}``.
            values: What the pattern names besides ``urut`` and ``tahun``.
            document: The document that will bear it.
            actor: Who asks.
            now: When.
        """
        form = Form.of(pattern, {**values, "tahun": str(year)})
        sequence = _turn(connection, book, year)
        while True:
            sequence += 1
            number = OfficialNumber(form.number(sequence), book, year, sequence)
            occupied = _entry(connection, number, any_state=True)
            if occupied is None:
                break
            _fill(connection, occupied, sequence)
        _count(connection, book, year, sequence)
        _enter(connection, number, document, now, form=form.text)
        note(connection, NumberGiven(number.text, book), document=document, actor=actor, now=now)
        return number

    def adopt(
        self,
        connection: Connection,
        *,
        book: str,
        year: int,
        text: str,
        document: DocumentId,
        actor: Actor,
        now: datetime,
    ) -> OfficialNumber:
        """Enter a number that the document already bears; the same document may ask again."""
        _turn(connection, book, year)
        number = OfficialNumber(text, book, year, None)
        holder = _entry(connection, number)
        if holder is not None and holder.document == document.value:
            return line_of(holder).number
        if holder is not None:
            raise NumberTaken(text, book, year, holder.document)
        _enter(connection, number, document, now)
        note(connection, NumberAdopted(text, book), document=document, actor=actor, now=now)
        return number

    def void(
        self,
        connection: Connection,
        *,
        text: str,
        book: str,
        year: int,
        reason: str,
        actor: Actor,
        now: datetime,
    ) -> None:
        """Void a number that no filed document bears; it stays in the book with its reason."""
        if not (0 < len(reason.strip()) <= LONGEST_REASON and is_plain(reason)):
            raise BadReason(LONGEST_REASON)
        _turn(connection, book, year)
        entry = _entry(connection, OfficialNumber(text, book, year, None))
        if entry is None:
            raise NumberUnknown(text, book, year)
        if entry.state == NumberState.ISSUED:
            raise NumberIssued(entry.number, entry.document)
        connection.execute(
            update(REGISTER)
            .where(REGISTER.c.entry == entry.entry)
            .values(state=NumberState.VOID.value, reason=reason)
        )
        what = NumberVoided(entry.number, book, reason)
        note(connection, what, document=DocumentId(entry.document), actor=actor, now=now)

    def entries(self, *, book: str | None = None, year: int | None = None) -> list[RegisterEntry]:
        """The lines of the book, or of all books, in the order of writing."""
        query = select(REGISTER).order_by(REGISTER.c.entry)
        if book is not None:
            query = query.where(REGISTER.c.book == book)
        if year is not None:
            query = query.where(REGISTER.c.year == year)
        with self._database.reading() as connection:
            return [line_of(row) for row in connection.execute(query)]

    def gaps(self, book: str, year: int) -> list[int]:
        """Counter values that were passed and have no entry; empty in a sound book."""
        here = and_(REGISTER.c.book == book, REGISTER.c.year == year)
        with self._database.reading() as connection:
            last = _last(connection, book, year)
            filled = set(connection.execute(select(REGISTER.c.sequence).where(here)).scalars())
        return [value for value in range(1, last + 1) if value not in filled]


def number_borne(connection: Connection, document: DocumentId, text: str) -> RegisterEntry | None:
    """The entry by which a document holds a number, the live one before a void one."""
    query = (
        select(REGISTER)
        .where(REGISTER.c.document == document.value, REGISTER.c.folded == folded(text))
        .order_by(REGISTER.c.state == NumberState.VOID.value, REGISTER.c.entry)
    )
    row = connection.execute(query).first()
    return None if row is None else line_of(row)


def issue(
    connection: Connection,
    number: OfficialNumber,
    *,
    form: str | None,
    document: DocumentId,
    given_at: datetime,
) -> None:
    """Mark that a filed document bears the number; enters it where the book lost it."""
    last = _turn(connection, number.book, number.year)
    entry = _entry(connection, number)
    if entry is None:
        _enter(connection, number, document, given_at, form=form, state=NumberState.ISSUED)
    elif entry.document == document.value:
        connection.execute(
            update(REGISTER)
            .where(REGISTER.c.entry == entry.entry)
            .values(state=NumberState.ISSUED.value)
        )
    if number.sequence is not None and number.sequence > last:
        _count(connection, number.book, number.year, number.sequence)


def refill(connection: Connection) -> None:
    """Find again which counter values adopted numbers fill, after a rebuild of the book."""
    rows = connection.execute(select(REGISTER)).all()
    adopted = {(row.book, row.year, row.folded): row for row in rows if row.sequence is None}
    given = {(row.book, row.year, row.sequence) for row in rows}
    for book, year, text in sorted({(row.book, row.year, row.form) for row in rows if row.form}):
        form = Form(text)
        for sequence in range(1, _last(connection, book, year)):
            row = adopted.get((book, year, folded(form.number(sequence))))
            if row is not None and (book, year, sequence) not in given:
                _fill(connection, row, sequence)


def _turn(connection: Connection, book: str, year: int) -> int:
    """Wait for the book's turn, held to the end of the transaction; gives the counter."""
    dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
    opened = dialect.insert(COUNTERS).values(book=book, year=year, last=0)
    taken = opened.on_conflict_do_update(
        index_elements=[COUNTERS.c.book, COUNTERS.c.year], set_={"last": COUNTERS.c.last}
    ).returning(COUNTERS.c.last)
    return int(connection.execute(taken).scalar_one())


def _last(connection: Connection, book: str, year: int) -> int:
    query = select(COUNTERS.c.last).where(COUNTERS.c.book == book, COUNTERS.c.year == year)
    return int(connection.execute(query).scalar() or 0)


def _count(connection: Connection, book: str, year: int, last: int) -> None:
    here = and_(COUNTERS.c.book == book, COUNTERS.c.year == year)
    connection.execute(update(COUNTERS).where(here).values(last=last))


def _entry(
    connection: Connection, number: OfficialNumber, *, any_state: bool = False
) -> Row[tuple[object, ...]] | None:
    conditions: list[ColumnElement[bool]] = [
        REGISTER.c.book == number.book,
        REGISTER.c.year == number.year,
        REGISTER.c.folded == folded(number.text),
    ]
    if not any_state:
        conditions.append(REGISTER.c.state != NumberState.VOID.value)
    query = select(REGISTER).where(*conditions).order_by(REGISTER.c.entry)
    return connection.execute(query).first()


def _enter(
    connection: Connection,
    number: OfficialNumber,
    document: DocumentId,
    given_at: datetime,
    *,
    form: str | None = None,
    state: NumberState = NumberState.RESERVED,
) -> None:
    connection.execute(
        insert(REGISTER).values(
            book=number.book,
            year=number.year,
            sequence=number.sequence,
            form=form,
            number=number.text,
            folded=folded(number.text),
            state=state.value,
            document=document.value,
            given_at=given_at,
        )
    )


def _fill(connection: Connection, occupied: Row[tuple[object, ...]], sequence: int) -> None:
    # An adopted number already says what this counter value would say: the value is filled by it.
    if occupied.sequence is None:
        connection.execute(
            update(REGISTER).where(REGISTER.c.entry == occupied.entry).values(sequence=sequence)
        )
