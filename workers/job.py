"""A job: one document that someone asked for, and how far it has come."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime


class JobState(StrEnum):
    """Where a job stands. asked ⇄ making → filed | printed | rejected.

    rejected → asked; asked → cancelled.
    """

    ASKED = "asked"
    """Waits for a worker, or for the time of its next attempt."""
    MAKING = "making"
    """A worker holds it."""
    FILED = "filed"
    """The document is in the archive."""
    PRINTED = "printed"
    """The KONSEP lies in the job's working folder."""
    REJECTED = "rejected"
    """It can not be made; the reason stands with it, and its number is kept."""
    CANCELLED = "cancelled"
    """It was taken back before a worker took it up; its number is void."""

    @property
    def finished(self) -> bool:
        """True where no worker will touch it any more."""
        return self not in UNFINISHED


UNFINISHED = (JobState.ASKED, JobState.MAKING)


class Recipe(StrEnum):
    """Which stages a job goes through."""

    ISSUE = "issue"
    """Numbered, stamped, filed."""
    KONSEP = "konsep"
    """A draft print: marked, never filed."""


@dataclass(frozen=True, slots=True)
class Job:
    """One document that someone asked for."""

    id: str
    """Random name given by the one who asks; at most 36 characters fit for a folder's name."""
    recipe: Recipe
    kind: str
    data: str
    """The document's data as canonical JSON (RFC 8785)."""
    data_digest: str
    """SHA-256 of ``data`` in UTF-8."""
    actor_name: str
    asked_at: datetime
    document: str | None = None
    """Id of the document in the archive; None on a KONSEP."""
    number: str | None = None
    """Official number to print."""
    code: str | None = None
    """Verification code; None on a KONSEP."""
    verify_url: str | None = None
    """Address that the QR holds."""
    actor_address: str = ""
    key: str | None = None
    """Idempotency key of the one who asked: the same actor and key are the same job."""
    state: JobState = JobState.ASKED
    stage: str | None = None
    """The last finished stage."""
    attempts: int = 0
    """How often a worker took it up."""
    error_code: str | None = None
    """Name of the last error's class."""
    error: str | None = None
    """The last error's sentence."""
    notes: tuple[str, ...] = field(default=())
    """What was noticed and did not forbid finishing."""
    version: int | None = None
    """Number of the filed version."""
    pages: int | None = None
    finished_at: datetime | None = None
    office: str | None = None
    """The office that the document is of, as printed; decides who may see the job."""
    batch: str | None = None
    """Name that jobs share which were asked together."""
    template: str | None = None
    """SHA-256 of the office's own form that was in force when it was asked; None for the
    house's form."""
