"""The one task: take a job up, run it, and leave the ledger saying what became of it.

The policy of retries lives here and nowhere else. Whatever happens to one job, the worker goes
on with the next.
"""

from __future__ import annotations

import logging
import shutil
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from celery.exceptions import SoftTimeLimitExceeded

from archive.errors import ArchiveError
from doc_templates.errors import TemplatesError
from workers.errors import (
    AttemptsSpent,
    JobTimedOut,
    LeaseLost,
    PipelineError,
    Rejected,
)
from workers.job import JobState
from workers.log import about
from workers.office_forms import content_of
from workers.pipeline.run import draft_of, run
from workers.pipeline.stages import Bench

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from archive.archive import Archive
    from archive.database import Database
    from doc_templates.kind import Kind
    from workers.jobs import Job, Jobs
    from workers.office_form import FormContent
    from workers.owners import Owner
    from workers.pipeline.convert import Converter
    from workers.settings import WorkerSettings
    from workers.tools.docx import Forms

LOG: Final = logging.getLogger(__name__)

BACKOFF: Final = 3
"""Each pause before another attempt is so many times the one before."""


@dataclass(frozen=True, slots=True)
class Workshop:
    """Everything that one worker process makes documents with."""

    settings: WorkerSettings
    database: Database
    jobs: Jobs
    archive: Archive
    kinds: Mapping[str, Kind]
    forms: Forms
    converter: Converter
    owner: Owner
    now: Callable[[], datetime]


def make_job(job_id: str, *, workshop: Workshop) -> JobState | None:
    """Make one job; None where it was not to be had, which is no error: somebody else was first."""
    settings = workshop.settings
    with about(job_id):
        job = workshop.jobs.claim(
            job_id,
            owner=workshop.owner,
            now=workshop.now(),
            lease_seconds=settings.job_lease_seconds,
        )
        if job is None:
            return None
        try:
            return _attempt(job, workshop=workshop)
        except LeaseLost:
            LOG.warning("given to another worker meanwhile")
        except (Rejected, TemplatesError) as error:
            return _reject(job, error, workshop=workshop)
        except SoftTimeLimitExceeded:
            return _try_later(job, JobTimedOut(settings.job_soft_seconds), workshop=workshop)
        except Exception as error:  # noqa: BLE001 — one job must never end the worker
            return _try_later(job, error, workshop=workshop)
    return None


def _attempt(job: Job, *, workshop: Workshop) -> JobState:
    jobs, settings, owner = workshop.jobs, workshop.settings, workshop.owner
    if job.attempts > settings.job_attempts:
        # Only workers that died in the middle of it get here: the job itself may be the cause.
        raise AttemptsSpent(settings.job_attempts, job.error or "pekerja mati di tengah pekerjaan.")
    bench = Bench(
        job=job,
        folder=settings.work / job.id,
        forms=workshop.forms,
        converter=workshop.converter,
        archive=workshop.archive,
        now=workshop.now,
    )
    outcome = run(
        draft_of(job, workshop.kinds, form=_own_form(job, workshop=workshop)),
        bench=bench,
        checkpoints=jobs.checkpoints(job.id),
        note=partial(_note, job=job, workshop=workshop),
    )
    receipt = outcome.receipt
    jobs.finish(
        job.id,
        owner=owner,
        pages=outcome.pages,
        notes=outcome.notes,
        version=None if receipt is None else receipt.version.value,
        now=workshop.now(),
    )
    if receipt is None:
        LOG.info("printed, %d pages", outcome.pages)
        return JobState.PRINTED
    # After the ledger knows: a crash in between must find the files, not a finished job without.
    shutil.rmtree(bench.folder, ignore_errors=True)
    LOG.info("filed as %s %s, %d pages", receipt.document, receipt.version, outcome.pages)
    return JobState.FILED


def _own_form(job: Job, *, workshop: Workshop) -> FormContent | None:
    """The office's form that was in force when the job was asked; None for the kind's own."""
    if job.template is None:
        return None
    with workshop.database.reading() as connection:
        return content_of(connection, job.template, kind=job.kind, office=job.office)


def _note(stage: str, facts: Mapping[str, Any], *, job: Job, workshop: Workshop) -> None:
    workshop.jobs.checkpoint(
        job.id,
        owner=workshop.owner,
        stage=stage,
        facts=facts,
        now=workshop.now(),
        lease_seconds=workshop.settings.job_lease_seconds,
    )


def _try_later(job: Job, error: Exception, *, workshop: Workshop) -> JobState | None:
    settings, sentence = workshop.settings, _sentence(error)
    if not isinstance(error, PipelineError | ArchiveError):
        LOG.error("unexpected", exc_info=error)
    if job.attempts >= settings.job_attempts:
        return _reject(job, AttemptsSpent(job.attempts, sentence), workshop=workshop)
    pause = timedelta(seconds=settings.retry_seconds * BACKOFF ** (job.attempts - 1))
    LOG.warning("attempt %d: %s; again in %s", job.attempts, type(error).__name__, pause)
    return _leave(
        partial(
            workshop.jobs.give_back,
            job.id,
            owner=workshop.owner,
            error=error,
            sentence=sentence,
            due_at=workshop.now() + pause,
        ),
        JobState.ASKED,
    )


def _reject(job: Job, error: Exception, *, workshop: Workshop) -> JobState | None:
    LOG.warning("rejected: %s", type(error).__name__)
    return _leave(
        partial(
            workshop.jobs.reject,
            job.id,
            owner=workshop.owner,
            error=error,
            sentence=_sentence(error),
            now=workshop.now(),
        ),
        JobState.REJECTED,
    )


def _leave(write: Callable[[], None], state: JobState) -> JobState | None:
    """Write the end of an attempt down; where that fails, the lease runs out and heals it."""
    try:
        write()
    except (LeaseLost, ArchiveError) as error:
        LOG.warning("the ledger was not told: %s", type(error).__name__)
        return None
    return state


def _sentence(error: Exception) -> str:
    """What people are told; the words of a stranger's exception may hold data of the document."""
    if isinstance(error, PipelineError | ArchiveError | TemplatesError):
        return str(error)
    return (
        f"Terjadi kesalahan tak terduga ({type(error).__name__}); "
        "pengelola dapat melihat sebabnya pada catatan pekerja."
    )
