"""The trail's table."""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import DDL, Column, Integer, String, Table, Text, event

from archive.database import METADATA, UtcTime

EVENTS: Final = Table(
    "events",
    METADATA,
    Column("event", Integer, primary_key=True, comment="in the order of writing"),
    Column("at", UtcTime, nullable=False),
    Column("word", Text, nullable=False, comment="event type, PREMIS 3 where it has one"),
    Column("sentence", Text, nullable=False, comment="what happened, in Indonesian"),
    Column("document", String(12), index=True),
    Column("version", Integer),
    Column("actor_name", Text, nullable=False),
    Column("actor_address", Text, nullable=False),
)

FORBID_CHANGES: Final = {
    "sqlite": (
        """CREATE TRIGGER IF NOT EXISTS events_stay BEFORE UPDATE ON events
        BEGIN SELECT RAISE(ABORT, 'events are append-only'); END""",
        """CREATE TRIGGER IF NOT EXISTS events_last BEFORE DELETE ON events
        BEGIN SELECT RAISE(ABORT, 'events are append-only'); END""",
    ),
    "postgresql": (
        """CREATE OR REPLACE FUNCTION events_stay() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION 'events are append-only'; END $$""",
        """CREATE OR REPLACE TRIGGER events_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON events
        FOR EACH STATEMENT EXECUTE FUNCTION events_stay()""",
    ),
}
"""SQL by database, that makes the trail append-only for everyone but the owner of the schema."""

for _dialect, _statements in FORBID_CHANGES.items():
    for _statement in _statements:
        # Part of the table's description: whoever creates the table from it gets the guard too.
        guard: Any = DDL(_statement)  # type: ignore[no-untyped-call]
        event.listen(EVENTS, "after_create", guard.execute_if(dialect=_dialect))
