"""Manage one's own API tokens: make, list, revoke."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from archive.audit.events import PersonChanged
from archive.audit.trail import note
from service.accounts import tokens
from service.accounts.secret import TOKEN_PREFIX, fresh

if TYPE_CHECKING:
    from collections.abc import Sequence

    from service.accounts.person import Person
    from service.accounts.tokens import Token
    from service.app import House


@dataclass(frozen=True, slots=True)
class MadeToken:
    """A token just made."""

    token: Token
    secret: str
    """Shown this once, never again."""


def make_token(
    person: Person, *, label: str, scopes: Sequence[str], days: int, house: House
) -> MadeToken:
    """Make a token that may do these acts, as far as its person may, for so many days.

    Raises:
        ScopeUnknown, NameUnusable: a value that cannot be right.
        NotAllowed: the person came with a token that reaches less far.
    """
    secret = TOKEN_PREFIX + fresh()
    with house.database.transaction() as connection:
        token = tokens.make_token(
            connection,
            person,
            token_id=house.new_name(),
            secret=secret,
            label=label,
            scopes=scopes,
            days=days,
            now=house.clock(),
        )
        what = PersonChanged(person.signature, f"token “{label}” dibuat")
        note(connection, what, document=None, actor=house.actor, now=house.clock())
    return MadeToken(token, secret)


def list_tokens(person: Person, *, house: House) -> list[Token]:
    """All tokens of a person, newest first."""
    with house.database.reading() as connection:
        return tokens.tokens_of(connection, person)


def revoke_token(person: Person, token_id: str, *, house: House) -> Token:
    """End a token at once; safe twice.

    Raises:
        TokenUnknown: the person has no such token.
    """
    with house.database.transaction() as connection:
        token = tokens.revoke_token(connection, person, token_id, now=house.clock())
        what = PersonChanged(person.signature, f"token “{token.label}” dicabut")
        note(connection, what, document=None, actor=house.actor, now=house.clock())
    return token
