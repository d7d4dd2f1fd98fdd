"""The index's tables: every row can be rebuilt from the storage."""

from __future__ import annotations

from typing import Final

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
    false,
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
    Column("state", Text, nullable=False, comment="issued, signed, withdrawn or superseded"),
    Column("head", Integer, nullable=False, comment="number of the newest version"),
    Column("created", UtcTime, nullable=False, index=True, comment="when v1 was filed"),
    Column("standing_since", Text, comment="ISO 8601"),
    Column("standing_reason", Text, nullable=False, server_default=""),
    Column("replaced_by", String(12), comment="the document that took its place"),
    Column("scheme", Text, comment="of the code that the arsiparis gave"),
    Column("kept_code", Text, comment="that the arsiparis gave; classification is what counts"),
    Column("access", Text, nullable=False, server_default="biasa"),
    Column("vital", Boolean, nullable=False, server_default=false()),
    Column("active_years", Integer),
    Column("inactive_years", Integer),
    Column("fate", Text),
    Column("counted_from", Text),
    Column("retention_basis", Text),
    Column("active_until", Text, comment="ISO 8601, last day of the active stage"),
    Column("due_after", Text, index=True, comment="ISO 8601, last day of retention"),
    # Facets are counted in the index alone: in its order, with what hides and finds a document.
    Index(
        "ix_documents_facets",
        *("kind", "year", "office", "state", "classification"),
        *("office_folded", "access", "document"),
    ),
)

VERSIONS: Final = Table(
    "versions",
    METADATA,
    Column("document", ForeignKey("documents.document"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("key", Text, nullable=False, comment="names the act of filing"),
    Column("sort", Text, nullable=False, server_default="files", comment="why it was filed"),
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
