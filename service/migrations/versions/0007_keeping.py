"""How documents stand: withdrawn, superseded, access and retention."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    # Documents filed before are in force and open, as the defaults say; nothing else is known.
    for column in (
        sa.Column("standing_since", sa.Text(), comment="ISO 8601"),
        sa.Column("standing_reason", sa.Text(), nullable=False, server_default=""),
        sa.Column("replaced_by", sa.String(length=12), comment="the document that took its place"),
        sa.Column("scheme", sa.Text(), comment="of the code that the arsiparis gave"),
        sa.Column(
            "kept_code",
            sa.Text(),
            comment="that the arsiparis gave; classification is what counts",
        ),
        sa.Column("access", sa.Text(), nullable=False, server_default="biasa"),
        sa.Column("vital", sa.Boolean(), nullable=False, server_default=sa.false()),
        sa.Column("active_years", sa.Integer()),
        sa.Column("inactive_years", sa.Integer()),
        sa.Column("fate", sa.Text()),
        sa.Column("counted_from", sa.Text()),
        sa.Column("retention_basis", sa.Text()),
        sa.Column("active_until", sa.Text(), comment="ISO 8601, last day of the active stage"),
        sa.Column("due_after", sa.Text(), comment="ISO 8601, last day of retention"),
    ):
        op.add_column("documents", column)
    if op.get_bind().dialect.name == "postgresql":
        op.alter_column("documents", "state", comment="issued, signed, withdrawn or superseded")
    op.create_index(op.f("ix_documents_due_after"), "documents", ["due_after"])
    op.add_column(
        "versions",
        sa.Column(
            "sort", sa.Text(), nullable=False, server_default="files", comment="why it was filed"
        ),
    )
