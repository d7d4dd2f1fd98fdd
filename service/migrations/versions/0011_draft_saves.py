"""The last saves of a draft, to undo them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    op.create_table(
        "draft_saves",
        sa.Column("draft", sa.String(length=12), nullable=False),
        sa.Column("revision", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column(
            "onward",
            sa.Boolean(),
            nullable=False,
            comment="true: it was undone, and may come again",
        ),
        sa.Column("data", sa.Text(), nullable=False, comment="JSON, verbatim"),
        sa.ForeignKeyConstraint(["draft"], ["drafts.id"], name=op.f("fk_draft_saves_draft")),
        sa.PrimaryKeyConstraint("draft", "revision", name=op.f("pk_draft_saves")),
    )
