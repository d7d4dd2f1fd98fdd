"""Manage people: enter, give roles, disable, change a password; each stands in the trail."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from archive.audit.events import PersonChanged
from archive.audit.trail import note
from service.accounts import people
from service.accounts.acts import Role
from service.accounts.errors import RoleUnknown, SignInRefused
from service.accounts.lockout import begin_attempt, forget_attempts
from service.accounts.passwords import hashed, matches
from service.accounts.person import Membership
from service.accounts.secret import spoken
from service.accounts.sessions import end_all

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy import Connection

    from service.accounts.person import Person
    from service.app import House


ONCE: Final = timedelta(days=3)
"""A one-time password that nobody used ends."""


def membership(role: str, office: str) -> Membership:
    """A role in an office, as typed.

    Raises:
        RoleUnknown: there is no such role.
    """
    try:
        return Membership(Role(role.strip().lower()), office)
    except ValueError as error:
        raise RoleUnknown(role, [each.value for each in Role]) from error


def add_person(
    *,
    login: str,
    name: str,
    password: str | None,
    memberships: Sequence[Membership],
    house: House,
) -> Person:
    """Enter a person with her roles; without a password she cannot sign in by one.

    Raises:
        LoginTaken, LoginUnusable, NameUnusable, RoleNeedsOffice: a value that cannot be right.
        PasswordWeak: the password is too easy to guess.
    """
    kept = None if password is None else hashed(password, login=login)
    with house.database.transaction() as connection:
        person = people.add_person(
            connection,
            person_id=house.new_name(),
            login=login,
            name=name,
            password=kept,
            memberships=memberships,
            now=house.clock(),
        )
        _tell(connection, person, f"ditambahkan dengan {_roles(person)}", house=house)
    return person


def list_people(
    *,
    house: House,
    after: str | None = None,
    limit: int | None = None,
    words: str = "",
    active: bool | None = None,
) -> list[Person]:
    """All people, or a page of those who have these words, in the order of their logins."""
    with house.database.reading() as connection:
        return people.everyone(connection, after=after, limit=limit, words=words, active=active)


def find_person(name: str, *, house: House) -> Person:
    """The person of this login or id.

    Raises:
        PersonUnknown: nobody signs in so.
    """
    with house.database.reading() as connection:
        return people.person_named(connection, name)


def give_roles(name: str, memberships: Iterable[Membership], *, house: House) -> Person:
    """Give a person these roles instead of those she had.

    Raises:
        PersonUnknown, RoleNeedsOffice: as their names say.
        LastAdmin: nobody would be left to manage people.
    """
    with house.database.transaction() as connection:
        person = people.person_named(connection, name)
        changed = people.set_memberships(connection, person, memberships)
        if changed != person:
            _tell(connection, changed, f"kini {_roles(changed)}", house=house)
    return changed


def set_active(name: str, *, active: bool, house: House) -> Person:
    """Disable a person, which signs her out everywhere, or take her back.

    Raises:
        PersonUnknown: nobody signs in so.
        LastAdmin: nobody would be left to manage people.
    """
    with house.database.transaction() as connection:
        person = people.person_named(connection, name)
        changed = people.set_active(connection, person, active=active)
        if changed != person:
            _tell(connection, changed, "diaktifkan" if active else "dinonaktifkan", house=house)
        if not active:
            end_all(connection, person)
    return changed


def set_password(name: str, password: str, *, house: House) -> Person:
    """Set another password and sign the person out everywhere.

    Raises:
        PersonUnknown: nobody signs in so.
        PasswordWeak: it is too easy to guess.
    """
    person = find_person(name, house=house)
    kept = hashed(password, login=person.login)
    with house.database.transaction() as connection:
        people.set_password(connection, person, kept)
        end_all(connection, person)
        forget_attempts(connection, person.login)
        _tell(connection, person, "kata sandi diganti", house=house)
    return person


def give_password_once(name: str, *, house: House) -> str:
    """Sign a person out everywhere and let her in once more; gives the word for it, this once.

    By it she can do nothing but choose a password of her own.

    Raises:
        PersonUnknown: nobody signs in so.
    """
    person, word = find_person(name, house=house), spoken()
    kept = hashed(word, login=person.login)
    with house.database.transaction() as connection:
        until = house.clock() + ONCE
        people.set_password(connection, person, kept, until=until)
        end_all(connection, person)
        forget_attempts(connection, person.login)
        _tell(connection, person, "kata sandi sekali pakai dibuat", house=house)
    return word


def change_own_password(person: Person, *, old: str, new: str, address: str, house: House) -> None:
    """Change one's own password, knowing the old one; guesses count as attempts to sign in.

    Raises:
        SignInRefused: the old one is not right.
        SignInLocked: it was guessed too often.
        PasswordWeak: the new one is too easy to guess.
    """
    with house.database.transaction(durable=False) as connection:
        begin_attempt(connection, login=person.login, address=address, now=house.clock())
    with house.database.reading() as connection:
        found = people.find_login(connection, person.login)
    if not matches(old, found[1] if found else None):
        raise SignInRefused
    set_password(person.login, new, house=house)


def _roles(person: Person) -> str:
    told = [f"{each.role} di {each.office}" for each in person.memberships]
    return "peran " + ", ".join(told) if told else "tanpa peran"


def _tell(connection: Connection, person: Person, change: str, *, house: House) -> None:
    what = PersonChanged(person.signature, change)
    note(connection, what, document=None, actor=house.actor, now=house.clock())
