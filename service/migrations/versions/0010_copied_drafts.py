"""A draft that began as a copy remembers what it was copied from."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    comment = "JSON: document, its path → value that a copy must not keep"
    op.add_column("drafts", sa.Column("copied", sa.Text(), nullable=True, comment=comment))
