"""The tables of forms that offices brought, and of which of them was put in force when."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sqlalchemy import (
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
    UniqueConstraint,
    and_,
    select,
)

from archive.database import METADATA, UtcTime
from archive.records import folded_office

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Select

OFFICE_FORMS: Final = Table(
    "office_forms",
    METADATA,
    Column("id", String(12), primary_key=True),
    Column("kind", String(60), nullable=False),
    Column("office", Text, nullable=False, comment="as printed"),
    Column("office_folded", Text, nullable=False, comment="for comparing"),
    Column("number", Integer, nullable=False, comment="version, from 1"),
    Column("digest", String(64), nullable=False, index=True, comment="SHA-256 of content"),
    Column("size", Integer, nullable=False),
    Column("file_name", Text, nullable=False, comment="as given"),
    Column("content", LargeBinary, nullable=False, comment="the DOCX"),
    Column("brought_by", Text, nullable=False),
    Column("brought_at", UtcTime, nullable=False),
    Column("reason", Text, nullable=False),
    Column("judgement", Text, nullable=False, comment="JSON"),
    Column("annotated", LargeBinary, comment="the DOCX with its faults marked"),
    UniqueConstraint("kind", "office_folded", "number", name="uq_office_forms_number"),
    # The same bytes are the same version, so a job's digest names one version of its office.
    UniqueConstraint("kind", "office_folded", "digest", name="uq_office_forms_digest"),
)
"""One version of a form a row; nothing of it changes but what is judged of it."""

PUBLICATIONS: Final = Table(
    "office_form_publications",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column("kind", String(60), nullable=False),
    Column("office", Text, nullable=False, comment="as printed"),
    Column("office_folded", Text, nullable=False, comment="for comparing"),
    Column("form", ForeignKey("office_forms.id"), comment="none: back to the house's form"),
    Column("published_by", Text, nullable=False),
    Column("published_at", UtcTime, nullable=False),
    Column("reason", Text, nullable=False),
)
"""What was put in force, the last row of an office and kind counts; rows are only added."""
Index(
    "ix_office_form_publications_kind",
    PUBLICATIONS.c.kind,
    PUBLICATIONS.c.office_folded,
    PUBLICATIONS.c.number,
)


def is_of(table: Table, kind: str, office: str) -> ColumnElement[bool]:
    """What a row of this kind and office meets."""
    return and_(table.c.kind == kind, table.c.office_folded == folded_office(office))


def latest_form(
    *, kind: str | ColumnElement[str], office_folded: str | ColumnElement[str]
) -> Select[tuple[str | None]]:
    """The form of the last publication; its value is NULL for the house's own."""
    return (
        select(PUBLICATIONS.c.form)
        .where(PUBLICATIONS.c.kind == kind, PUBLICATIONS.c.office_folded == office_folded)
        .order_by(PUBLICATIONS.c.number.desc())
        .limit(1)
    )
