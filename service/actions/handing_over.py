"""What all requests share: one entry in the ledger for one key, and the message that wakes."""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from archive.errors import NumberTaken
from service.errors import KeyReused
from service.tracing import FIELDS
from workers.errors import BrokerUnavailable, KeyTaken
from workers.office_forms import in_force

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Connection

    from doc_templates.findings import Finding
    from service.app import House
    from workers.jobs import Job

LOG: Final = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Asked:
    """A job that stands in the ledger."""

    job: Job
    findings: tuple[Finding, ...]
    repeated: bool
    """True where the same request had been made before and nothing was added now."""
    asleep: str | None
    """Why no message could be sent, in Indonesian; the job is safe and the sweeper wakes it."""


def enter(draft: Job, *, complete: Callable[[Connection], Job], house: House) -> Job:
    """Write the job down in one transaction with what completes it, such as its number.

    The form that is in force for its office and kind now is the job's from here on, whatever is
    published later; a job that names a form already keeps that.

    Gives the earlier job instead where the same actor asked the same under the same key.

    Raises:
        KeyReused: the key names a request with other data.
    """
    try:
        with house.database.transaction() as connection:
            if earlier := _earlier(connection, draft, house=house):
                return earlier
            job = _with_form(connection, complete(connection))
            house.jobs.add(connection, job)
            return job
    except (KeyTaken, NumberTaken):
        # Somebody with our key may have come between our look and our entry; now it shows.
        with house.database.transaction() as connection:
            if earlier := _earlier(connection, draft, house=house):
                return earlier
        raise


def form_for(connection: Connection, job: Job) -> str | None:
    """Digest of the office's form in force for a job; None for the kind's own."""
    return in_force(connection, kind=job.kind, office=job.office)


def _with_form(connection: Connection, job: Job) -> Job:
    return replace(job, template=job.template or form_for(connection, job))


def wake(job: Job, *, house: House) -> str | None:
    """Send the job's id; a silent broker is no error, for the ledger holds the job."""
    LOG.info("asked", extra={FIELDS: {"job": job.id, "kind": job.kind}})
    try:
        house.inbox.put(job.id)
    except BrokerUnavailable as error:
        return f"{error} Permintaan tersimpan dan dikerjakan begitu pekerja berjalan kembali."
    house.jobs.woken([job.id], now=house.clock())
    return None


def _earlier(connection: Connection, draft: Job, *, house: House) -> Job | None:
    if draft.key is None:
        return None
    earlier = house.jobs.find_key(connection, draft.actor_name, draft.key)
    if earlier is not None and _asks(earlier) != _asks(draft):
        raise KeyReused(draft.key, earlier.id)
    return earlier


def _asks(job: Job) -> tuple[str, str, str]:
    return (job.recipe.value, job.kind, job.data_digest)
