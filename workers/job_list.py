"""Lists of jobs: by state, kind, office and batch, page by page, and how far a batch has come."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sqlalchemy import func, or_, select

from archive.records import folded_office
from workers.job import Job, JobState
from workers.job_table import JOBS, job_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sqlalchemy import ColumnElement, Connection

    from archive.database import Database


_CHUNK: Final = 500
"""Values of one question, fewer than any database takes."""


@dataclass(frozen=True, slots=True)
class JobSearch:
    """What is looked for; None leaves open."""

    state: JobState | None = None
    kind: str | None = None
    office: str | None = None
    """As printed."""
    batch: str | None = None
    template: str | None = None
    """Digest of an office's form."""
    within: frozenset[str] | None = None
    """Folded names of the offices that may be seen; None for all, also those without one."""


@dataclass(frozen=True, slots=True)
class JobMark:
    """Where a page ended."""

    asked_at: datetime
    job: str


def list_jobs(
    database: Database, wanted: JobSearch, *, after: JobMark | None = None, limit: int = 50
) -> tuple[list[Job], JobMark | None]:
    """A page of jobs, the latest first, and where the next begins."""
    query = (
        select(JOBS)
        .where(*_conditions(wanted))
        .order_by(JOBS.c.asked_at.desc(), JOBS.c.id.desc())
        .limit(limit + 1)
    )
    if after is not None:
        at, name = JOBS.c.asked_at, JOBS.c.id
        query = query.where(or_(at < after.asked_at, (at == after.asked_at) & (name < after.job)))
    with database.reading() as connection:
        found = [job_of(row) for row in connection.execute(query).mappings()]
    page = found[:limit]
    more = len(found) > limit
    return page, JobMark(page[-1].asked_at, page[-1].id) if more else None


def count_states(database: Database, wanted: JobSearch) -> dict[JobState, int]:
    """State → how many jobs are in it; every state is told."""
    query = select(JOBS.c.state, func.count()).where(*_conditions(wanted)).group_by(JOBS.c.state)
    with database.reading() as connection:
        counted = {JobState(state): many for state, many in connection.execute(query)}
    return {each: counted.get(each, 0) for each in JobState}


def offices_asking(connection: Connection, documents: Sequence[str]) -> dict[str, str]:
    """Document → the office, as printed, that asked for it; of those that the ledger knows."""
    found: dict[str, str] = {}
    for start in range(0, len(documents), _CHUNK):
        some = documents[start : start + _CHUNK]
        query = select(JOBS.c.document, JOBS.c.office).where(JOBS.c.document.in_(some))
        rows = connection.execute(query.where(JOBS.c.office.is_not(None)))
        found |= {row.document: row.office for row in rows}
    return found


def _conditions(wanted: JobSearch) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if wanted.state is not None:
        conditions.append(JOBS.c.state == wanted.state.value)
    if wanted.kind is not None:
        conditions.append(JOBS.c.kind == wanted.kind)
    if wanted.template is not None:
        conditions.append(JOBS.c.template == wanted.template)
    if wanted.batch is not None:
        conditions.append(JOBS.c.batch == wanted.batch)
    if wanted.office is not None:
        conditions.append(JOBS.c.office_folded == folded_office(wanted.office))
    if wanted.within is not None:
        conditions.append(JOBS.c.office_folded.in_(sorted(wanted.within)))
    return conditions
