"""What people look up of offices' forms: versions, their bytes, and what was in force when."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import and_, select

from archive.records import folded_office
from workers.office_form import FormState, OfficeForm, Publication
from workers.office_form_table import OFFICE_FORMS, PUBLICATIONS, is_of, latest_form

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlalchemy import ColumnElement, Connection


def find(connection: Connection, form_id: str) -> OfficeForm | None:
    """The version of this id."""
    found = _forms(connection, OFFICE_FORMS.c.id == form_id)
    return found[0] if found else None


def find_digest(
    connection: Connection, digest: str, *, kind: str, office: str
) -> OfficeForm | None:
    """The version of these bytes."""
    same = and_(is_of(OFFICE_FORMS, kind, office), OFFICE_FORMS.c.digest == digest)
    found = _forms(connection, same)
    return found[0] if found else None


def forms(
    connection: Connection,
    *,
    kind: str | None = None,
    office: str | None = None,
    digest: str | None = None,
    within: Collection[str] | None = None,
) -> list[OfficeForm]:
    """Versions, by kind and office, the newest first.

    Args:
        connection: open.
        kind: of this kind only.
        office: of this office only, as printed.
        digest: with these bytes only.
        within: folded names of the offices that may be seen; None for all.
    """
    wanted: list[ColumnElement[bool]] = []
    if kind is not None:
        wanted.append(OFFICE_FORMS.c.kind == kind)
    if office is not None:
        wanted.append(OFFICE_FORMS.c.office_folded == folded_office(office))
    if digest is not None:
        wanted.append(OFFICE_FORMS.c.digest == digest)
    if within is not None:
        wanted.append(OFFICE_FORMS.c.office_folded.in_(within))
    return _forms(connection, *wanted)


def bytes_of(connection: Connection, form: OfficeForm) -> bytes:
    """The DOCX as it was brought."""
    query = select(OFFICE_FORMS.c.content).where(OFFICE_FORMS.c.id == form.id)
    return bytes(connection.execute(query).scalar_one())


def annotated_of(connection: Connection, form: OfficeForm) -> bytes | None:
    """The copy with its faults marked."""
    query = select(OFFICE_FORMS.c.annotated).where(OFFICE_FORMS.c.id == form.id)
    found = connection.scalar(query)
    return None if found is None else bytes(found)


def history(connection: Connection, *, kind: str, office: str) -> list[Publication]:
    """What was put in force for an office, the latest first."""
    query = (
        select(PUBLICATIONS)
        .where(is_of(PUBLICATIONS, kind, office))
        .order_by(PUBLICATIONS.c.number.desc())
    )
    return [
        Publication(
            number=row.number,
            kind=row.kind,
            office=row.office,
            form=row.form,
            published_by=row.published_by,
            published_at=row.published_at,
            reason=row.reason,
        )
        for row in connection.execute(query)
    ]


_FACTS: Final = [
    each for each in OFFICE_FORMS.c if each.name not in {"content", "annotated", "office_folded"}
]


def _forms(connection: Connection, *wanted: ColumnElement[bool]) -> list[OfficeForm]:
    ever = select(PUBLICATIONS.c.form).where(PUBLICATIONS.c.form == OFFICE_FORMS.c.id).exists()
    latest = (
        latest_form(kind=OFFICE_FORMS.c.kind, office_folded=OFFICE_FORMS.c.office_folded)
        .correlate(OFFICE_FORMS)
        .scalar_subquery()
    )
    query = (
        select(
            *_FACTS,
            OFFICE_FORMS.c.annotated.is_not(None).label("is_annotated"),
            ever.label("ever"),
            (latest == OFFICE_FORMS.c.id).label("now"),
        )
        .where(*wanted)
        .order_by(OFFICE_FORMS.c.kind, OFFICE_FORMS.c.office_folded, OFFICE_FORMS.c.number.desc())
    )
    return [_form(row) for row in connection.execute(query)]


def _form(row: Any) -> OfficeForm:  # noqa: ANN401 - a row of the query above
    known = FormState.RETIRED if row.ever else FormState.DRAFT
    return OfficeForm(
        id=row.id,
        kind=row.kind,
        office=row.office,
        number=row.number,
        digest=row.digest,
        size=row.size,
        file_name=row.file_name,
        brought_by=row.brought_by,
        brought_at=row.brought_at,
        reason=row.reason,
        judgement=row.judgement,
        annotated=row.is_annotated,
        state=FormState.PUBLISHED if row.now else known,
    )
