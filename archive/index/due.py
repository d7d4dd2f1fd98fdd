"""Which documents have come to the end of a stage of their retention."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from sqlalchemy import select

from archive.index.catalogue import entry_of
from archive.index.kept import visible
from archive.index.tables import DOCUMENTS

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy import Connection

    from archive.index.catalogue import Entry


class Stage(StrEnum):
    """What is due."""

    MOVE = "pindah"
    """The active years are over, the inactive ones are not: it belongs into the record centre."""
    FATE = "nasib"
    """All years are over: to be destroyed, kept for good, or weighed again, by an act of people."""


@dataclass(frozen=True, slots=True)
class DueSearch:
    """What is looked for."""

    stage: Stage
    on: date
    """The day by which it is due."""
    within: frozenset[str] | None = None
    """Folded names of the offices that may be seen; None for all."""
    guarded: tuple[tuple[str, frozenset[str]], ...] = ()
    """As in ``Search``."""


def due_entries(connection: Connection, wanted: DueSearch, *, limit: int) -> list[Entry]:
    """What is due, the longest overdue first."""
    day, ends = wanted.on.isoformat(), DOCUMENTS.c.due_after
    query = select(DOCUMENTS).where(*visible(wanted.within, wanted.guarded))
    if wanted.stage is Stage.FATE:
        query = query.where(ends < day).order_by(ends)
    else:
        moved = DOCUMENTS.c.active_until
        query = query.where(moved < day, ends >= day).order_by(moved)
    rows = connection.execute(query.order_by(DOCUMENTS.c.document).limit(limit))
    return [entry_of(row) for row in rows]
