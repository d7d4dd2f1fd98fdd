"""Ask a rejected job again: same document, same number, another attempt.

A document is made with the form that is in force now, for its old one may be why it was rejected;
a KONSEP keeps the form that it was to show.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from archive.audit.events import JobAskedAgain
from archive.audit.trail import note
from archive.records import DocumentId
from service.actions.handing_over import Asked, form_for, wake
from workers.jobs import Recipe

if TYPE_CHECKING:
    from service.app import House


def retry_job(job_id: str, *, house: House) -> Asked:
    """Put a rejected job back into the ledger's queue.

    Raises:
        JobUnknown: no job has this name.
        NotAskable: it is not rejected.
    """
    rejected = house.jobs.get(job_id)
    template = rejected.template
    if rejected.recipe is Recipe.ISSUE:
        with house.database.reading() as connection:
            template = form_for(connection, rejected)
    job = house.jobs.ask_again(job_id, now=house.clock(), template=template)
    document = None if job.document is None else DocumentId(job.document)
    with house.database.transaction() as connection:
        what = JobAskedAgain(job.id)
        note(connection, what, document=document, actor=house.actor, now=house.clock())
    return Asked(job=job, findings=(), repeated=False, asleep=wake(job, house=house))
