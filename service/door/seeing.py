"""What a person may know of: documents and jobs of other offices do not exist for her."""

from __future__ import annotations

from typing import TYPE_CHECKING

from archive.errors import DocumentUnknown
from archive.records import DocumentId
from service.accounts.permissions import EVERYWHERE
from workers.errors import JobUnknown

if TYPE_CHECKING:
    from archive.index.catalogue import Document
    from service.door.caller import Caller
    from workers.jobs import Job


def document_seen(name: str, caller: Caller) -> Document:
    """The document of this id, where the caller may do her act in its office.

    Raises:
        BadDocumentId: it is no id; numbers and beginnings are not taken, they could lead elsewhere.
        DocumentUnknown: there is none, or none that she may know of; nobody can tell which.
    """
    document = caller.house.archive.document(DocumentId(name))
    if not caller.may(document.record.office):
        raise DocumentUnknown(DocumentId(name))
    return document


def job_seen(name: str, caller: Caller) -> Job:
    """The job of this name, where the caller may do her act in its office.

    Raises:
        JobUnknown: there is none, or none that she may know of.
    """
    job = caller.house.jobs.get(name)
    if not caller.may(job.office):
        raise JobUnknown(name)
    return job


def seen_offices(caller: Caller) -> frozenset[str] | None:
    """Folded names of the offices whose things are listed; None for all."""
    return None if EVERYWHERE in caller.offices else caller.offices
