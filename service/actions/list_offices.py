"""List offices: who is what there, how many documents they have, and who is missing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sqlalchemy import func, select

from archive.index.tables import DOCUMENTS
from archive.records import folded_office
from service.accounts.acts import Role
from service.accounts.people import everyone
from service.accounts.permissions import EVERYWHERE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Connection

    from service.accounts.person import Person
    from service.app import House

NEEDED: Final = (Role.PENYUSUN, Role.PEMERIKSA, Role.PENANDATANGAN)
"""Without one of each no document comes from draft to signature."""


@dataclass(frozen=True, slots=True)
class Office:
    """An office as the installation knows it."""

    name: str
    """As printed; ``*`` for those who are something in all offices."""
    people: Mapping[Role, tuple[Person, ...]]
    """Those who can sign in, by what they are there."""
    documents: int
    missing: tuple[Role, ...]
    """Of those that are needed, what nobody is, here or everywhere."""


def list_offices(*, house: House) -> tuple[Office, list[Office]]:
    """Who is something everywhere, and all offices that have people or documents, by name."""
    with house.database.reading() as connection:
        people = [each for each in everyone(connection) if each.active]
        counted = _documents(connection)
    names = {folded_office(name): name for name in counted}
    held: dict[str, dict[Role, list[Person]]] = {}
    for person in people:
        for each in person.memberships:
            folded = folded_office(each.office)
            names.setdefault(folded, each.office)
            held.setdefault(folded, {}).setdefault(each.role, []).append(person)
    documents: dict[str, int] = {}
    for name, many in counted.items():
        documents[folded_office(name)] = documents.get(folded_office(name), 0) + many
    above = held.pop(EVERYWHERE, {})
    names.pop(EVERYWHERE, None)
    offices = [
        _office(name, held.get(folded, {}), documents.get(folded, 0), above=above)
        for folded, name in names.items()
    ]
    everywhere = _office(EVERYWHERE, above, 0, above=above)
    return everywhere, sorted(offices, key=lambda each: each.name.casefold())


def _office(
    name: str,
    held: Mapping[Role, list[Person]],
    documents: int,
    *,
    above: Mapping[Role, list[Person]],
) -> Office:
    ordered = {role: tuple(held[role]) for role in Role if role in held}
    missing = tuple(role for role in NEEDED if role not in held and role not in above)
    return Office(name, ordered, documents, missing)


def _documents(connection: Connection) -> dict[str, int]:
    """Office as printed → its documents."""
    query = select(DOCUMENTS.c.office, func.count()).group_by(DOCUMENTS.c.office)
    return {office: many for office, many in connection.execute(query) if office}
