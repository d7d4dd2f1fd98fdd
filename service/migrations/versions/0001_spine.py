"""The spine: register, index, trail and job ledger.

Migrations go forward only: going back is restoring a backup.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


APPEND_ONLY = {
    "sqlite": (
        """CREATE TRIGGER events_stay BEFORE UPDATE ON events
        BEGIN SELECT RAISE(ABORT, 'events are append-only'); END""",
        """CREATE TRIGGER events_last BEFORE DELETE ON events
        BEGIN SELECT RAISE(ABORT, 'events are append-only'); END""",
    ),
    "postgresql": (
        """CREATE FUNCTION events_stay() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION 'events are append-only'; END $$""",
        """CREATE TRIGGER events_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON events
        FOR EACH STATEMENT EXECUTE FUNCTION events_stay()""",
    ),
}
"""The trail can only grow; as archive/audit/tables.py has it for tables made without us."""


def upgrade() -> None:
    op.create_table(
        "counters",
        sa.Column("book", sa.Text(), nullable=False),
        sa.Column("year", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("last", sa.Integer(), nullable=False, comment="the counter value given last"),
        sa.PrimaryKeyConstraint("book", "year", name=op.f("pk_counters")),
    )
    op.create_table(
        "documents",
        sa.Column("document", sa.String(length=12), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("office", sa.Text(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("number", sa.Text(), nullable=True),
        sa.Column("date", sa.Text(), nullable=True),
        sa.Column("classification", sa.Text(), nullable=True),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column(
            "number_folded",
            sa.Text(),
            nullable=True,
            comment="without spaces and case, for comparing",
        ),
        sa.Column(
            "searched",
            sa.Text(),
            nullable=False,
            comment="what words are looked for in, case folded",
        ),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("head", sa.Integer(), nullable=False, comment="number of the newest version"),
        sa.Column(
            "created", sa.DateTime(timezone=True), nullable=False, comment="when v1 was filed"
        ),
        sa.PrimaryKeyConstraint("document", name=op.f("pk_documents")),
    )
    op.create_index(op.f("ix_documents_code"), "documents", ["code"], unique=False)
    op.create_index(op.f("ix_documents_created"), "documents", ["created"], unique=False)
    op.create_index(op.f("ix_documents_kind"), "documents", ["kind"], unique=False)
    op.create_index(
        op.f("ix_documents_number_folded"), "documents", ["number_folded"], unique=False
    )
    op.create_index(op.f("ix_documents_year"), "documents", ["year"], unique=False)
    op.create_table(
        "events",
        sa.Column("event", sa.Integer(), nullable=False, comment="in the order of writing"),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column(
            "word", sa.Text(), nullable=False, comment="event type, PREMIS 3 where it has one"
        ),
        sa.Column("sentence", sa.Text(), nullable=False, comment="what happened, in Indonesian"),
        sa.Column("document", sa.String(length=12), nullable=True),
        sa.Column("version", sa.Integer(), nullable=True),
        sa.Column("actor_name", sa.Text(), nullable=False),
        sa.Column("actor_address", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("event", name=op.f("pk_events")),
    )
    op.create_index(op.f("ix_events_document"), "events", ["document"], unique=False)
    op.create_table(
        "jobs",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("recipe", sa.String(length=12), nullable=False),
        sa.Column("kind", sa.String(length=60), nullable=False),
        sa.Column("data", sa.Text(), nullable=False),
        sa.Column("data_digest", sa.String(length=64), nullable=False),
        sa.Column("document", sa.String(length=12), nullable=True),
        sa.Column("number", sa.Text(), nullable=True),
        sa.Column("code", sa.Text(), nullable=True),
        sa.Column("verify_url", sa.Text(), nullable=True),
        sa.Column("actor_name", sa.Text(), nullable=False),
        sa.Column("actor_address", sa.Text(), nullable=False),
        sa.Column("key", sa.String(length=200), nullable=True),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("stage", sa.String(length=12), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("error_code", sa.String(length=60), nullable=True),
        sa.Column("error", sa.Text(), nullable=True),
        sa.Column("notes", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=True),
        sa.Column("pages", sa.Integer(), nullable=True),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("woken_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("owner", sa.Text(), nullable=True),
        sa.Column("lease_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("checkpoints", sa.Text(), nullable=False),
        sa.Column("seconds", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_jobs")),
        sa.UniqueConstraint("actor_name", "key", name="uq_jobs_actor_name_key"),
    )
    op.create_index("ix_jobs_state", "jobs", ["state", "asked_at"], unique=False)
    op.create_table(
        "register",
        sa.Column("entry", sa.Integer(), nullable=False, comment="in the order of writing"),
        sa.Column("book", sa.Text(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column(
            "sequence",
            sa.Integer(),
            nullable=True,
            comment="counter value that it fills; none when only adopted",
        ),
        sa.Column(
            "form",
            sa.Text(),
            nullable=True,
            comment="how it is written, the counter left open; none when adopted",
        ),
        sa.Column("number", sa.Text(), nullable=False, comment="verbatim, as printed"),
        sa.Column(
            "folded", sa.Text(), nullable=False, comment="without spaces and case, for comparing"
        ),
        sa.Column("state", sa.Text(), nullable=False, comment="reserved, issued or void"),
        sa.Column("document", sa.String(length=12), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True, comment="why it is void"),
        sa.Column("given_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("entry", name=op.f("pk_register")),
    )
    op.create_index(op.f("ix_register_document"), "register", ["document"], unique=False)
    op.create_index(
        "uq_register_live",
        "register",
        ["book", "year", "folded"],
        unique=True,
        sqlite_where=sa.text("state <> 'void'"),
        postgresql_where=sa.text("state <> 'void'"),
    )
    op.create_table(
        "versions",
        sa.Column("document", sa.String(length=12), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("key", sa.Text(), nullable=False, comment="names the act of filing"),
        sa.Column("created", sa.DateTime(timezone=True), nullable=False),
        sa.Column("actor_name", sa.Text(), nullable=False),
        sa.Column("actor_address", sa.Text(), nullable=False),
        sa.Column("message", sa.Text(), nullable=False),
        sa.Column(
            "inventory",
            sa.String(length=128),
            nullable=False,
            comment="SHA-512 of the OCFL inventory",
        ),
        sa.ForeignKeyConstraint(
            ["document"], ["documents.document"], name=op.f("fk_versions_document")
        ),
        sa.PrimaryKeyConstraint("document", "number", name=op.f("pk_versions")),
        sa.UniqueConstraint("document", "key", name=op.f("uq_versions_document")),
    )
    op.create_table(
        "files",
        sa.Column("document", sa.String(length=12), nullable=False),
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False, comment="bytes"),
        sa.Column("digest", sa.String(length=128), nullable=False),
        sa.Column("media_type", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document", "version"],
            ["versions.document", "versions.number"],
            name=op.f("fk_files_document"),
        ),
        sa.PrimaryKeyConstraint("document", "version", "name", name=op.f("pk_files")),
    )
    op.create_index(op.f("ix_files_digest"), "files", ["digest"], unique=False)
    for statement in APPEND_ONLY[op.get_bind().dialect.name]:
        op.get_bind().exec_driver_sql(statement)
