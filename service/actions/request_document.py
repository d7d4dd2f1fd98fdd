"""Ask for a document to be issued: checked, numbered and in the ledger, or refused."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from archive.records import DocumentId, verification_code
from doc_templates.findings import blocking
from service.actions.handing_over import Asked, enter, wake
from service.canonical import canonical, digest
from service.errors import IssueBlocked
from service.validating import validate
from workers.jobs import Job, Recipe

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Connection

    from doc_templates.kind import Description, Kind
    from service.app import House
    from service.located import DataFile


def request_document(
    data: DataFile,
    *,
    kind: Kind,
    key: str | None,
    batch: str | None = None,
    together: Callable[[Connection, Job], None] | None = None,
    house: House,
) -> Asked:
    """Issue a document from the data; the same key and data again give the same job.

    Number and job are one transaction, so no number is ever given for nothing, and so is what is
    to be written together with them. Only then is the job handed over.

    Raises:
        DataInvalid: the data are not what the kind asks for.
        IssueBlocked: findings forbid issuing.
        NumberTaken: another document bears the number already.
        KeyReused: the key names a request with other data.
    """
    model = validate(data, kind=kind)
    findings = tuple(kind.check(model))
    if blocking(findings):
        raise IssueBlocked(kind.name, findings)
    description = kind.describe(model)
    draft = replace(
        _new_job(canonical(model), kind=kind, key=key, house=house),
        office=description.office,
        batch=batch,
    )

    def numbered(connection: Connection) -> Job:
        number = _number(connection, draft, description=description, house=house)
        job = replace(draft, number=number)
        if together is not None:
            together(connection, job)
        return job

    job = enter(draft, complete=numbered, house=house)
    repeated = job.id != draft.id
    asleep = None if repeated else wake(job, house=house)
    return Asked(job=job, findings=findings, repeated=repeated, asleep=asleep)


def _new_job(data: str, *, kind: Kind, key: str | None, house: House) -> Job:
    code = verification_code(house.new_name())
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


def _number(
    connection: Connection, draft: Job, *, description: Description, house: House
) -> str | None:
    """Adopt the number that the document bears, or give it the book's next one."""
    register = house.archive.register
    document = DocumentId(draft.document or "")
    if description.number is not None:
        return register.adopt(
            connection,
            book=description.register,
            year=description.year,
            text=description.number,
            document=document,
            actor=house.actor,
            now=draft.asked_at,
        ).text
    if description.numbering is None:
        return None
    return register.allocate(
        connection,
        book=description.register,
        year=description.year,
        pattern=description.numbering.pola,
        values=description.numbering.model_dump(exclude={"pola"}),
        document=document,
        actor=house.actor,
        now=draft.asked_at,
    ).text
