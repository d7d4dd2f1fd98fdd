"""Who is away at the identity provider, and who is known there as whom: rows and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from sqlalchemy import delete, func, insert, select
from sqlalchemy.exc import IntegrityError

from service.accounts.errors import IdentityTaken, IdentityUnknown, InvitationOver, SignInLocked
from service.accounts.people import person_of
from service.accounts.secret import digest
from service.accounts.tables import IDENTITIES, INVITATIONS, SIGN_ONS

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection

    from service.accounts.claims import Claims
    from service.accounts.person import Person

AWAY: Final = timedelta(minutes=10)
"""Whoever comes back later begins again."""
PER_ADDRESS: Final = 300
"""Of so many who are away at once; a whole office may sit behind one address."""
INVITED: Final = timedelta(days=7)
"""An invitation that nobody used ends."""


@dataclass(frozen=True, slots=True)
class Away:
    """One who was sent to the provider."""

    nonce: str
    verifier: str
    goal: str
    """Where to go afterwards."""
    invitation: str | None
    """Digest of the word of an invitation that she brought."""


@dataclass(frozen=True, slots=True)
class Identity:
    """A person as a provider knows her."""

    issuer: str
    subject: str
    shown: str
    linked_at: datetime


def send_away(
    connection: Connection, away: Away, *, state: str, door: str, address: str, now: datetime
) -> None:
    """Remember someone until she comes back in the same browser.

    Raises:
        SignInLocked: too many are away from this address.
    """
    connection.execute(delete(SIGN_ONS).where(SIGN_ONS.c.begun_at <= now - AWAY))
    from_there = select(func.count()).select_from(SIGN_ONS).where(SIGN_ONS.c.address == address)
    if (connection.scalar(from_there) or 0) >= PER_ADDRESS:
        raise SignInLocked(int(AWAY.total_seconds()))
    connection.execute(
        insert(SIGN_ONS).values(
            state=digest(state),
            door=digest(door),
            nonce=away.nonce,
            verifier=away.verifier,
            goal=away.goal,
            invitation=away.invitation,
            address=address,
            begun_at=now,
        )
    )


def take_back(connection: Connection, *, state: str, door: str, now: datetime) -> Away | None:
    """Who left with this state from this browser; taken once, None for everyone else."""
    hers = (SIGN_ONS.c.state == digest(state)) & (SIGN_ONS.c.door == digest(door))
    row = connection.execute(select(SIGN_ONS).where(hers)).first()
    if row is None or connection.execute(delete(SIGN_ONS).where(hers)).rowcount != 1:
        return None
    if now - row.begun_at >= AWAY:
        return None
    return Away(row.nonce, row.verifier, row.goal, row.invitation)


def linked_person(connection: Connection, claims: Claims) -> Person | None:
    """Who this is here; None where nobody is linked yet."""
    there = (IDENTITIES.c.issuer == claims.issuer) & (IDENTITIES.c.subject == claims.subject)
    found = connection.scalar(select(IDENTITIES.c.person).where(there))
    return None if found is None else person_of(connection, found)


def link(connection: Connection, person: Person, claims: Claims, *, now: datetime) -> None:
    """From now on she is this person.

    Raises:
        IdentityTaken: she is somebody already.
    """
    try:
        connection.execute(
            insert(IDENTITIES).values(
                issuer=claims.issuer,
                subject=claims.subject,
                person=person.id,
                shown=claims.shown,
                linked_at=now,
            )
        )
    except IntegrityError as error:
        raise IdentityTaken from error


def identities_of(connection: Connection, person: Person) -> list[Identity]:
    """As whom a person is known elsewhere, oldest first."""
    query = select(IDENTITIES).where(IDENTITIES.c.person == person.id)
    return [
        Identity(row.issuer, row.subject, row.shown, row.linked_at)
        for row in connection.execute(query.order_by(IDENTITIES.c.linked_at, IDENTITIES.c.subject))
    ]


def unlink(connection: Connection, person: Person, *, issuer: str, subject: str) -> None:
    """She is this person no more.

    Raises:
        IdentityUnknown: she never was.
    """
    hers = (
        (IDENTITIES.c.person == person.id)
        & (IDENTITIES.c.issuer == issuer)
        & (IDENTITIES.c.subject == subject)
    )
    if connection.execute(delete(IDENTITIES).where(hers)).rowcount == 0:
        raise IdentityUnknown


def invite(connection: Connection, person: Person, *, word: str, now: datetime) -> None:
    """Let whoever brings this word become the person; an earlier word ends."""
    connection.execute(delete(INVITATIONS).where(INVITATIONS.c.person == person.id))
    connection.execute(
        insert(INVITATIONS).values(person=person.id, digest=digest(word), made_at=now)
    )


def accept_invitation(connection: Connection, word_digest: str, *, now: datetime) -> Person:
    """Whose invitation this is; it ends here.

    Raises:
        InvitationOver: it was used, replaced, or is too old.
    """
    this = INVITATIONS.c.digest == word_digest
    row = connection.execute(select(INVITATIONS).where(this)).first()
    if row is None or connection.execute(delete(INVITATIONS).where(this)).rowcount != 1:
        raise InvitationOver
    if now - row.made_at >= INVITED:
        raise InvitationOver
    return person_of(connection, row.person)
