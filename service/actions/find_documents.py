"""Find documents of the archive by what they say, kind, year, office and state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from archive.index.search import Order, Search

if TYPE_CHECKING:
    from archive.index.search import Page
    from service.app import House


def find_documents(
    *,
    text: str | None,
    kind: str | None,
    year: int | None,
    office: str | None,
    state: str | None,
    best_first: bool,
    limit: int,
    house: House,
) -> Page:
    """What the index knows, the newest or the best first; every criterion narrows."""
    wanted = Search(text=text, kind=kind, year=year, office=office, state=state)
    order = Order.FITTING if best_first else Order.NEWEST
    return house.archive.search(wanted, order=order, limit=limit)
