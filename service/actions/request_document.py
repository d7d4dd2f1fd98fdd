"""Ask for a document to be issued: checked, numbered and in the ledger, or refused."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from archive.records import DocumentId
from doc_templates.findings import blocking
from service.actions.handing_over import Asked, wake
from service.canonical import canonical, digest
from service.errors import IssueBlocked, KeyReused
from service.validating import validate
from workers.errors import KeyTaken
from workers.jobs import Job, Recipe

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from doc_templates.kind import Description, Kind
    from service.app import House
    from service.located import DataFile


def request_document(data: DataFile, *, kind: Kind, key: str | None, house: House) -> Asked:
    """Issue a document from the data; the same key and data again give the same job.

    Number and job are one transaction, so no number is ever given for nothing. Only then is
    the job handed over.
    """
    model = validate(data, kind=kind)
    findings = tuple(kind.check(model))
    if blocking(findings):
        raise IssueBlocked(kind.name, findings)
    draft = _new_job(canonical(model), kind=kind, key=key, house=house)
    job = _enter(draft, description=kind.describe(model), house=house)
    repeated = job.id != draft.id
    asleep = None if repeated else wake(job, house=house)
    return Asked(job=job, findings=findings, repeated=repeated, asleep=asleep)


def _new_job(data: str, *, kind: Kind, key: str | None, house: House) -> Job:
    code = house.new_name()
    return Job(
        id=house.new_name(),
        recipe=Recipe.ISSUE,
        kind=kind.name,
        data=data,
        data_digest=digest(data),
        document=house.new_name(),
        code=code,
        verify_url=house.settings.verify_url(code),
        actor_name=house.actor.name,
        actor_address=house.actor.address,
        key=key,
        asked_at=house.clock(),
    )


def _enter(draft: Job, *, description: Description, house: House) -> Job:
    try:
        with house.database.transaction() as connection:
            if earlier := _earlier(connection, draft, house=house):
                return earlier
            number = _number(connection, draft, description=description, house=house)
            job = replace(draft, number=number)
            house.jobs.add(connection, job)
            return job
    except KeyTaken:
        # Somebody used the key between our look and our entry; now theirs can be read.
        with house.database.transaction() as connection:
            if earlier := _earlier(connection, draft, house=house):
                return earlier
        raise


def _earlier(connection: Connection, draft: Job, *, house: House) -> Job | None:
    if draft.key is None:
        return None
    earlier = house.jobs.find_key(connection, draft.actor_name, draft.key)
    if earlier is None:
        return None
    if (earlier.kind, earlier.data_digest) != (draft.kind, draft.data_digest):
        raise KeyReused(draft.key, earlier.id)
    return earlier


def _number(
    connection: Connection, draft: Job, *, description: Description, house: House
) -> str | None:
    """Adopt the number that the document bears, or give it the book's next one."""
    place = {
        "book": description.register,
        "year": description.year,
        "document": DocumentId(draft.document or ""),
        "actor": house.actor,
        "now": draft.asked_at,
    }
    if description.number is not None:
        given = house.archive.register.adopt(connection, text=description.number, **place)
        return given.text
    numbering = description.numbering
    if numbering is None:
        return None
    given = house.archive.register.allocate(
        connection,
        pattern=numbering.pola,
        values={"klasifikasi": numbering.klasifikasi, "unit": numbering.unit},
        **place,
    )
    return given.text
