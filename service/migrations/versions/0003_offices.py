"""Offices by which documents and jobs are seen, and batches of jobs."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    # With its default, for SQLite adds no other column that must be filled; writing a table anew
    # would break the versions that point to it.
    op.add_column(
        "documents",
        sa.Column(
            "office_folded", sa.Text(), nullable=False, server_default="", comment="for comparing"
        ),
    )
    documents = sa.table("documents", sa.column("office"), sa.column("office_folded"))
    connection = op.get_bind()
    for office in connection.scalars(sa.select(documents.c.office).distinct()).all():
        connection.execute(
            sa.update(documents)
            .where(documents.c.office == office)
            .values(office_folded=" ".join(office.split()).casefold())
        )
    op.create_index(op.f("ix_documents_office_folded"), "documents", ["office_folded"])
    op.add_column("jobs", sa.Column("office", sa.Text(), nullable=True))
    op.add_column(
        "jobs", sa.Column("office_folded", sa.Text(), nullable=True, comment="for comparing")
    )
    op.add_column("jobs", sa.Column("batch", sa.String(length=36), nullable=True))
    op.create_index(op.f("ix_jobs_office_folded"), "jobs", ["office_folded"])
    op.create_index(op.f("ix_jobs_batch"), "jobs", ["batch"])
