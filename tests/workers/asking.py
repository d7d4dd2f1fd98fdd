"""Jobs and ledgers as the tests of the workers ask for them."""

from __future__ import annotations

import hashlib
import json
from datetime import UTC, datetime
from pathlib import Path

from archive.database import Database
from workers.jobs import Job, Jobs, Recipe
from workers.owners import Owner

MONDAY = datetime(2026, 1, 5, 8, 0, tzinfo=UTC)
ANNA = Owner(host="machine-of-anna", pid=100, started=1.0)
BUDI = Owner(host="machine-of-budi", pid=200, started=2.0)


def a_job(job_id: str = "j1", *, recipe: Recipe = Recipe.KONSEP, **known: object) -> Job:
    """A job as the service would write it."""
    data = json.dumps(known.pop("data", {}))
    return Job(
        id=job_id,
        recipe=recipe,
        kind=str(known.pop("kind", "sop")),
        data=data,
        data_digest=hashlib.sha256(data.encode()).hexdigest(),
        actor_name="Sari",
        asked_at=MONDAY,
        **known,  # type: ignore[arg-type]
    )


def a_database(folder: Path) -> Database:
    """A fresh one with all tables."""
    database = Database(f"sqlite:///{folder / 'db.sqlite3'}")
    database.create_all()
    return database


def ask(database: Database, *jobs: Job) -> Jobs:
    """The ledger, with these jobs in it."""
    ledger = Jobs(database)
    with database.transaction() as connection:
        for job in jobs:
            ledger.add(connection, job)
    return ledger
