"""List what is due by the schedules of retention; a proposal, nothing is destroyed or moved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from archive.index.due import DueSearch

if TYPE_CHECKING:
    from datetime import date

    from archive.index.catalogue import Entry
    from archive.index.due import Stage
    from service.app import House

MOST = 500
"""Lines of one list; whoever has more, works it off first."""


def list_due(
    stage: Stage,
    *,
    on: date,
    house: House,
    within: frozenset[str] | None = None,
    guarded: tuple[tuple[str, frozenset[str]], ...] = (),
) -> list[Entry]:
    """What is due by a day, the longest overdue first."""
    return house.archive.due(DueSearch(stage, on, within, guarded), limit=MOST)
