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

Index("ix_sign_in_attempts_login", ATTEMPTS.c.login_folded, ATTEMPTS.c.at)
Index("ix_sign_in_attempts_address", ATTEMPTS.c.address, ATTEMPTS.c.at)
