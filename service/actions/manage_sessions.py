"""Manage sessions: where a person is signed in, and how that ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from archive.audit.events import PersonChanged
from archive.audit.trail import note
from service.accounts import sessions

if TYPE_CHECKING:
    from service.accounts.person import Person
    from service.accounts.sessions import Sitting
    from service.app import House


def list_sessions(person: Person, *, house: House) -> list[Sitting]:
    """Her sessions that have not ended, the last used first."""
    lifetimes, now = house.settings.lifetimes, house.clock()
    with house.database.reading() as connection:
        return sessions.sittings_of(connection, person, lifetimes=lifetimes, now=now)


def end_session(person: Person, name: str, *, house: House) -> None:
    """End one of her sessions.

    Raises:
        SessionUnknown: she has none such.
    """
    with house.database.transaction() as connection:
        sessions.end_sitting(connection, person, name)
        what = PersonChanged(person.signature, "satu sesinya diakhiri")
        note(connection, what, document=None, actor=house.actor, now=house.clock())


def end_sessions(person: Person, *, house: House) -> None:
    """Sign her out everywhere."""
    with house.database.transaction() as connection:
        sessions.end_all(connection, person)
        what = PersonChanged(person.signature, "semua sesinya diakhiri")
        note(connection, what, document=None, actor=house.actor, now=house.clock())
