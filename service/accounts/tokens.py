"""API tokens: shown once, kept as digests, bound to their person, their acts and their time."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from sqlalchemy import insert, select, update

from service.accounts.acts import Act
from service.accounts.errors import (
    NotAllowed,
    NotSignedIn,
    PersonUnknown,
    ScopeUnknown,
    TokenUnknown,
)
from service.accounts.people import person_of, printable
from service.accounts.secret import digest
from service.accounts.tables import TOKENS

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from sqlalchemy import Connection, Row

    from service.accounts.person import Person

LONGEST_DAYS: Final = 366
"""A token that nobody renews ends within a year."""
USED_STEP: Final = timedelta(minutes=10)
"""How exactly the last use is known."""


@dataclass(frozen=True, slots=True)
class Token:
    """What is known of a token; never the token itself."""

    id: str
    person: str
    """Id of the one whose it is."""
    label: str
    scopes: tuple[Act, ...]
    created_at: datetime
    expires_at: datetime
    used_at: datetime | None
    revoked_at: datetime | None


def make_token(
    connection: Connection,
    person: Person,
    *,
    token_id: str,
    secret: str,
    label: str,
    scopes: Iterable[str],
    days: int,
    now: datetime,
) -> Token:
    """Keep a token of a person.

    Raises:
        ScopeUnknown: a scope is no act, or there is none.
        NotAllowed: who asks came with a token herself, and it reaches less far.
        NameUnusable: the label cannot be shown.
    """
    acts = sorted({_act(each) for each in scopes})
    if not acts:
        raise ScopeUnknown("", [each.value for each in Act])
    if person.scopes is not None and (beyond := set(acts) - person.scopes):
        # A token must not be able to make a stronger one.
        raise NotAllowed(min(beyond).value)
    connection.execute(
        insert(TOKENS).values(
            id=token_id,
            digest=digest(secret),
            person=person.id,
            label=printable(label, what="Keterangan token"),
            scopes=json.dumps(acts),
            created_at=now,
            expires_at=now + timedelta(days=min(days, LONGEST_DAYS)),
        )
    )
    return _get(connection, person, token_id)


def tokens_of(connection: Connection, person: Person) -> list[Token]:
    """All tokens of a person, newest first, also those that ended."""
    query = select(TOKENS).where(TOKENS.c.person == person.id)
    ordered = query.order_by(TOKENS.c.created_at.desc(), TOKENS.c.id)
    return [_token(row) for row in connection.execute(ordered)]


def revoke_token(connection: Connection, person: Person, token_id: str, *, now: datetime) -> Token:
    """End a token of one's own; it stays in the list.

    Raises:
        TokenUnknown: the person has no such token.
    """
    mine = (TOKENS.c.id == token_id) & (TOKENS.c.person == person.id)
    connection.execute(
        update(TOKENS).where(mine, TOKENS.c.revoked_at.is_(None)).values(revoked_at=now)
    )
    return _get(connection, person, token_id)


def open_token(connection: Connection, secret: str, *, now: datetime) -> tuple[Person, str | None]:
    """The person behind a token with no more rights than it, and the id where a use is to note.

    Raises:
        NotSignedIn: no such token, ended or revoked, or its person was disabled.
    """
    row = connection.execute(select(TOKENS).where(TOKENS.c.digest == digest(secret))).first()
    if row is None or row.revoked_at is not None or row.expires_at <= now:
        raise NotSignedIn
    try:
        person = person_of(connection, row.person)
    except PersonUnknown as error:
        raise NotSignedIn from error
    if not person.active:
        raise NotSignedIn
    stale = row.used_at is None or now - row.used_at >= USED_STEP
    return replace(person, scopes=frozenset(_token(row).scopes)), row.id if stale else None


def note_token_use(connection: Connection, token_id: str, *, now: datetime) -> None:
    """A token was used."""
    connection.execute(update(TOKENS).where(TOKENS.c.id == token_id).values(used_at=now))


def _act(name: str) -> Act:
    try:
        return Act(name)
    except ValueError as error:
        raise ScopeUnknown(name, [each.value for each in Act]) from error


def _get(connection: Connection, person: Person, token_id: str) -> Token:
    query = select(TOKENS).where(TOKENS.c.id == token_id, TOKENS.c.person == person.id)
    row = connection.execute(query).first()
    if row is None:
        raise TokenUnknown(token_id)
    return _token(row)


def _token(row: Row[tuple[object, ...]]) -> Token:
    known = {each.value for each in Act}
    return Token(
        id=row.id,
        person=row.person,
        label=row.label,
        # An act that a later release took away gives no right.
        scopes=tuple(Act(each) for each in json.loads(row.scopes) if each in known),
        created_at=row.created_at,
        expires_at=row.expires_at,
        used_at=row.used_at,
        revoked_at=row.revoked_at,
    )
