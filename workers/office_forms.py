"""Forms that offices brought: versions that never change, and which of them is in force.

The bytes lie in the database beside the jobs that name them, so that one transaction, one backup
and many machines hold both. Putting a form in force adds a line to the history; going back to an
older version, or to the house's own form, is one more such line.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from sqlalchemy import func, insert, select, update

from archive.records import folded_office
from workers.errors import OfficeFormGone
from workers.office_form import FormContent
from workers.office_form_table import OFFICE_FORMS, PUBLICATIONS, is_of, latest_form

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection

    from workers.office_form import OfficeForm

__all__ = ["OFFICE_FORMS", "PUBLICATIONS"]


def in_force(connection: Connection, *, kind: str, office: str | None) -> str | None:
    """Digest of the form that documents of this kind and office are made with from now on.

    None means the house's own form.
    """
    if office is None:
        return None
    latest = latest_form(kind=kind, office_folded=folded_office(office)).subquery()
    query = select(OFFICE_FORMS.c.digest).join(latest, latest.c.form == OFFICE_FORMS.c.id)
    return connection.scalar(query)


def content_of(
    connection: Connection, digest: str, *, kind: str, office: str | None
) -> FormContent:
    """The form that a job names.

    Raises:
        OfficeFormGone: it is not there, or its bytes are not those that were brought.
    """
    query = select(OFFICE_FORMS.c.office, OFFICE_FORMS.c.number, OFFICE_FORMS.c.content).where(
        OFFICE_FORMS.c.digest == digest,
        OFFICE_FORMS.c.kind == kind,
        OFFICE_FORMS.c.office_folded == folded_office(office or ""),
    )
    row = connection.execute(query).first()
    if row is None or hashlib.sha256(row.content).hexdigest() != digest:
        raise OfficeFormGone(digest)
    return FormContent(digest, row.office, row.number, row.content)


# What keeping them asks.


def add(
    connection: Connection, form: OfficeForm, *, content: bytes, annotated: bytes | None
) -> None:
    """Keep a new version."""
    connection.execute(
        insert(OFFICE_FORMS).values(
            id=form.id,
            kind=form.kind,
            office=form.office,
            office_folded=folded_office(form.office),
            number=form.number,
            digest=form.digest,
            size=form.size,
            file_name=form.file_name,
            content=content,
            brought_by=form.brought_by,
            brought_at=form.brought_at,
            reason=form.reason,
            judgement=form.judgement,
            annotated=annotated,
        )
    )


def judge_again(
    connection: Connection, form: OfficeForm, *, judgement: str, annotated: bytes | None
) -> None:
    """Keep what is found in a version now: the kind may have changed since."""
    connection.execute(
        update(OFFICE_FORMS)
        .where(OFFICE_FORMS.c.id == form.id)
        .values(judgement=judgement, annotated=annotated)
    )


def next_number(connection: Connection, *, kind: str, office: str) -> int:
    """The number of the next version."""
    newest = select(func.max(OFFICE_FORMS.c.number)).where(is_of(OFFICE_FORMS, kind, office))
    return (connection.scalar(newest) or 0) + 1


def publish(
    connection: Connection,
    form: str | None,
    *,
    kind: str,
    office: str,
    by: str,
    at: datetime,
    reason: str,
) -> None:
    """Put a version in force, or the house's own form where there is none."""
    connection.execute(
        insert(PUBLICATIONS).values(
            kind=kind,
            office=office,
            office_folded=folded_office(office),
            form=form,
            published_by=by,
            published_at=at,
            reason=reason,
        )
    )
