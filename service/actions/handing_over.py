"""What all requests share: the job that is safe in the ledger, and the message that wakes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workers.errors import BrokerUnavailable

if TYPE_CHECKING:
    from doc_templates.findings import Finding
    from service.app import House
    from workers.jobs import Job


@dataclass(frozen=True, slots=True)
class Asked:
    """A job that stands in the ledger."""

    job: Job
    findings: tuple[Finding, ...]
    repeated: bool
    """True where the same request had been made before and nothing was added now."""
    asleep: str | None
    """Why no message could be sent, in Indonesian; the job is safe and the sweeper wakes it."""


def wake(job: Job, *, house: House) -> str | None:
    """Send the job's id; a silent broker is no error, for the ledger holds the job."""
    try:
        house.inbox.put(job.id)
    except BrokerUnavailable as error:
        return f"{error} Permintaan tersimpan dan dikerjakan begitu pekerja berjalan kembali."
    house.jobs.woken([job.id], now=house.clock())
    return None
