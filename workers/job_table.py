"""The table of the job ledger, and how a row reads as a Job."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from sqlalchemy import (
    Column,
    Float,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from archive.database import METADATA, UtcTime
from archive.records import folded_office
from workers.job import Job, JobState, Recipe

if TYPE_CHECKING:
    from typing import Any

    from sqlalchemy import RowMapping

JOBS: Final = Table(
    "jobs",
    METADATA,
    Column("id", String(36), primary_key=True),
    Column("recipe", String(12), nullable=False),
    Column("kind", String(60), nullable=False),
    Column("data", Text, nullable=False),
    Column("data_digest", String(64), nullable=False),
    Column("document", String(12)),
    Column("number", Text),
    Column("code", Text),
    Column("verify_url", Text),
    Column("actor_name", Text, nullable=False),
    Column("actor_address", Text, nullable=False),
    Column("key", String(200)),
    Column("state", String(12), nullable=False),
    Column("stage", String(12)),
    Column("attempts", Integer, nullable=False),
    Column("error_code", String(60)),
    Column("error", Text),
    Column("notes", Text, nullable=False),
    Column("version", Integer),
    Column("pages", Integer),
    Column("asked_at", UtcTime, nullable=False),
    Column("finished_at", UtcTime, index=True),
    Column("office", Text),
    Column("office_folded", Text, index=True, comment="for comparing"),
    Column("batch", String(36), index=True),
    Column("template", String(64), comment="digest of the office's form"),
    # What follows is how the ledger keeps order among workers; a Job does not show it.
    Column("due_at", UtcTime, nullable=False),
    Column("woken_at", UtcTime),
    Column("owner", Text),
    Column("lease_until", UtcTime),
    Column("checkpoints", Text, nullable=False),
    Column("seconds", Float, nullable=False),
    UniqueConstraint("actor_name", "key", name="uq_jobs_actor_name_key"),
    Index("ix_jobs_state", "state", "asked_at"),
)
"""``due_at``: not to be tried before; ``woken_at``: when a message was last sent;
``checkpoints``: JSON, stage → facts; ``seconds``: work spent on it in all attempts."""


def job_of(row: RowMapping) -> Job:
    """The job that a row tells of."""
    return Job(
        id=row["id"],
        recipe=Recipe(row["recipe"]),
        kind=row["kind"],
        data=row["data"],
        data_digest=row["data_digest"],
        document=row["document"],
        number=row["number"],
        code=row["code"],
        verify_url=row["verify_url"],
        actor_name=row["actor_name"],
        actor_address=row["actor_address"],
        key=row["key"],
        state=JobState(row["state"]),
        stage=row["stage"],
        attempts=row["attempts"],
        error_code=row["error_code"],
        error=row["error"],
        notes=tuple(json.loads(row["notes"])),
        version=row["version"],
        pages=row["pages"],
        asked_at=row["asked_at"],
        finished_at=row["finished_at"],
        office=row["office"],
        batch=row["batch"],
        template=row["template"],
    )


def row_of(job: Job) -> dict[str, Any]:
    """The row of a job that was just asked."""
    return {
        **{name: getattr(job, name) for name in _SHOWN},
        "recipe": job.recipe.value,
        "state": job.state.value,
        "notes": json.dumps(list(job.notes), ensure_ascii=False),
        "office_folded": None if job.office is None else folded_office(job.office),
        "due_at": job.asked_at,
        "checkpoints": "{}",
        "seconds": 0.0,
    }


_SHOWN: Final = tuple(Job.__dataclass_fields__)
