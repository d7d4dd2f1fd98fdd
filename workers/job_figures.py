"""What the ledger tells of itself in figures: how many jobs, how long they wait and take."""

from __future__ import annotations

import json
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING, Final

from sqlalchemy import func, select

from workers.job import JobState
from workers.job_table import JOBS

if TYPE_CHECKING:
    from datetime import datetime, timedelta

    from archive.database import Database
    from workers.job import Job

_MOST: Final = 5000
"""Jobs that are looked at for the times; more would tell the same."""
_LATELY: Final = 25
ENGINE_TROUBLE: Final = frozenset({"EngineDied", "EngineTimedOut", "EngineMissing"})
"""Names of errors that the layout engine causes; as jobs keep them."""


@dataclass(frozen=True, slots=True)
class Figures:
    """The ledger at one moment; all times in seconds."""

    states: dict[str, int]
    """Name of each state → jobs in it."""
    oldest_seconds: float
    """How long the oldest job that no worker has taken is waiting; 0 where none waits."""
    waits: list[float]
    """Of each job that ended lately: from asking to its end, without the work itself."""
    conversions: list[float]
    """Of each: the layout."""
    work: list[float]
    """Of each: all stages in all attempts."""
    engine_trouble: int
    """Unfinished jobs whose last attempt failed at the layout engine."""


def figures_of(database: Database, *, now: datetime, recent: timedelta) -> Figures:
    """Look at the ledger once."""
    asked = JOBS.c.state == JobState.ASKED.value
    ended = (
        select(JOBS.c.asked_at, JOBS.c.finished_at, JOBS.c.seconds, JOBS.c.checkpoints)
        .where(JOBS.c.finished_at >= now - recent)
        .order_by(JOBS.c.finished_at.desc())
        .limit(_MOST)
    )
    trouble = select(func.count()).where(asked, JOBS.c.error_code.in_(sorted(ENGINE_TROUBLE)))
    with database.reading() as connection:
        counted = connection.execute(select(JOBS.c.state, func.count()).group_by(JOBS.c.state))
        states = {each.value: 0 for each in JobState}
        states.update((state, many) for state, many in counted)
        oldest = connection.scalar(select(func.min(JOBS.c.asked_at)).where(asked))
        rows = connection.execute(ended).all()
        engine_trouble = connection.scalar(trouble) or 0
    return Figures(
        states=states,
        oldest_seconds=0.0 if oldest is None else max(0.0, (now - oldest).total_seconds()),
        waits=[
            max(0.0, (row.finished_at - row.asked_at).total_seconds() - row.seconds) for row in rows
        ],
        conversions=[
            float(noted["seconds"])
            for row in rows
            if "seconds" in (noted := json.loads(row.checkpoints).get("convert", {}))
        ],
        work=[row.seconds for row in rows],
        engine_trouble=engine_trouble,
    )


@dataclass(frozen=True, slots=True)
class Queue:
    """What somebody who waits wants to know."""

    ahead: int
    """Jobs that were asked before and that no worker has taken up."""
    usual_seconds: float | None
    """Median of the work on the last documents of the kind; None where there were none."""


def queue_of(database: Database, job: Job) -> Queue:
    """How many come before a job, and how long the work on such a document usually takes."""
    asked = JOBS.c.state == JobState.ASKED.value
    before = select(func.count()).where(asked, JOBS.c.asked_at < job.asked_at)
    done = (JobState.FILED.value, JobState.PRINTED.value)
    lately = (
        select(JOBS.c.seconds)
        .where(
            JOBS.c.kind == job.kind,
            JOBS.c.recipe == job.recipe.value,
            JOBS.c.state.in_(done),
            JOBS.c.finished_at.is_not(None),
        )
        .order_by(JOBS.c.finished_at.desc())
        .limit(_LATELY)
    )
    with database.reading() as connection:
        ahead = connection.scalar(before) or 0
        seconds = list(connection.scalars(lately))
    return Queue(ahead, median(seconds) if seconds else None)
