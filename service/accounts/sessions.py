"""Sessions: begun with a password, ended by hand, by silence or by age."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from sqlalchemy import delete, insert, select, update

from service.accounts.errors import NotSignedIn, PersonUnknown, SessionUnknown
from service.accounts.people import person_of
from service.accounts.secret import digest, form_key
from service.accounts.tables import SESSIONS

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection

    from service.accounts.person import Person

SEEN_STEP: Final = timedelta(minutes=1)
"""How exactly it is known when a session was last used; not every look is a write."""
_NAME: Final = 16
"""Digits of the digest that name a session to its person."""


@dataclass(frozen=True, slots=True)
class Session:
    """A person who is signed in."""

    person: Person
    form_key: str
    """What every form of this session must carry."""
    begun_at: datetime
    through: str | None = None
    """Name of the identity provider; None for a password."""

    @property
    def once(self) -> bool:
        """Whether it was begun by a one-time password, by which nothing but another is had."""
        return self.through is None and self.person.password_until is not None


@dataclass(frozen=True, slots=True)
class Sitting:
    """A session as its person sees it in a list."""

    name: str
    """By which she ends it; nobody can sit in by it."""
    address: str
    begun_at: datetime
    seen_at: datetime
    through: str | None


@dataclass(frozen=True, slots=True)
class Lifetimes:
    """How long a session lasts."""

    idle: timedelta
    """Without any sign of life."""
    whole: timedelta
    """At most, however busy."""


def begin_session(
    connection: Connection,
    person: Person,
    *,
    secret: str,
    address: str,
    now: datetime,
    through: str | None = None,
) -> Session:
    """Write a session down; only the digest of its secret is kept."""
    connection.execute(
        insert(SESSIONS).values(
            digest=digest(secret),
            person=person.id,
            address=address,
            begun_at=now,
            seen_at=now,
            through=through,
        )
    )
    return Session(person, form_key(secret), now, through)


def open_session(
    connection: Connection, secret: str, *, lifetimes: Lifetimes, now: datetime
) -> tuple[Session, bool]:
    """The session of a secret, and whether its last use should be noted now.

    Raises:
        NotSignedIn: there is none, it has ended, or its person was disabled.
    """
    row = connection.execute(select(SESSIONS).where(SESSIONS.c.digest == digest(secret))).first()
    if row is None or _over(row.begun_at, row.seen_at, lifetimes=lifetimes, now=now):
        raise NotSignedIn
    try:
        person = person_of(connection, row.person)
    except PersonUnknown as error:
        raise NotSignedIn from error
    if not person.active:
        raise NotSignedIn
    session = Session(person, form_key(secret), row.begun_at, row.through)
    return session, now - row.seen_at >= SEEN_STEP


def note_use(connection: Connection, secret: str, *, now: datetime) -> None:
    """A session showed a sign of life."""
    connection.execute(
        update(SESSIONS).where(SESSIONS.c.digest == digest(secret)).values(seen_at=now)
    )


def end_session(connection: Connection, secret: str) -> None:
    """Sign out; safe twice."""
    connection.execute(delete(SESSIONS).where(SESSIONS.c.digest == digest(secret)))


def sittings_of(
    connection: Connection, person: Person, *, lifetimes: Lifetimes, now: datetime
) -> list[Sitting]:
    """The sessions of a person that have not ended, the last used first."""
    query = select(SESSIONS).where(SESSIONS.c.person == person.id)
    rows = connection.execute(query.order_by(SESSIONS.c.seen_at.desc(), SESSIONS.c.digest))
    return [
        Sitting(row.digest[:_NAME], row.address, row.begun_at, row.seen_at, row.through)
        for row in rows
        if not _over(row.begun_at, row.seen_at, lifetimes=lifetimes, now=now)
    ]


def sitting_name(secret: str) -> str:
    """The name of one's own session in that list."""
    return digest(secret)[:_NAME]


def end_sitting(connection: Connection, person: Person, name: str) -> None:
    """End one session of a person by its name in the list.

    Raises:
        SessionUnknown: she has none such.
    """
    hers = SESSIONS.c.person == person.id
    found = [
        each
        for each in connection.scalars(select(SESSIONS.c.digest).where(hers))
        if each[:_NAME] == name
    ]
    if not found:
        raise SessionUnknown
    connection.execute(delete(SESSIONS).where(hers, SESSIONS.c.digest.in_(found)))


def end_all(connection: Connection, person: Person) -> None:
    """Sign a person out everywhere."""
    connection.execute(delete(SESSIONS).where(SESSIONS.c.person == person.id))


def forget_ended(connection: Connection, *, lifetimes: Lifetimes, now: datetime) -> None:
    """Take away what has ended by itself."""
    connection.execute(
        delete(SESSIONS).where(
            (SESSIONS.c.seen_at <= now - lifetimes.idle)
            | (SESSIONS.c.begun_at <= now - lifetimes.whole)
        )
    )


def _over(begun: datetime, seen: datetime, *, lifetimes: Lifetimes, now: datetime) -> bool:
    return now - seen >= lifetimes.idle or now - begun >= lifetimes.whole
