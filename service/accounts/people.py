"""The people of an installation: entered, changed and found; nobody is ever deleted."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from sqlalchemy import delete, exists, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from archive.records import folded_office
from service.accounts.acts import Role
from service.accounts.errors import (
    LastAdmin,
    LoginTaken,
    LoginUnusable,
    NameUnusable,
    PersonUnknown,
    RoleNeedsOffice,
)
from service.accounts.permissions import EVERYWHERE
from service.accounts.person import Membership, Person
from service.accounts.tables import MEMBERSHIPS, PEOPLE

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from sqlalchemy import Connection, Row

_LOGIN: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{1,59}")
_LONGEST: Final = 200


def add_person(
    connection: Connection,
    *,
    person_id: str,
    login: str,
    name: str,
    password: str | None,
    memberships: Iterable[Membership],
    now: datetime,
) -> Person:
    """Enter a person.

    Args:
        connection: in a transaction.
        person_id: a fresh name.
        login: what will be typed to sign in.
        name: as it is shown.
        password: the hash, or None where she is not to sign in by password.
        memberships: her roles.
        now: UTC.

    Raises:
        LoginTaken: somebody signs in so, in any case of letters.
        LoginUnusable, NameUnusable, RoleNeedsOffice: a value that cannot be right.
    """
    if not _LOGIN.fullmatch(login):
        raise LoginUnusable(login)
    wanted = tuple(sorted(set(memberships)))
    row = {
        "id": person_id,
        "login": login,
        "login_folded": login.casefold(),
        "name": printable(name, what="Nama"),
        "password": password,
        "active": True,
        "created_at": now,
    }
    taken = select(PEOPLE.c.id).where(PEOPLE.c.login_folded == login.casefold())
    if connection.scalar(taken) is not None:
        raise LoginTaken(login)
    try:
        connection.execute(insert(PEOPLE).values(row))
    except IntegrityError as error:
        raise LoginTaken(login) from error
    _write_memberships(connection, person_id, wanted)
    return person_of(connection, person_id)


def person_of(connection: Connection, person_id: str) -> Person:
    """The person with this id."""
    row = connection.execute(select(PEOPLE).where(PEOPLE.c.id == person_id)).first()
    if row is None:
        raise PersonUnknown(person_id)
    return _person(row, _memberships(connection, [person_id]).get(person_id, []))


def find_login(connection: Connection, login: str) -> tuple[Person, str | None] | None:
    """Who signs in so, with the hash of the password; None where nobody does."""
    query = select(PEOPLE).where(PEOPLE.c.login_folded == login.casefold())
    row = connection.execute(query).first()
    if row is None:
        return None
    return _person(row, _memberships(connection, [row.id]).get(row.id, [])), row.password


def person_named(connection: Connection, name: str) -> Person:
    """The person of this login or id."""
    if (found := find_login(connection, name)) is not None:
        return found[0]
    return person_of(connection, name)


def everyone(
    connection: Connection,
    *,
    after: str | None = None,
    limit: int | None = None,
    words: str = "",
    active: bool | None = None,
) -> list[Person]:
    """All people in the order of their logins, or a page of them after a login.

    Args:
        connection: to read by.
        after: the login before the page.
        limit: of the page.
        words: each must stand in name, login or office.
        active: None for those who are disabled, too.
    """
    query = select(PEOPLE).order_by(PEOPLE.c.login_folded).limit(limit)
    if after is not None:
        query = query.where(PEOPLE.c.login_folded > after.casefold())
    if active is not None:
        query = query.where(PEOPLE.c.active == active)
    for word in words.casefold().split():
        offices = exists().where(
            MEMBERSHIPS.c.person == PEOPLE.c.id,
            MEMBERSHIPS.c.office_folded.contains(word, autoescape=True),
        )
        query = query.where(
            PEOPLE.c.login_folded.contains(word, autoescape=True)
            | func.lower(PEOPLE.c.name).contains(word, autoescape=True)
            | offices
        )
    rows = connection.execute(query).all()
    held = _memberships(connection, [row.id for row in rows])
    return [_person(row, held.get(row.id, [])) for row in rows]


def set_memberships(
    connection: Connection, person: Person, memberships: Iterable[Membership]
) -> Person:
    """Give a person these roles instead of those she had."""
    wanted = tuple(sorted(set(memberships)))
    if not any(is_admin(each) for each in wanted):
        _refuse_losing(connection, person)
    connection.execute(delete(MEMBERSHIPS).where(MEMBERSHIPS.c.person == person.id))
    _write_memberships(connection, person.id, wanted)
    return person_of(connection, person.id)


def set_active(connection: Connection, person: Person, *, active: bool) -> Person:
    """Disable a person or take her back; what she did stays in the trail."""
    if not active:
        _refuse_losing(connection, person)
    connection.execute(update(PEOPLE).where(PEOPLE.c.id == person.id).values(active=active))
    return person_of(connection, person.id)


def set_password(
    connection: Connection, person: Person, password: str, *, until: datetime | None = None
) -> None:
    """Keep another hash; with ``until`` it is a one-time password that ends then."""
    values = {"password": password, "password_until": until}
    connection.execute(update(PEOPLE).where(PEOPLE.c.id == person.id).values(values))


def is_admin(membership: Membership) -> bool:
    """Whether this membership lets someone manage people."""
    return membership.role is Role.ADMIN and membership.office == EVERYWHERE


def printable(text: str, *, what: str) -> str:
    """A short text that a page can show on one line, or NameUnusable."""
    if not text.strip() or len(text) > _LONGEST or not text.isprintable():
        raise NameUnusable(what)
    return text


def _refuse_losing(connection: Connection, person: Person) -> None:
    """The last admin stays one; else nobody could ever add another from the pages."""
    if not (person.active and any(is_admin(each) for each in person.memberships)):
        return
    others = (
        select(func.count())
        .select_from(PEOPLE.join(MEMBERSHIPS, MEMBERSHIPS.c.person == PEOPLE.c.id))
        .where(
            PEOPLE.c.active,
            PEOPLE.c.id != person.id,
            MEMBERSHIPS.c.role == Role.ADMIN.value,
            MEMBERSHIPS.c.office_folded == EVERYWHERE,
        )
    )
    if not connection.scalar(others):
        raise LastAdmin(person.login)


def _write_memberships(
    connection: Connection, person_id: str, memberships: Iterable[Membership]
) -> None:
    rows: dict[tuple[Role, str], dict[str, str]] = {}
    for each in memberships:
        if not each.office.strip():
            raise RoleNeedsOffice(each.role.value)
        rows[each.role, folded_office(each.office)] = {
            "person": person_id,
            "role": each.role.value,
            "office": printable(each.office, what="Nama kantor"),
            "office_folded": folded_office(each.office),
        }
    if rows:
        connection.execute(insert(MEMBERSHIPS), list(rows.values()))


def _memberships(connection: Connection, ids: list[str]) -> dict[str, list[Membership]]:
    held: dict[str, list[Membership]] = {}
    for row in connection.execute(select(MEMBERSHIPS).where(MEMBERSHIPS.c.person.in_(ids))):
        held.setdefault(row.person, []).append(Membership(Role(row.role), row.office))
    return held


def _person(row: Row[tuple[object, ...]], memberships: list[Membership]) -> Person:
    return Person(
        id=row.id,
        login=row.login,
        name=row.name,
        active=row.active,
        created_at=row.created_at,
        memberships=tuple(sorted(memberships)),
        password_until=row.password_until,
    )
