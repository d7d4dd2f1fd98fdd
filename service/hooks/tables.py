"""The tables of webhooks and of each telling."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Column, ForeignKey, Integer, String, Table, Text, UniqueConstraint

from archive.database import METADATA, UtcTime

HOOKS: Final = Table(
    "hooks",
    METADATA,
    Column("id", String(12), primary_key=True),
    Column("url", Text, nullable=False),
    Column("secret", Text, nullable=False, comment="signs what is told"),
    Column("office", Text, nullable=False, comment="as printed, or * for all"),
    Column("office_folded", Text, nullable=False, comment="for comparing"),
    Column("created_at", UtcTime, nullable=False),
    Column("removed_at", UtcTime),
)

DELIVERIES: Final = Table(
    "deliveries",
    METADATA,
    Column("id", String(12), primary_key=True),
    Column("hook", ForeignKey("hooks.id"), nullable=False),
    Column("event", String(20), nullable=False),
    Column("job", String(36), nullable=False),
    Column("body", Text, nullable=False, comment="JSON, as it is sent"),
    Column("created_at", UtcTime, nullable=False),
    Column("due_at", UtcTime, index=True, comment="none when over"),
    Column("attempts", Integer, nullable=False),
    Column("status", Integer, comment="last HTTP status"),
    Column("error", Text, comment="why the last attempt failed"),
    Column("delivered_at", UtcTime),
    # A job ends in a state once, so two couriers cannot tell it twice.
    UniqueConstraint("hook", "event", "job"),
)
