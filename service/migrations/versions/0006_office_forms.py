"""Forms that offices uploaded."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    op.create_table(
        "office_forms",
        sa.Column("id", sa.String(length=12), nullable=False),
        sa.Column("kind", sa.String(length=60), nullable=False),
        sa.Column("office", sa.Text(), nullable=False, comment="as printed"),
        sa.Column("office_folded", sa.Text(), nullable=False, comment="for comparing"),
        sa.Column("number", sa.Integer(), nullable=False, comment="version, from 1"),
        sa.Column("digest", sa.String(length=64), nullable=False, comment="SHA-256 of content"),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("file_name", sa.Text(), nullable=False, comment="as given"),
        sa.Column("content", sa.LargeBinary(), nullable=False, comment="the DOCX"),
        sa.Column("brought_by", sa.Text(), nullable=False),
        sa.Column("brought_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("judgement", sa.Text(), nullable=False, comment="JSON"),
        sa.Column(
            "annotated", sa.LargeBinary(), nullable=True, comment="the DOCX with its faults marked"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_office_forms")),
        sa.UniqueConstraint("kind", "office_folded", "number", name="uq_office_forms_number"),
        sa.UniqueConstraint("kind", "office_folded", "digest", name="uq_office_forms_digest"),
    )
    op.create_index(op.f("ix_office_forms_digest"), "office_forms", ["digest"])
    op.create_table(
        "office_form_publications",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=60), nullable=False),
        sa.Column("office", sa.Text(), nullable=False, comment="as printed"),
        sa.Column("office_folded", sa.Text(), nullable=False, comment="for comparing"),
        sa.Column(
            "form",
            sa.String(length=12),
            nullable=True,
            comment="none: back to the house's form",
        ),
        sa.Column("published_by", sa.Text(), nullable=False),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["form"], ["office_forms.id"], name=op.f("fk_office_form_publications_form")
        ),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_office_form_publications")),
    )
    op.create_index(
        "ix_office_form_publications_kind",
        "office_form_publications",
        ["kind", "office_folded", "number"],
    )
    op.add_column(
        "jobs",
        sa.Column(
            "template", sa.String(length=64), nullable=True, comment="digest of the office's form"
        ),
    )
