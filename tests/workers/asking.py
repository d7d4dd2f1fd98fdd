"""Jobs, ledgers and installations as the tests of the workers ask for them."""

from __future__ import annotations

import hashlib
import json
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import rfc8785

from archive.archive import Archive
from archive.database import Database
from archive.records import ALPHABET, Actor, DocumentId
from doc_templates.registry import kinds
from workers.jobs import Job, Jobs, Recipe
from workers.owners import Owner
from workers.settings import WorkerSettings

MONDAY = datetime(2026, 1, 5, 8, 0, tzinfo=UTC)
ANNA = Owner(host="machine-of-anna", pid=100, started=1.0)
BUDI = Owner(host="machine-of-budi", pid=200, started=2.0)
SARI = Actor("Sari", "local:sari")
BOOK = "uji"

KIND, SAMPLE = "perjanjian_kinerja", "eselon-iv"


def a_job(job_id: str = "j1", *, recipe: Recipe = Recipe.KONSEP, **known: Any) -> Job:
    """A job as the service would write it; of no particular kind unless told."""
    data = rfc8785.dumps(known.pop("data", {})).decode()
    return Job(
        id=job_id,
        recipe=recipe,
        kind=known.pop("kind", "sop"),
        data=data,
        data_digest=hashlib.sha256(data.encode()).hexdigest(),
        actor_name=SARI.name,
        actor_address=SARI.address,
        asked_at=known.pop("asked_at", MONDAY),
        **known,
    )


def ask(database: Database, *jobs: Job) -> Jobs:
    """The ledger, with these jobs in it."""
    ledger = Jobs(database)
    with database.transaction() as connection:
        for job in jobs:
            ledger.add(connection, job)
    return ledger


@cache
def sample_data() -> dict[str, Any]:
    """Data of a short real document that nothing forbids to issue."""
    data: dict[str, Any] = json.loads(kinds()[KIND].samples()[SAMPLE].read_text("utf-8"))
    return data


def konsep(job_id: str = "j1", **known: Any) -> Job:
    """A draft print of the sample."""
    return a_job(job_id, kind=KIND, data=sample_data(), **known)


def issue(job_id: str = "j1", *, number: str = "1/UJI/2026", **known: Any) -> Job:
    """An issue of the sample; the same name is the same document."""
    document = hashlib.sha256(job_id.encode()).hexdigest()[:12]
    return konsep(
        job_id,
        recipe=Recipe.ISSUE,
        number=number,
        document=document,
        code=document,
        verify_url=f"http://localhost:8000/v/{document}",
        **known,
    )


def a_name() -> str:
    """A random name in the archive's alphabet."""
    return "".join(secrets.choice(ALPHABET) for _ in range(12))


@dataclass(frozen=True, slots=True)
class Office:
    """An installation in a folder, as the service holds it."""

    settings: WorkerSettings
    database: Database
    archive: Archive
    jobs: Jobs

    @classmethod
    def at(cls, home: Path, **known: Any) -> Office:
        """Lay it out, tables and all."""
        settings = WorkerSettings(home=home, **known)
        home.mkdir(parents=True, exist_ok=True)
        database = Database(settings.database)
        database.create_all()
        archive = Archive(settings.ocfl_root, settings.staging, database)
        return cls(settings, database, archive, Jobs(database))

    def request(self, count: int) -> list[str]:
        """Ask for so many documents, each with its number in one transaction with its job."""
        return [self._request_one() for _ in range(count)]

    def states(self, ids: Iterable[str]) -> set[str]:
        """The states that these jobs are in."""
        return {self.jobs.get(each).state.value for each in ids}

    def environment(self) -> dict[str, str]:
        """What a worker process is told of this installation."""
        known = {"LONTAR_HOME": str(self.settings.home)}
        if self.settings.broker_url:
            known["LONTAR_BROKER_URL"] = self.settings.broker_url
        for name in ("sweep_seconds", "retry_seconds"):
            known[f"LONTAR_{name.upper()}"] = str(getattr(self.settings, name))
        if self.settings.database_url:
            known["LONTAR_DATABASE_URL"] = self.settings.database_url
        return known

    def _request_one(self) -> str:
        job_id, now = a_name(), datetime.now(UTC).replace(microsecond=0)
        with self.database.transaction() as connection:
            given = self.archive.register.allocate(
                connection,
                book=BOOK,
                year=2026,
                pattern="{urut}/UJI/{tahun}",
                values={},
                document=DocumentId(issue(job_id).document or ""),
                actor=SARI,
                now=now,
            )
            self.jobs.add(connection, issue(job_id, number=given.text, asked_at=now))
        return job_id
