"""The index's tables: every row can be rebuilt from the storage."""

from __future__ import annotations

from typing import Final

from sqlalchemy import (
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from archive.database import METADATA, UtcTime

DOCUMENTS: Final = Table(
    "documents",
    METADATA,
    Column("document", String(12), primary_key=True),
    Column("kind", Text, nullable=False, index=True),
    Column("title", Text, nullable=False),
    Column("office", Text, nullable=False),
    Column("office_folded", Text, nullable=False, index=True, comment="for comparing"),
    Column("year", Integer, nullable=False, index=True),
    Column("number", Text),
    Column("date", Text),
    Column("classification", Text),
    Column("code", Text, nullable=False, index=True),
    Column("number_folded", Text, index=True, comment="without spaces and case, for comparing"),
    Column("searched", Text, nullable=False, comment="what words are looked for in, case folded"),
    Column("state", Text, nullable=False),
    Column("head", Integer, nullable=False, comment="number of the newest version"),
    Column("created", UtcTime, nullable=False, index=True, comment="when v1 was filed"),
)

VERSIONS: Final = Table(
    "versions",
    METADATA,
    Column("document", ForeignKey("documents.document"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("key", Text, nullable=False, comment="names the act of filing"),
    Column("created", UtcTime, nullable=False),
    Column("actor_name", Text, nullable=False),
    Column("actor_address", Text, nullable=False),
    Column("message", Text, nullable=False),
    Column("inventory", String(128), nullable=False, comment="SHA-512 of the OCFL inventory"),
    UniqueConstraint("document", "key"),
)

FILES: Final = Table(
    "files",
    METADATA,
    Column("document", String(12), primary_key=True),
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("name", Text, primary_key=True),
    Column("size", Integer, nullable=False, comment="bytes"),
    Column("digest", String(128), nullable=False, index=True),
    Column("media_type", Text, nullable=False),
    ForeignKeyConstraint(["document", "version"], ["versions.document", "versions.number"]),
)
