"""The trail: what happened, appended in the same transaction as what it tells, never changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import insert, select

from archive.audit.tables import EVENTS, FORBID_CHANGES

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection, Row

    from archive.audit.events import Happening
    from archive.records import Actor, DocumentId


@dataclass(frozen=True, slots=True)
class Event:
    """One line of the trail."""

    at: datetime
    word: str
    """Event type, PREMIS 3 where it has one."""
    sentence: str
    """What happened, in Indonesian."""
    actor: str
    """Who did it, by name."""
    version: int | None
    """The version it concerns, where it concerns one."""
    number: int
    """Of the line, in the order of writing."""
    document: str | None
    """Id of the document it concerns, where it concerns one."""
    address: str
    """From where it was done."""


def forbid_changes(connection: Connection) -> None:
    """Make the trail append-only in the database itself; safe twice."""
    for statement in FORBID_CHANGES[connection.dialect.name]:
        connection.exec_driver_sql(statement)


def note(
    connection: Connection,
    happening: Happening,
    *,
    document: DocumentId | None,
    actor: Actor,
    now: datetime,
) -> None:
    """Append what happened; it lasts exactly when the caller's transaction does."""
    connection.execute(
        insert(EVENTS).values(
            at=now,
            word=happening.word,
            sentence=happening.sentence,
            document=None if document is None else document.value,
            version=getattr(happening, "version", None),
            actor_name=actor.name,
            actor_address=actor.address,
        )
    )


def trail_of(connection: Connection, document: DocumentId) -> list[Event]:
    """All that happened to a document, oldest first."""
    query = select(EVENTS).where(EVENTS.c.document == document.value).order_by(EVENTS.c.event)
    return [_event(row) for row in connection.execute(query)]


def whole_trail(connection: Connection, *, before: int | None, limit: int) -> list[Event]:
    """Lines of the whole trail, newest first; a page of those before a line's number."""
    query = select(EVENTS).order_by(EVENTS.c.event.desc()).limit(limit)
    if before is not None:
        query = query.where(EVENTS.c.event < before)
    return [_event(row) for row in connection.execute(query)]


def _event(row: Row[tuple[object, ...]]) -> Event:
    return Event(
        at=row.at,
        word=row.word,
        sentence=row.sentence,
        actor=row.actor_name,
        version=row.version,
        number=row.event,
        document=row.document,
        address=row.actor_address,
    )
