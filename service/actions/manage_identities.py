"""Manage as whom a person is known at the identity provider: invite her, list, unlink."""

from __future__ import annotations

from typing import TYPE_CHECKING

from archive.audit.events import PersonChanged
from archive.audit.trail import note
from service.accounts import sign_ons
from service.accounts.secret import fresh
from service.accounts.sessions import end_all

if TYPE_CHECKING:
    from service.accounts.person import Person
    from service.accounts.sign_ons import Identity
    from service.app import House


def invite_person(person: Person, *, house: House) -> str:
    """A word that makes whoever brings it from the provider this person; shown this once."""
    word = fresh()
    with house.database.transaction() as connection:
        sign_ons.invite(connection, person, word=word, now=house.clock())
        what = PersonChanged(person.signature, "undangan penyedia identitas dibuat")
        note(connection, what, document=None, actor=house.actor, now=house.clock())
    return word


def list_identities(person: Person, *, house: House) -> list[Identity]:
    """As whom a person is known elsewhere."""
    with house.database.reading() as connection:
        return sign_ons.identities_of(connection, person)


def unlink_person(person: Person, *, issuer: str, subject: str, house: House) -> None:
    """Let an identity be this person no more, and end her sessions.

    Raises:
        IdentityUnknown: it never was.
    """
    with house.database.transaction() as connection:
        sign_ons.unlink(connection, person, issuer=issuer, subject=subject)
        end_all(connection, person)
        what = PersonChanged(person.signature, "kaitan penyedia identitas dilepas")
        note(connection, what, document=None, actor=house.actor, now=house.clock())
