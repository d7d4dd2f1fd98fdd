"""Lists of drafts: by state, kind, writer and words, page by page, without their data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import func, or_, select

from service.drafts.draft import DraftState
from service.drafts.tables import DRAFTS

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import ColumnElement

    from archive.database import Database


@dataclass(frozen=True, slots=True)
class DraftSearch:
    """What is looked for; None and empty leave open."""

    within: frozenset[str] | None
    """Folded names of the offices that may be seen; None for all."""
    states: tuple[DraftState, ...] = ()
    kind: str = ""
    writer: str = ""
    """Id of a person who wrote in it."""
    text: str = ""
    """Part of the title, in any case."""


@dataclass(frozen=True, slots=True)
class DraftLine:
    """A draft as a list shows it."""

    id: str
    kind: str
    office: str
    title: str
    state: DraftState
    revision: int
    changed_by: str
    changed_at: datetime
    job: str | None


@dataclass(frozen=True, slots=True)
class DraftMark:
    """Where a page ended."""

    changed_at: datetime
    draft: str


def list_drafts(
    database: Database, wanted: DraftSearch, *, after: DraftMark | None = None, limit: int = 50
) -> tuple[list[DraftLine], DraftMark | None]:
    """A page of drafts, the last changed first, and where the next begins."""
    query = (
        select(*(DRAFTS.c[name] for name in DraftLine.__slots__))
        .where(*_conditions(wanted))
        .order_by(DRAFTS.c.changed_at.desc(), DRAFTS.c.id.desc())
        .limit(limit + 1)
    )
    if after is not None:
        at, name = DRAFTS.c.changed_at, DRAFTS.c.id
        earlier = or_(at < after.changed_at, (at == after.changed_at) & (name < after.draft))
        query = query.where(earlier)
    with database.reading() as connection:
        rows = connection.execute(query).mappings()
        found = [DraftLine(**{**row, "state": DraftState(row["state"])}) for row in rows]
    shown = found[:limit]
    more = len(found) > limit
    return shown, DraftMark(shown[-1].changed_at, shown[-1].id) if more else None


def count_drafts(database: Database, wanted: DraftSearch) -> dict[DraftState, int]:
    """State → how many drafts are in it; every state is told."""
    query = (
        select(DRAFTS.c.state, func.count()).where(*_conditions(wanted)).group_by(DRAFTS.c.state)
    )
    with database.reading() as connection:
        counted = {DraftState(state): many for state, many in connection.execute(query)}
    return {each: counted.get(each, 0) for each in DraftState}


def _conditions(wanted: DraftSearch) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if wanted.within is not None:
        conditions.append(DRAFTS.c.office_folded.in_(sorted(wanted.within)))
    if wanted.states:
        conditions.append(DRAFTS.c.state.in_([each.value for each in wanted.states]))
    if wanted.kind:
        conditions.append(DRAFTS.c.kind == wanted.kind)
    if wanted.writer:
        # Ids stand between quotes in the list, so that none is found within another.
        conditions.append(DRAFTS.c.writers.contains(f'"{wanted.writer}"', autoescape=True))
    if wanted.text:
        title = func.lower(DRAFTS.c.title)
        conditions.append(title.contains(wanted.text.lower(), autoescape=True))
    return conditions
