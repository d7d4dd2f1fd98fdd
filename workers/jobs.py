"""The job ledger: the truth about every job; a message in the queue only wakes a worker.

Each change is one guarded statement: it names the state and the owner that it expects, and
does nothing where another worker came first. A finished job never changes, except that a
rejected one may be asked again.
"""

from __future__ import annotations

import json
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import and_, func, insert, or_, select, update
from sqlalchemy.exc import IntegrityError

from workers.errors import JobUnknown, KeyTaken, LeaseLost, NotAskable, NotCancellable
from workers.job import UNFINISHED, Job, JobState, Recipe
from workers.job_table import JOBS, job_of, row_of
from workers.owners import Owner, is_dead

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import datetime

    from sqlalchemy import ColumnElement, Connection

    from archive.database import Database

__all__ = ["JOBS", "Job", "JobState", "Jobs", "Recipe"]

_FREE: Final[dict[str, Any]] = {"owner": None, "lease_until": None}


class Jobs:
    """The ledger, as the service, the workers and the sweeper hold it."""

    def __init__(self, database: Database) -> None:
        """Keep the jobs in this database, beside the numbers they were given."""
        self._database = database

    # What the service does: ask, look, ask again. These outlive a power cut. What workers note
    # need not: the work would be done again, and filing knows what it has filed.

    def add(self, connection: Connection, job: Job) -> None:
        """Write a new job down, in the transaction that gives it its number.

        Raises:
            KeyTaken: the same actor asked under this key before.
        """
        if job.key is not None and self.find_key(connection, job.actor_name, job.key):
            raise KeyTaken(job.actor_name, job.key)
        try:
            connection.execute(insert(JOBS).values(row_of(job)))
        except IntegrityError as error:
            raise KeyTaken(job.actor_name, job.key or job.id) from error

    def find_key(self, connection: Connection, actor_name: str, key: str) -> Job | None:
        """The job that this actor asked under this key, if there is one."""
        asked = select(JOBS).where(JOBS.c.actor_name == actor_name, JOBS.c.key == key)
        row = connection.execute(asked).mappings().first()
        return job_of(row) if row else None

    def get(self, job_id: str) -> Job:
        """One job.

        Raises:
            JobUnknown: no job has this name.
        """
        with self._database.reading() as connection:
            row = connection.execute(select(JOBS).where(JOBS.c.id == job_id)).mappings().first()
        if row is None:
            raise JobUnknown(job_id)
        return job_of(row)

    def list(self, *, states: Collection[JobState] | None = None, limit: int = 50) -> list[Job]:
        """The latest jobs first, of all states or of these."""
        asked = select(JOBS).order_by(JOBS.c.asked_at.desc(), JOBS.c.id.desc()).limit(limit)
        if states is not None:
            asked = asked.where(JOBS.c.state.in_([each.value for each in states]))
        with self._database.reading() as connection:
            return [job_of(row) for row in connection.execute(asked).mappings()]

    def unfinished(self, ids: Collection[str] | None = None) -> int:
        """How many jobs are asked or being made, of all or of these."""
        counted = select(func.count()).where(JOBS.c.state.in_(UNFINISHED))
        if ids is not None:
            counted = counted.where(JOBS.c.id.in_(ids))
        with self._database.reading() as connection:
            return connection.scalar(counted) or 0

    def under_way(self, prefix: str) -> tuple[Job, ...]:
        """Jobs asked or being made whose key begins so, the latest first."""
        begun = and_(JOBS.c.key.startswith(prefix, autoescape=True), JOBS.c.state.in_(UNFINISHED))
        asked = select(JOBS).where(begun).order_by(JOBS.c.asked_at.desc(), JOBS.c.id.desc())
        with self._database.reading() as connection:
            return tuple(job_of(row) for row in connection.execute(asked).mappings())

    def ask_again(self, job_id: str, *, now: datetime, template: str | None) -> Job:
        """Ask a rejected job again from its first stage, under the number it was given.

        Args:
            job_id: of the job.
            now: UTC.
            template: digest of the office's form it is to be made with now: the one that it
                had may be why it was rejected. None for the kind's own.

        Raises:
            NotAskable: the job is not rejected.
        """
        afresh = {
            "state": JobState.ASKED.value,
            "due_at": now,
            "woken_at": None,
            "attempts": 0,
            "stage": None,
            "checkpoints": "{}",
            "error_code": None,
            "error": None,
            "finished_at": None,
            "template": template,
            **_FREE,
        }
        rejected = and_(JOBS.c.id == job_id, JOBS.c.state == JobState.REJECTED.value)
        if not self._change(rejected, afresh):
            raise NotAskable(job_id, self.get(job_id).state)
        return self.get(job_id)

    def cancel(self, connection: Connection, job_id: str, *, now: datetime) -> None:
        """Take back a job that no worker holds, in the transaction that voids its number.

        Raises:
            NotCancellable: a worker holds it, or it has ended.
        """
        waiting = and_(JOBS.c.id == job_id, JOBS.c.state == JobState.ASKED.value)
        ended = {"state": JobState.CANCELLED.value, "finished_at": now, **_FREE}
        if not connection.execute(update(JOBS).where(waiting).values(**ended)).rowcount:
            state = connection.scalar(select(JOBS.c.state).where(JOBS.c.id == job_id))
            raise JobUnknown(job_id) if state is None else NotCancellable(job_id, state)

    # What a worker does: take up, note progress, give back or finish.

    def claim(
        self, job_id: str, *, owner: Owner, now: datetime, lease_seconds: float
    ) -> Job | None:
        """Take a job up, or None where it is not to be had (now, or any more).

        Granted are jobs that are asked and due, and jobs whose owner is certainly dead, is this
        very process (which does one job at a time, so it had dropped it), or let its lease end.
        """
        with self._database.transaction(durable=False) as connection:
            holder = connection.scalar(select(JOBS.c.owner).where(JOBS.c.id == job_id))
            changed = connection.execute(
                update(JOBS)
                .where(JOBS.c.id == job_id, _to_be_had(holder, seeker=owner, now=now))
                .values(
                    state=JobState.MAKING.value,
                    owner=str(owner),
                    lease_until=now + timedelta(seconds=lease_seconds),
                    attempts=JOBS.c.attempts + 1,
                )
            )
        return self.get(job_id) if changed.rowcount else None

    def checkpoint(
        self,
        job_id: str,
        *,
        owner: Owner,
        stage: str,
        facts: Mapping[str, Any],
        now: datetime,
        lease_seconds: float,
    ) -> None:
        """Note that a stage is finished, with what a retry needs to know, and renew the lease."""
        seconds = float(facts.get("seconds", 0.0))
        with self._database.transaction(durable=False) as connection:
            text = connection.scalar(select(JOBS.c.checkpoints).where(JOBS.c.id == job_id))
            noted = json.loads(text or "{}") | {stage: dict(facts)}
            changed = connection.execute(
                update(JOBS)
                .where(_held(job_id, owner))
                .values(
                    stage=stage,
                    checkpoints=json.dumps(noted, ensure_ascii=False),
                    seconds=JOBS.c.seconds + seconds,
                    lease_until=now + timedelta(seconds=lease_seconds),
                )
            )
        if not changed.rowcount:
            raise LeaseLost(job_id, str(owner))

    def checkpoints(self, job_id: str) -> dict[str, dict[str, Any]]:
        """Stage → what was noted when it finished: digest of its file, facts, seconds."""
        with self._database.reading() as connection:
            text = connection.scalar(select(JOBS.c.checkpoints).where(JOBS.c.id == job_id))
        return dict(json.loads(text)) if text else {}

    def give_back(
        self, job_id: str, *, owner: Owner, error: Exception, sentence: str, due_at: datetime
    ) -> None:
        """End an attempt without result; the job waits until it is due again."""
        self._leave(
            job_id,
            owner,
            state=JobState.ASKED.value,
            due_at=due_at,
            woken_at=None,
            error_code=type(error).__name__,
            error=sentence,
        )

    def reject(
        self, job_id: str, *, owner: Owner, error: Exception, sentence: str, now: datetime
    ) -> None:
        """End the job without result; its number stays in the book."""
        self._leave(
            job_id,
            owner,
            state=JobState.REJECTED.value,
            error_code=type(error).__name__,
            error=sentence,
            finished_at=now,
        )

    def finish(
        self,
        job_id: str,
        *,
        owner: Owner,
        pages: int,
        notes: tuple[str, ...],
        version: int | None,
        now: datetime,
    ) -> None:
        """End the job with its result: filed where there is a version, printed where none."""
        self._leave(
            job_id,
            owner,
            state=(JobState.PRINTED if version is None else JobState.FILED).value,
            pages=pages,
            notes=json.dumps(list(notes), ensure_ascii=False),
            version=version,
            error_code=None,
            error=None,
            finished_at=now,
        )

    # What the sweeper does: find who sleeps, and note who was called.

    def unwoken(
        self, *, now: datetime, seen_from: Owner, wake_seconds: float, limit: int = 200
    ) -> tuple[str, ...]:
        """Ids of jobs that nobody works at, due, and not called for so long; the oldest first."""
        with self._database.reading() as connection:
            stalled = [
                job_id
                for job_id, holder, lease_until in connection.execute(_MADE)
                if lease_until <= now or is_dead(Owner.of(holder), seen_from=seen_from)
            ]
            called = func.coalesce(JOBS.c.woken_at, JOBS.c.due_at)
            asked = JOBS.c.state == JobState.ASKED.value
            # A job given back has no message under way: nobody called it since.
            given_back = and_(asked, JOBS.c.woken_at.is_(None), JOBS.c.attempts > 0)
            asleep = (
                select(JOBS.c.id)
                .where(
                    or_(asked, JOBS.c.id.in_(stalled)),
                    JOBS.c.due_at <= now,
                    or_(given_back, called <= now - timedelta(seconds=wake_seconds)),
                )
                .order_by(JOBS.c.asked_at, JOBS.c.id)
                .limit(limit)
            )
            return tuple(connection.scalars(asleep))

    def woken(self, job_ids: Collection[str], *, now: datetime) -> None:
        """Note that a message was sent for each of these."""
        self._change(JOBS.c.id.in_(job_ids), {"woken_at": now}, durable=False)

    # What a restored installation does: no worker of the old one works here.

    def release_all(self) -> None:
        """Let every job that was being made wait for a worker again, from its first stage."""
        afresh = {"state": JobState.ASKED.value, "stage": None, "checkpoints": "{}", **_FREE}
        self._change(JOBS.c.state == JobState.MAKING.value, {**afresh, "woken_at": None})

    def _leave(self, job_id: str, owner: Owner, **values: object) -> None:
        if not self._change(_held(job_id, owner), {**values, **_FREE}, durable=False):
            raise LeaseLost(job_id, str(owner))

    def _change(
        self, which: ColumnElement[bool], values: Mapping[str, Any], *, durable: bool = True
    ) -> int:
        with self._database.transaction(durable=durable) as connection:
            return connection.execute(update(JOBS).where(which).values(**values)).rowcount


_MADE: Final = select(JOBS.c.id, JOBS.c.owner, JOBS.c.lease_until).where(
    JOBS.c.state == JobState.MAKING.value
)


def _held(job_id: str, owner: Owner) -> ColumnElement[bool]:
    return and_(
        JOBS.c.id == job_id,
        JOBS.c.state == JobState.MAKING.value,
        JOBS.c.owner == str(owner),
    )


def _to_be_had(holder: str | None, *, seeker: Owner, now: datetime) -> ColumnElement[bool]:
    asked = and_(JOBS.c.state == JobState.ASKED.value, JOBS.c.due_at <= now)
    dropped = JOBS.c.lease_until <= now
    if holder is not None and (
        holder == str(seeker) or is_dead(Owner.of(holder), seen_from=seeker)
    ):
        # Named once more in the statement: the owner may have changed since we looked.
        dropped = or_(dropped, JOBS.c.owner == holder)
    return or_(asked, and_(JOBS.c.state == JobState.MAKING.value, dropped))
