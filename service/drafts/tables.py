"""The tables of drafts and of their rounds of checking."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, String, Table, Text

from archive.database import METADATA, UtcTime

DRAFTS: Final = Table(
    "drafts",
    METADATA,
    Column("id", String(12), primary_key=True),
    Column("kind", String(60), nullable=False),
    Column("title", Text, nullable=False),
    Column("office", Text, nullable=False, comment="as printed"),
    Column("office_folded", Text, nullable=False, comment="for comparing"),
    Column("data", Text, nullable=False, comment="JSON, verbatim"),
    Column("state", String(20), nullable=False),
    Column("revision", Integer, nullable=False),
    Column("writers", Text, nullable=False, comment="JSON list of persons"),
    Column("seen", Text, nullable=False, comment="JSON: finding, who acknowledged it"),
    Column("job", String(36), index=True),
    Column("created_by", Text, nullable=False),
    Column("created_at", UtcTime, nullable=False),
    Column("changed_by", Text, nullable=False),
    Column("changed_at", UtcTime, nullable=False),
    Column("copied", Text, comment="JSON: document, its path → value that a copy must not keep"),
)
Index("ix_drafts_office_folded", DRAFTS.c.office_folded, DRAFTS.c.changed_at)

ROUNDS: Final = Table(
    "draft_rounds",
    METADATA,
    Column("draft", ForeignKey("drafts.id"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("data", Text, nullable=False, comment="JSON as sent"),
    Column("sent_by", Text, nullable=False),
    Column("sent_at", UtcTime, nullable=False),
    Column("verdict", String(20)),
    Column("decided_by", Text),
    Column("decided_at", UtcTime),
    Column("reason", Text, nullable=False),
    Column("marks", Text, nullable=False, comment="JSON list of path and sentence"),
)

SAVES: Final = Table(
    "draft_saves",
    METADATA,
    Column("draft", ForeignKey("drafts.id"), primary_key=True),
    Column("revision", Integer, primary_key=True, autoincrement=False),
    Column("onward", Boolean, nullable=False, comment="true: it was undone, and may come again"),
    Column("data", Text, nullable=False, comment="JSON, verbatim"),
)
