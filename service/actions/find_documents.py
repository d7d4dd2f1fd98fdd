"""Find documents of the archive by words, kind, year and office."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from archive.index.catalogue import Entry
    from service.app import House


def find_documents(
    *,
    text: str | None,
    kind: str | None,
    year: int | None,
    office: str | None,
    state: str | None,
    limit: int,
    house: House,
) -> list[Entry]:
    """What the index knows, the newest first; every criterion narrows."""
    return house.archive.find(
        text=text, kind=kind, year=year, office=office, state=state, limit=limit
    )
