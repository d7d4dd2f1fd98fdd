"""Take a request back that no worker has taken up; its number is voided with the reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from archive.audit.events import JobCancelled
from archive.audit.trail import note
from archive.book import NumberState
from archive.records import DocumentId
from archive.register import number_borne

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from service.app import House
    from workers.jobs import Job


def cancel_job(job: Job, *, house: House) -> Job:
    """Cancel a job that waits.

    Raises:
        NotCancellable: a worker holds it, or it has ended.
    """
    document = None if job.document is None else DocumentId(job.document)
    with house.database.transaction() as connection:
        house.jobs.cancel(connection, job.id, now=house.clock())
        if document is not None and job.number is not None:
            _void(connection, document, job, house=house)
        what = JobCancelled(job.id)
        note(connection, what, document=document, actor=house.actor, now=house.clock())
    return house.jobs.get(job.id)


def _void(connection: Connection, document: DocumentId, job: Job, *, house: House) -> None:
    entry = number_borne(connection, document, job.number or "")
    if entry is None or entry.state is not NumberState.RESERVED:
        return
    house.archive.register.void(
        connection,
        text=entry.number.text,
        book=entry.number.book,
        year=entry.number.year,
        reason=f"permintaan {job.id} dibatalkan",
        actor=house.actor,
        now=house.clock(),
    )
