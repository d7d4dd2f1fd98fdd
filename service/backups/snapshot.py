"""A picture of the database: all rows of one moment, copied into a SQLite file of its own.

One way for both databases. Row by row through the tables' own types the picture has one form,
whatever it was taken from: it needs no program of PostgreSQL's in the right version, it can be
restored to the other database, an older one is brought up to date by the migrations that every
installation runs, and what must not travel is never written, so no page of the file remembers it.
Writers go on meanwhile: SQLite's WAL and PostgreSQL's REPEATABLE READ both read the one moment.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import Integer, LargeBinary, func, insert, select, text

from archive.database import Database
from archive.index.tables import VERSIONS
from service.accounts.tables import ATTEMPTS, SESSIONS, SIGN_ONS
from service.backups.errors import DatabaseTaken
from service.schema import upgrade, whole_schema

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy import Connection, Table

STAYS: Final = frozenset({SESSIONS.name, ATTEMPTS.name, SIGN_ONS.name})
"""Tables that do not travel: who is signed in here is signed in nowhere else."""

_AT_ONCE: Final = 1000
"""Rows held in memory at a time."""
_FILES_AT_ONCE: Final = 4
"""The same of a table whose rows hold whole files."""


@contextmanager
def opened(path: Path) -> Iterator[Database]:
    """A picture that lies here, or is to lie here, with the schema of this release.

    Raises:
        SchemaTooNew: it was taken by a later release.
    """
    picture = Database(f"sqlite:///{path.absolute()}")
    try:
        upgrade(picture)
        yield picture
    finally:
        picture.close()


def take(database: Database, picture: Database) -> None:
    """Copy all rows of one moment into an empty picture."""
    with database.reading() as seen, picture.transaction() as kept:
        if seen.dialect.name == "postgresql":
            seen.execute(text("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY"))
        _copy(seen, kept)


def pour(picture: Database, database: Database) -> None:
    """Fill an empty database from a picture, in one transaction.

    Raises:
        DatabaseTaken: it is not empty.
    """
    upgrade(database)
    with picture.reading() as seen, database.transaction() as filled:
        for table in _tables():
            if filled.execute(select(table).limit(1)).first() is not None:
                raise DatabaseTaken(table.name)
        _copy(seen, filled)
        if filled.dialect.name == "postgresql":
            _let_counters_follow(filled)


def heads(database: Database) -> dict[str, int]:
    """Document → number of its newest version, of all that the index knows."""
    newest = select(VERSIONS.c.document, func.max(VERSIONS.c.number))
    with database.reading() as seen:
        rows = seen.execute(newest.group_by(VERSIONS.c.document).order_by(VERSIONS.c.document))
        return {row[0]: row[1] for row in rows}


def _tables() -> list[Table]:
    """Those that travel, each after those it refers to."""
    return [each for each in whole_schema().sorted_tables if each.name not in STAYS]


def _copy(source: Connection, target: Connection) -> None:
    for table in _tables():
        files = any(isinstance(each.type, LargeBinary) for each in table.columns)
        many = _FILES_AT_ONCE if files else _AT_ONCE
        rows = source.execute(select(table), execution_options={"yield_per": many})
        for some in rows.mappings().partitions():
            values: list[dict[str, Any]] = [dict(each) for each in some]
            target.execute(insert(table), values)


def _let_counters_follow(connection: Connection) -> None:
    """PostgreSQL counts by sequences, which rows that bring their number do not move."""
    for table in _tables():
        for column in table.primary_key.columns:
            if column is table.autoincrement_column and isinstance(column.type, Integer):
                newest = select(func.max(column)).scalar_subquery()
                counter = func.pg_get_serial_sequence(table.name, column.name)
                connection.execute(select(func.setval(counter, func.coalesce(newest, 1))))
