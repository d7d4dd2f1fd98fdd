"""Accounts: people, their roles, sessions, tokens, and attempts to sign in."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_table(
        "people",
        sa.Column("id", sa.String(length=12), nullable=False),
        sa.Column("login", sa.Text(), nullable=False),
        sa.Column("login_folded", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column(
            "password",
            sa.Text(),
            nullable=True,
            comment="argon2id; none where the person cannot sign in by password",
        ),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_people")),
        sa.UniqueConstraint("login_folded", name=op.f("uq_people_login_folded")),
    )
    op.create_table(
        "sign_in_attempts",
        sa.Column("attempt", sa.Integer(), nullable=False),
        sa.Column("login_folded", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("attempt", name=op.f("pk_sign_in_attempts")),
    )
    op.create_index("ix_sign_in_attempts_login", "sign_in_attempts", ["login_folded", "at"])
    op.create_index("ix_sign_in_attempts_address", "sign_in_attempts", ["address", "at"])
    op.create_table(
        "memberships",
        sa.Column("person", sa.String(length=12), nullable=False),
        sa.Column("role", sa.String(length=20), nullable=False),
        sa.Column("office_folded", sa.Text(), nullable=False, comment="for comparing"),
        sa.Column("office", sa.Text(), nullable=False, comment="as printed, or * for all"),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name=op.f("fk_memberships_person")),
        sa.PrimaryKeyConstraint("person", "role", "office_folded", name=op.f("pk_memberships")),
    )
    op.create_table(
        "sessions",
        sa.Column(
            "digest", sa.String(length=64), nullable=False, comment="SHA-256 of the cookie's value"
        ),
        sa.Column("person", sa.String(length=12), nullable=False),
        sa.Column("address", sa.Text(), nullable=False, comment="from where it was begun"),
        sa.Column("begun_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name=op.f("fk_sessions_person")),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_sessions")),
    )
    op.create_index(op.f("ix_sessions_person"), "sessions", ["person"])
    op.create_table(
        "tokens",
        sa.Column("id", sa.String(length=12), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False, comment="SHA-256 of the token"),
        sa.Column("person", sa.String(length=12), nullable=False),
        sa.Column("label", sa.Text(), nullable=False, comment="what it is for, as its owner says"),
        sa.Column("scopes", sa.Text(), nullable=False, comment="JSON list of acts"),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name=op.f("fk_tokens_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tokens")),
        sa.UniqueConstraint("digest", name=op.f("uq_tokens_digest")),
    )
    op.create_index(op.f("ix_tokens_person"), "tokens", ["person"])
