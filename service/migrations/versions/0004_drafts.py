"""Drafts, and their rounds of checking."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.create_table(
        "drafts",
        sa.Column("id", sa.String(length=12), nullable=False),
        sa.Column("kind", sa.String(length=60), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("office", sa.Text(), nullable=False, comment="as printed"),
        sa.Column("office_folded", sa.Text(), nullable=False, comment="for comparing"),
        sa.Column("data", sa.Text(), nullable=False, comment="JSON, verbatim"),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("writers", sa.Text(), nullable=False, comment="JSON list of persons"),
        sa.Column("seen", sa.Text(), nullable=False, comment="JSON: finding, who acknowledged it"),
        sa.Column("job", sa.String(length=36), nullable=True),
        sa.Column("created_by", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_by", sa.Text(), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_drafts")),
    )
    op.create_index(op.f("ix_drafts_job"), "drafts", ["job"])
    op.create_index("ix_drafts_office_folded", "drafts", ["office_folded", "changed_at"])
    op.create_table(
        "draft_rounds",
        sa.Column("draft", sa.String(length=12), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("data", sa.Text(), nullable=False, comment="JSON as sent"),
        sa.Column("sent_by", sa.Text(), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("verdict", sa.String(length=20), nullable=True),
        sa.Column("decided_by", sa.Text(), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("marks", sa.Text(), nullable=False, comment="JSON list of path and sentence"),
        sa.ForeignKeyConstraint(["draft"], ["drafts.id"], name=op.f("fk_draft_rounds_draft")),
        sa.PrimaryKeyConstraint("draft", "number", name=op.f("pk_draft_rounds")),
    )
