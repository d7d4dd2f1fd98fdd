"""What a person may know of: documents and jobs of other offices do not exist for her."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from archive.errors import DocumentUnknown
from archive.records import DocumentId
from service.accounts.permissions import EVERYWHERE, guarded, is_cleared
from service.actions.manage_hooks import find_hook
from service.hooks.errors import HookUnknown
from workers.errors import JobUnknown

if TYPE_CHECKING:
    from archive.index.catalogue import Document
    from archive.index.search import Search
    from service.door.caller import Caller
    from service.hooks.book import Hook
    from workers.jobs import Job


def document_seen(name: str, caller: Caller) -> Document:
    """The document of this id, where the caller may do her act and is cleared for it.

    Raises:
        BadDocumentId: it is no id; numbers and beginnings are not taken, they could lead elsewhere.
        DocumentUnknown: there is none, or none that she may know of; nobody can tell which.
    """
    document = caller.house.archive.document(DocumentId(name))
    office, access = document.record.office, document.keeping.access
    if not (caller.may(office) and is_cleared(caller.person, access, office)):
        raise DocumentUnknown(DocumentId(name))
    return document


def successor_of(document: Document, caller: Caller) -> Document | None:
    """The document that took a document's place, where the caller may know of it."""
    if document.standing.replaced_by is None:
        return None
    try:
        return document_seen(document.standing.replaced_by.value, caller)
    except DocumentUnknown:
        return None


def job_seen(name: str, caller: Caller) -> Job:
    """The job of this name, where the caller may do her act in its office.

    Raises:
        JobUnknown: there is none, or none that she may know of.
    """
    job = caller.house.jobs.get(name)
    if not caller.may(job.office):
        raise JobUnknown(name)
    return job


def search_seen(wanted: Search, caller: Caller) -> Search:
    """A search within what the caller may know of: her offices, and her classes of access."""
    return replace(wanted, within=seen_offices(caller), guarded=guarded(caller.person))


def hook_seen(name: str, caller: Caller) -> Hook:
    """The webhook of this name, where the caller may do her act in its office.

    Raises:
        HookUnknown: there is none, or none that she may know of.
    """
    hook = find_hook(name, house=caller.house)
    if not caller.may(office_meant(hook.office)):
        raise HookUnknown(name)
    return hook


def office_meant(office: str) -> str | None:
    """An office as typed; None for all of them, which are a matter of the whole installation."""
    return None if office.strip() == EVERYWHERE else office


def seen_offices(caller: Caller) -> frozenset[str] | None:
    """Folded names of the offices whose things are listed; None for all."""
    return None if EVERYWHERE in caller.offices else caller.offices
