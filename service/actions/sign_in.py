"""Sign in and out: a session for a password, slowed down where someone guesses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from archive.audit.events import SignedIn, SignedOut, SignInFailed
from archive.audit.trail import note
from archive.records import Actor
from service.accounts.errors import NotSignedIn, PasswordsClosed, SignInRefused
from service.accounts.lockout import begin_attempt, forget_attempts
from service.accounts.passwords import matches
from service.accounts.people import find_login, is_admin
from service.accounts.secret import fresh
from service.accounts.sessions import (
    Session,
    begin_session,
    end_session,
    forget_ended,
    open_session,
)

if TYPE_CHECKING:
    from datetime import datetime

    from service.accounts.person import Person
    from service.app import House

STRANGER = "tidak dikenal"
"""Who tried, where nobody signs in so: what was typed may be a password in the wrong field."""


@dataclass(frozen=True, slots=True)
class Begun:
    """A session that was begun just now."""

    session: Session
    secret: str
    """The cookie's value; known to the browser only."""


def sign_in(login: str, password: str, *, address: str, house: House) -> Begun:
    """Begin a session.

    Args:
        login: as typed.
        password: as typed.
        address: from where, as the trail will name it.
        house: of the installation.

    Raises:
        SignInRefused: they do not belong together, or the person is disabled.
        SignInLocked: there were too many attempts.
        PasswordsClosed: they belong together, but passwords are for admins here.
    """
    now = house.clock()
    with house.database.transaction(durable=False) as connection:
        begin_attempt(connection, login=login, address=address, now=now)
    with house.database.reading() as connection:
        found = find_login(connection, login)
    person, kept = found or (None, None)
    right = matches(password, kept)
    closed = False
    with house.database.transaction() as connection:
        if person is None or not right or not person.active or _over(person, now):
            name = STRANGER if person is None else person.signature
            note(connection, SignInFailed(), document=None, actor=Actor(name, address), now=now)
        elif closed := house.settings.passwords == "admins" and not _is_admin(person):
            actor = Actor(person.signature, address)
            note(connection, SignInFailed(), document=None, actor=actor, now=now)
        else:
            secret = fresh()
            forget_attempts(connection, login)
            forget_ended(connection, lifetimes=house.settings.lifetimes, now=now)
            session = begin_session(connection, person, secret=secret, address=address, now=now)
            actor = Actor(person.signature, address)
            note(connection, SignedIn(), document=None, actor=actor, now=now)
            return Begun(session, secret)
    if closed:
        raise PasswordsClosed(house.settings.oidc_name)
    raise SignInRefused


def _over(person: Person, now: datetime) -> bool:
    """Whether her password was for one time, and that has passed."""
    return person.password_until is not None and now >= person.password_until


def _is_admin(person: Person) -> bool:
    return any(is_admin(each) for each in person.memberships)


def sign_out(secret: str, *, address: str, house: House) -> None:
    """End a session; safe twice."""
    now = house.clock()
    with house.database.transaction() as connection:
        try:
            session, _ = open_session(
                connection, secret, lifetimes=house.settings.lifetimes, now=now
            )
        except NotSignedIn:
            return
        end_session(connection, secret)
        actor = Actor(session.person.signature, address)
        note(connection, SignedOut(), document=None, actor=actor, now=now)
