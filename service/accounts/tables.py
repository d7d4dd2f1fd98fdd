"""The tables of accounts; of secrets they hold only digests."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, String, Table, Text

from archive.database import METADATA, UtcTime

PEOPLE: Final = Table(
    "people",
    METADATA,
    Column("id", String(12), primary_key=True),
    Column("login", Text, nullable=False),
    Column("login_folded", Text, nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("password", Text, comment="argon2id; none where the person cannot sign in by password"),
    Column("active", Boolean, nullable=False),
    Column("created_at", UtcTime, nullable=False),
    Column("password_until", UtcTime, comment="end of a one-time password; none for one's own"),
)

MEMBERSHIPS: Final = Table(
    "memberships",
    METADATA,
    Column("person", ForeignKey("people.id"), primary_key=True),
    Column("role", String(20), primary_key=True),
    Column("office_folded", Text, primary_key=True, comment="for comparing"),
    Column("office", Text, nullable=False, comment="as printed, or * for all"),
)

SESSIONS: Final = Table(
    "sessions",
    METADATA,
    Column("digest", String(64), primary_key=True, comment="SHA-256 of the cookie's value"),
    Column("person", ForeignKey("people.id"), nullable=False, index=True),
    Column("address", Text, nullable=False, comment="from where it was begun"),
    Column("begun_at", UtcTime, nullable=False),
    Column("seen_at", UtcTime, nullable=False),
    Column("through", Text, comment="name of the identity provider; none for a password"),
)

TOKENS: Final = Table(
    "tokens",
    METADATA,
    Column("id", String(12), primary_key=True),
    Column("digest", String(64), nullable=False, unique=True, comment="SHA-256 of the token"),
    Column("person", ForeignKey("people.id"), nullable=False, index=True),
    Column("label", Text, nullable=False, comment="what it is for, as its owner says"),
    Column("scopes", Text, nullable=False, comment="JSON list of acts"),
    Column("created_at", UtcTime, nullable=False),
    Column("expires_at", UtcTime, nullable=False),
    Column("used_at", UtcTime),
    Column("revoked_at", UtcTime),
)

ATTEMPTS: Final = Table(
    "sign_in_attempts",
    METADATA,
    Column("attempt", Integer, primary_key=True),
    Column("login_folded", Text, nullable=False),
    Column("address", Text, nullable=False),
    Column("at", UtcTime, nullable=False),
)
"""Attempts that did not succeed; a success takes its person's away."""

IDENTITIES: Final = Table(
    "identities",
    METADATA,
    Column("issuer", Text, primary_key=True, comment="address of the identity provider"),
    Column("subject", Text, primary_key=True, comment="its own name for the person"),
    Column("person", ForeignKey("people.id"), nullable=False, index=True),
    Column("shown", Text, nullable=False, comment="as the provider calls her, for reading"),
    Column("linked_at", UtcTime, nullable=False),
)

INVITATIONS: Final = Table(
    "invitations",
    METADATA,
    Column("person", ForeignKey("people.id"), primary_key=True),
    Column("digest", String(64), nullable=False, unique=True, comment="SHA-256 of the word"),
    Column("made_at", UtcTime, nullable=False),
)
"""Whoever brings the word links her identity to this person; one at a time, used once."""

SIGN_ONS: Final = Table(
    "sign_ons",
    METADATA,
    Column("state", String(64), primary_key=True, comment="SHA-256 of what the provider returns"),
    Column("door", String(64), nullable=False, comment="SHA-256 of the browser's cookie"),
    Column("nonce", Text, nullable=False),
    Column("verifier", Text, nullable=False, comment="PKCE"),
    Column("goal", Text, nullable=False, comment="where to go afterwards"),
    Column("invitation", String(64), comment="SHA-256 of the word that was brought"),
    Column("address", Text, nullable=False, index=True),
    Column("begun_at", UtcTime, nullable=False, index=True),
)
"""Who is away at the identity provider; each is taken once."""

Index("ix_sign_in_attempts_login", ATTEMPTS.c.login_folded, ATTEMPTS.c.at)
Index("ix_sign_in_attempts_address", ATTEMPTS.c.address, ATTEMPTS.c.at)
