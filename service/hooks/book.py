"""The book of webhooks: who is told, what is to be told, and how each telling went."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import and_, exists, insert, or_, select, update

from archive.records import folded_office
from service.accounts.permissions import EVERYWHERE
from service.hooks.errors import HookUnknown
from service.hooks.tables import DELIVERIES, HOOKS
from workers.job import UNFINISHED
from workers.job_table import JOBS, job_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from sqlalchemy import Connection, Row

    from workers.job import Job

PAUSES: Final = (10, 60, 300, 1800, 7200, 21600, 43200)
"""Seconds before the second and each later attempt: about a day and a half in all."""
_AT_ONCE: Final = 200
TEST: Final = "test"
"""Event of a telling that was only asked for to see whether it arrives."""


@dataclass(frozen=True, slots=True)
class Hook:
    """A program that is told."""

    id: str
    url: str
    secret: str
    office: str
    """As printed; ``*`` for all offices."""
    created_at: datetime


@dataclass(frozen=True, slots=True)
class Delivery:
    """One telling."""

    id: str
    hook: str
    event: str
    job: str
    body: str
    created_at: datetime
    due_at: datetime | None
    """When the next attempt is made; None when it is over."""
    attempts: int
    status: int | None
    """HTTP status of the last attempt; None where there was no answer."""
    error: str | None
    delivered_at: datetime | None


def add_hook(connection: Connection, hook: Hook) -> None:
    """Enter a webhook; it is told what happens from now on."""
    connection.execute(
        insert(HOOKS).values(
            id=hook.id,
            url=hook.url,
            secret=hook.secret,
            office=hook.office,
            office_folded=folded_office(hook.office),
            created_at=hook.created_at,
        )
    )


def hooks(connection: Connection) -> list[Hook]:
    """All that are told, oldest first."""
    query = select(HOOKS).where(HOOKS.c.removed_at.is_(None)).order_by(HOOKS.c.created_at)
    return [_hook(row) for row in connection.execute(query)]


def hook_of(connection: Connection, name: str) -> Hook:
    """One webhook; HookUnknown where there is none, or not any more."""
    query = select(HOOKS).where(HOOKS.c.id == name, HOOKS.c.removed_at.is_(None))
    row = connection.execute(query).first()
    if row is None:
        raise HookUnknown(name)
    return _hook(row)


def remove_hook(connection: Connection, hook: Hook, *, now: datetime) -> None:
    """Tell it no more, also not what was due; what was told stays in the log."""
    connection.execute(update(HOOKS).where(HOOKS.c.id == hook.id).values(removed_at=now))
    connection.execute(update(DELIVERIES).where(DELIVERIES.c.hook == hook.id).values(due_at=None))


def deliveries(connection: Connection, hook: Hook, *, limit: int = 100) -> list[Delivery]:
    """What a webhook was told, the latest first."""
    query = select(DELIVERIES).where(DELIVERIES.c.hook == hook.id)
    latest = query.order_by(DELIVERIES.c.created_at.desc(), DELIVERIES.c.id).limit(limit)
    return [_delivery(row) for row in connection.execute(latest)]


def write_due(
    connection: Connection, *, now: datetime, new_name: Callable[[], str], since: timedelta
) -> int:
    """Write down what is to be told: each ended job to each webhook of its office, once."""
    told = exists().where(
        DELIVERIES.c.hook == HOOKS.c.id,
        DELIVERIES.c.job == JOBS.c.id,
        DELIVERIES.c.event == JOBS.c.state,
    )
    concerned = or_(
        HOOKS.c.office_folded == EVERYWHERE, HOOKS.c.office_folded == JOBS.c.office_folded
    )
    query = (
        select(JOBS, HOOKS.c.id.label("to_hook"))
        .join(HOOKS, concerned)
        .where(
            HOOKS.c.removed_at.is_(None),
            JOBS.c.state.not_in(list(UNFINISHED)),
            JOBS.c.finished_at >= now - since,
            JOBS.c.finished_at >= HOOKS.c.created_at,
            ~told,
        )
        .limit(_AT_ONCE)
    )
    rows = [
        {
            "id": new_name(),
            "hook": row["to_hook"],
            "event": row["state"],
            "job": row["id"],
            "body": json.dumps(_told(job_of(row)), ensure_ascii=False),
            "created_at": now,
            "due_at": now,
            "attempts": 0,
        }
        for row in connection.execute(query).mappings()
    ]
    if rows:
        connection.execute(insert(DELIVERIES), rows)
    return len(rows)


def write_test(connection: Connection, hook: Hook, *, name: str, now: datetime) -> None:
    """Write down a telling of nothing, by which a program shows that it listens."""
    told = {"event": TEST, "office": hook.office, "at": now.isoformat()}
    connection.execute(
        insert(DELIVERIES).values(
            id=name,
            hook=hook.id,
            event=TEST,
            job=name,  # of no job; its own name keeps it apart from the others
            body=json.dumps(told, ensure_ascii=False),
            created_at=now,
            due_at=now,
            attempts=0,
        )
    )


def take_due(
    connection: Connection, *, now: datetime, hold: timedelta, limit: int = 20
) -> list[tuple[Delivery, Hook]]:
    """Deliveries whose time has come; held for a while, so that no other courier takes them."""
    query = select(DELIVERIES).where(DELIVERIES.c.due_at <= now)
    taken = []
    for row in connection.execute(query.order_by(DELIVERIES.c.due_at).limit(limit)).all():
        still = and_(DELIVERIES.c.id == row.id, DELIVERIES.c.due_at == row.due_at)
        held = update(DELIVERIES).where(still).values(due_at=now + hold)
        if connection.execute(held).rowcount:
            taken.append((_delivery(row), hook_of(connection, row.hook)))
    return taken


def note_attempt(
    connection: Connection,
    delivery: Delivery,
    *,
    status: int | None,
    error: str | None,
    now: datetime,
) -> None:
    """Write down how an attempt went, and when the next one is made."""
    pause = PAUSES[delivery.attempts] if delivery.attempts < len(PAUSES) else None
    later = None if error is None or pause is None else now + timedelta(seconds=pause)
    connection.execute(
        update(DELIVERIES)
        .where(DELIVERIES.c.id == delivery.id, DELIVERIES.c.due_at.is_not(None))
        .values(
            attempts=delivery.attempts + 1,
            status=status,
            error=error,
            due_at=later,
            delivered_at=now if error is None else None,
        )
    )


def _told(job: Job) -> dict[str, Any]:
    """What a program learns; it asks the API for more, with its own rights."""
    return {
        "event": f"job.{job.state}",
        "job": job.id,
        "batch": job.batch,
        "kind": job.kind,
        "office": job.office,
        "document": job.document,
        "version": job.version,
        "number": job.number,
        "finished_at": None if job.finished_at is None else job.finished_at.isoformat(),
        "error": job.error,
    }


def _hook(row: Row[tuple[object, ...]]) -> Hook:
    return Hook(row.id, row.url, row.secret, row.office, row.created_at)


def _delivery(row: Row[tuple[object, ...]]) -> Delivery:
    return Delivery(**{name: getattr(row, name) for name in Delivery.__slots__})
