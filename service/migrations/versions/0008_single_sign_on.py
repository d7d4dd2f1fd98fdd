"""People who sign in at their own identity provider."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    op.add_column(
        "people",
        sa.Column(
            "password_until",
            sa.DateTime(timezone=True),
            nullable=True,
            comment="end of a one-time password; none for one's own",
        ),
    )
    op.add_column(
        "sessions",
        sa.Column(
            "through",
            sa.Text(),
            nullable=True,
            comment="name of the identity provider; none for a password",
        ),
    )
    op.create_table(
        "identities",
        sa.Column("issuer", sa.Text(), nullable=False, comment="address of the identity provider"),
        sa.Column("subject", sa.Text(), nullable=False, comment="its own name for the person"),
        sa.Column("person", sa.String(length=12), nullable=False),
        sa.Column(
            "shown", sa.Text(), nullable=False, comment="as the provider calls her, for reading"
        ),
        sa.Column("linked_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name=op.f("fk_identities_person")),
        sa.PrimaryKeyConstraint("issuer", "subject", name=op.f("pk_identities")),
    )
    op.create_index(op.f("ix_identities_person"), "identities", ["person"])
    op.create_table(
        "invitations",
        sa.Column("person", sa.String(length=12), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False, comment="SHA-256 of the word"),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name=op.f("fk_invitations_person")),
        sa.PrimaryKeyConstraint("person", name=op.f("pk_invitations")),
        sa.UniqueConstraint("digest", name=op.f("uq_invitations_digest")),
    )
    op.create_table(
        "sign_ons",
        sa.Column(
            "state",
            sa.String(length=64),
            nullable=False,
            comment="SHA-256 of what the provider returns",
        ),
        sa.Column(
            "door", sa.String(length=64), nullable=False, comment="SHA-256 of the browser's cookie"
        ),
        sa.Column("nonce", sa.Text(), nullable=False),
        sa.Column("verifier", sa.Text(), nullable=False, comment="PKCE"),
        sa.Column("goal", sa.Text(), nullable=False, comment="where to go afterwards"),
        sa.Column(
            "invitation",
            sa.String(length=64),
            nullable=True,
            comment="SHA-256 of the word that was brought",
        ),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("begun_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("state", name=op.f("pk_sign_ons")),
    )
    op.create_index(op.f("ix_sign_ons_address"), "sign_ons", ["address"])
    op.create_index(op.f("ix_sign_ons_begun_at"), "sign_ons", ["begun_at"])
