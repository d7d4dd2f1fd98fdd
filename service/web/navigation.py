"""Where a person can go: links that modules offer, shown to those who may do their act."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from service.accounts.permissions import may, may_somewhere

if TYPE_CHECKING:
    from collections.abc import Iterable

    from service.accounts.acts import Act
    from service.accounts.person import Person


@dataclass(frozen=True, slots=True, order=True)
class Link:
    """A way to a page."""

    order: int
    """Small comes first: 10 work, 50 look things up, 90 keep the installation."""
    label: str
    href: str
    act: Act
    """Who may do it sees the link."""
    hint: str = ""
    """One sentence for the first page."""
    whole: bool = False
    """True where the act must be hers in all offices."""


def links_for(person: Person, links: Iterable[Link]) -> list[Link]:
    """Those that lead somewhere for this person."""
    return [
        each
        for each in links
        if (may(person, each.act, None) if each.whole else may_somewhere(person, each.act))
    ]
