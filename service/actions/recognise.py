"""Recognise who asks: the person of a session or of a token."""

from __future__ import annotations

from typing import TYPE_CHECKING

from service.accounts.sessions import note_use, open_session
from service.accounts.tokens import note_token_use, open_token

if TYPE_CHECKING:
    from service.accounts.person import Person
    from service.accounts.sessions import Session
    from service.app import House


def recognise_session(secret: str, *, house: House) -> Session:
    """The session of a cookie.

    Raises:
        NotSignedIn: it has ended.
    """
    now, lifetimes = house.clock(), house.settings.lifetimes
    with house.database.reading() as connection:
        session, stale = open_session(connection, secret, lifetimes=lifetimes, now=now)
    if stale:
        with house.database.transaction(durable=False) as connection:
            note_use(connection, secret, now=now)
    return session


def recognise_token(secret: str, *, house: House) -> Person:
    """The person behind a token, with no more rights than it.

    Raises:
        NotSignedIn: there is no such token, or it has ended.
    """
    now = house.clock()
    with house.database.reading() as connection:
        person, stale = open_token(connection, secret, now=now)
    if stale is not None:
        with house.database.transaction(durable=False) as connection:
            note_token_use(connection, stale, now=now)
    return person
