"""Batches: jobs that were asked together, counted by state in one query, listed without data."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import case, func, select

from workers.job import UNFINISHED, JobState
from workers.job_table import JOBS

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from sqlalchemy import ColumnElement, Row, Select

    from archive.database import Database


@dataclass(frozen=True, slots=True)
class Batch:
    """Jobs that were asked together, as far as somebody may see them."""

    name: str
    kind: str
    """Of its jobs; of one of them where there are several kinds."""
    kinds: int
    """How many kinds there are."""
    asked_by: str
    asked_at: datetime
    """When the first was asked."""
    states: Mapping[JobState, int]
    """Every state is told."""

    @property
    def total(self) -> int:
        """All jobs."""
        return sum(self.states.values())

    @property
    def finished(self) -> int:
        """Jobs that no worker will touch any more."""
        return self.total - sum(self.states[each] for each in UNFINISHED)


@dataclass(frozen=True, slots=True)
class BatchMark:
    """Where a page ended."""

    asked_at: datetime
    batch: str


@dataclass(frozen=True, slots=True)
class JobLine:
    """A job as a list shows it, without its data."""

    id: str
    kind: str
    state: JobState
    stage: str | None
    number: str | None
    office: str | None
    document: str | None
    version: int | None
    error: str | None
    notes: tuple[str, ...]
    data_digest: str


_LINE: Final = tuple(JobLine.__dataclass_fields__)


def list_batches(
    database: Database,
    *,
    within: frozenset[str] | None,
    after: BatchMark | None = None,
    limit: int = 20,
) -> tuple[list[Batch], BatchMark | None]:
    """A page of batches, the latest first, and where the next begins.

    Args:
        database: with the ledger.
        within: folded names of the offices whose jobs count; None for all.
        after: where the page before ended.
        limit: batches of a page.
    """
    begun = func.min(JOBS.c.asked_at)
    query = _counted(within).order_by(begun.desc(), JOBS.c.batch.desc()).limit(limit + 1)
    if after is not None:
        earlier = begun < after.asked_at
        same = (begun == after.asked_at) & (JOBS.c.batch < after.batch)
        query = query.having(earlier | same)
    with database.reading() as connection:
        found = [_batch(row) for row in connection.execute(query)]
    page = found[:limit]
    more = len(found) > limit
    return page, BatchMark(page[-1].asked_at, page[-1].name) if more else None


def find_batch(database: Database, name: str, *, within: frozenset[str] | None) -> Batch | None:
    """One batch; None where there is none, or none that may be seen."""
    query = _counted(within).where(JOBS.c.batch == name)
    with database.reading() as connection:
        row = connection.execute(query).first()
    return None if row is None else _batch(row)


def list_lines(
    database: Database,
    name: str,
    *,
    within: frozenset[str] | None,
    state: JobState | None = None,
    after: str = "",
    limit: int | None = 50,
) -> tuple[list[JobLine], str]:
    """A page of the jobs of a batch, and the id behind which the next begins; empty at the end."""
    query = (
        select(*(JOBS.c[each] for each in _LINE))
        .where(*_seen(within), JOBS.c.batch == name, JOBS.c.id > after)
        .order_by(JOBS.c.id)
    )
    if state is not None:
        query = query.where(JOBS.c.state == state.value)
    if limit is not None:
        query = query.limit(limit + 1)
    with database.reading() as connection:
        found = [_line(row) for row in connection.execute(query)]
    page = found[:limit]
    return page, page[-1].id if len(page) < len(found) else ""


def _counted(within: frozenset[str] | None) -> Select[Any]:
    states = (func.sum(case((JOBS.c.state == each.value, 1), else_=0)) for each in JobState)
    return (
        select(
            JOBS.c.batch,
            func.min(JOBS.c.kind),
            func.count(JOBS.c.kind.distinct()),
            func.min(JOBS.c.actor_name),
            func.min(JOBS.c.asked_at),
            *states,
        )
        .where(*_seen(within), JOBS.c.batch.is_not(None))
        .group_by(JOBS.c.batch)
    )


def _seen(within: frozenset[str] | None) -> list[ColumnElement[bool]]:
    return [] if within is None else [JOBS.c.office_folded.in_(sorted(within))]


def _batch(row: Row[Any]) -> Batch:
    name, kind, kinds, actor, asked_at, *counted = tuple(row)
    states = {state: int(many) for state, many in zip(JobState, counted, strict=True)}
    return Batch(name, kind, kinds, actor, asked_at, states)


def _line(row: Row[Any]) -> JobLine:
    plain = dict(row._mapping)  # noqa: SLF001 - the documented way to a row's names
    plain["state"] = JobState(plain["state"])
    plain["notes"] = tuple(json.loads(plain["notes"]))
    return JobLine(**plain)
