"""The database: one engine, one way to write, one way to read.

What is original in SQL: register entries that are reserved or void, and the audit trail; the
rest of the archive's tables is a cache of the OCFL storage and can be rebuilt (index/rebuild).
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import DateTime, Engine, MetaData, create_engine, event, make_url
from sqlalchemy.exc import OperationalError, ProgrammingError
from sqlalchemy.types import TypeDecorator

from archive.bad_values import BadTime
from archive.errors import DatabaseUnavailable, DatabaseUnprepared, StorageFull

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection, Dialect

METADATA: Final = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)
"""All tables of the archive and of the workers; named constraints so that Alembic finds them."""

BUSY_SECONDS: Final = 30.0
"""How long a writer waits for another one on SQLite before it gives up."""

_WRITES: Final = "lontar_writes"
_DURABLE: Final = "lontar_durable"


class UtcTime(TypeDecorator[datetime]):
    """A moment: aware in, UTC and aware out, on both databases."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Refuse a time whose zone nobody knows."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise BadTime(value)
        moment = value.astimezone(UTC)
        # SQLite keeps text; without the zone it sorts and compares as written.
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give UTC back."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if dialect.name == "sqlite" else value.astimezone(UTC)


class Database:
    """Where the index, the register, the trail and the job ledger lie."""

    def __init__(self, url: str) -> None:
        """Remember where; nothing is opened before the first transaction.

        Args:
            url: ``sqlite:///…`` or ``postgresql+psycopg://…``.
        """
        self.url = url
        self._engine: Engine | None = None
        self._owner = 0

    @property
    def engine(self) -> Engine:
        """The engine of this process: a forked child never shares its parent's connections."""
        if self._engine is None:
            self._engine = _open(self.url)
        elif self._owner != os.getpid():
            self._engine.dispose(close=False)
        self._owner = os.getpid()
        return self._engine

    @contextmanager
    def transaction(self, *, durable: bool = True) -> Iterator[Connection]:
        """Write: all of it or nothing; writers on SQLite queue before they read.

        Args:
            durable: False for notes that can be made again: they survive the death of every
                process, but a power cut may take the last of them. They cost no wait for the disk.
        """
        with _at_the_border(self.url):
            options = {_WRITES: True, _DURABLE: durable}
            connection = self.engine.connect().execution_options(**options)
            with connection, connection.begin():
                yield connection

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Read one consistent picture; whatever is written is undone."""
        with _at_the_border(self.url), self.engine.connect() as connection:
            if connection.dialect.name != "sqlite":
                # There each statement would see what others wrote since the one before.
                connection.execution_options(isolation_level="REPEATABLE READ")
            yield connection

    def create_all(self) -> None:
        """Make all registered tables, for tests and tools; an installation migrates instead."""
        with self.transaction() as connection:
            METADATA.create_all(connection)

    def close(self) -> None:
        """Let go of all connections."""
        if self._engine is not None and self._owner == os.getpid():
            self._engine.dispose()
        self._engine = None


def _open(url: str) -> Engine:
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite":
        engine = create_engine(parsed, pool_pre_ping=True)
        event.listen(engine, "begin", _begin_on_server)
        return engine
    if parsed.database and parsed.database != ":memory:":
        Path(parsed.database).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(parsed, connect_args={"timeout": BUSY_SECONDS})
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: sqlite3.Connection, _: object) -> None:
    # The driver's own BEGIN comes too late and never IMMEDIATE; we send it ourselves.
    connection.isolation_level = None
    for pragma in ("journal_mode=WAL", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}").close()


def _begin(connection: Connection) -> None:
    # A writer that reads first and upgrades later fails at once instead of waiting its turn.
    options = connection.get_execution_options()
    # FULL: numbers and jobs are originals here, an acknowledged one must outlive a power cut.
    forced = "FULL" if options.get(_DURABLE, True) else "NORMAL"
    connection.exec_driver_sql(f"PRAGMA synchronous={forced}")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if options.get(_WRITES, False) else "BEGIN")


def _begin_on_server(connection: Connection) -> None:
    if not connection.get_execution_options().get(_DURABLE, True):
        connection.exec_driver_sql("SET LOCAL synchronous_commit = off")


@contextmanager
def _at_the_border(url: str) -> Iterator[None]:
    try:
        yield
    except (OperationalError, ProgrammingError) as error:
        raise _in_our_words(error, url) from error


def _in_our_words(error: OperationalError | ProgrammingError, url: str) -> Exception:
    cause: Any = error.orig
    reason = str(cause).strip().splitlines()[0] if str(cause).strip() else type(cause).__name__
    state = getattr(cause, "sqlstate", None)
    code = getattr(cause, "sqlite_errorcode", None)
    if state == "53100" or code == sqlite3.SQLITE_FULL:
        return StorageFull(make_url(url).database or reason)
    if state == "42P01" or reason.startswith("no such table"):
        return DatabaseUnprepared(reason)
    if isinstance(error, OperationalError):
        return DatabaseUnavailable(reason)
    return error
