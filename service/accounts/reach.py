"""Whom the roles reach: is there anybody who may do this here?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from archive.records import folded_office
from service.accounts.permissions import EVERYWHERE, TABLE
from service.accounts.tables import MEMBERSHIPS, PEOPLE

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from service.accounts.acts import Act


def anyone_may(connection: Connection, act: Act, office: str) -> bool:
    """Whether an active person's role lets her do an act in an office, as printed."""
    query = (
        select(MEMBERSHIPS.c.person)
        .join(PEOPLE, PEOPLE.c.id == MEMBERSHIPS.c.person)
        .where(
            PEOPLE.c.active,
            MEMBERSHIPS.c.role.in_([each.value for each in TABLE[act]]),
            MEMBERSHIPS.c.office_folded.in_([EVERYWHERE, folded_office(office)]),
        )
        .limit(1)
    )
    return connection.scalar(query) is not None
