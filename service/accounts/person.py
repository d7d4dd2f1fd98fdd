"""A person who asks, and what they are to which office."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from service.accounts.acts import Act, Role


@dataclass(frozen=True, slots=True, order=True)
class Membership:
    """One role in one office."""

    role: Role
    office: str
    """The office as its documents print it; ``*`` for all offices."""


@dataclass(frozen=True, slots=True)
class Person:
    """Someone with an account."""

    id: str
    """Twelve characters of the archive's alphabet."""
    login: str
    """What is typed to sign in; unique without regard to case."""
    name: str
    """As it is shown."""
    active: bool
    created_at: datetime
    memberships: tuple[Membership, ...] = ()
    """Sorted; nobody has rights outside of them."""
    password_until: datetime | None = None
    """When her one-time password ends, which she must change first; None for one of her own."""
    scopes: frozenset[Act] | None = None
    """The acts that a token was given; None for the person herself."""

    @property
    def signature(self) -> str:
        """The name under which ledger and trail know the person: readable, and no one else's."""
        return f"{self.name} ({self.login})"
