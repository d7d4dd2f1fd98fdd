"""What documents say, word by word: kept beside the index, found by the database's own search.

``texts`` holds what can be read; ``text_words`` is the database's index over it: FTS5 on SQLite,
``tsvector`` on PostgreSQL. Triggers let it follow, so whoever writes a text (filing, rebuilding,
restoring a backup) has nothing else to do. Both fold case and diacritics, take every sign that is
neither letter nor digit as the end of a word, and stem nothing: what is found must not depend on
which database an office chose, and a backup moves between them.

Read are the texts of ``data.json``, which are what a document says in the words of its office. The
PDF is not read: it would add the form's own words, which all documents of a kind share.
"""

from __future__ import annotations

import json
import unicodedata
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import (
    DDL,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    event,
    select,
)
from sqlalchemy import text as sql
from sqlalchemy.dialects import postgresql, sqlite

from archive.database import METADATA

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy import Connection

    from archive.filing import Filing
    from archive.records import DocumentId

DATA: Final = "data.json"
"""Name of the data in the archive."""
LONGEST: Final = 200_000
"""Characters of one document that are looked through: PostgreSQL's index takes 1 MB a document."""

TEXTS: Final = Table(
    "texts",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("document", String(12), ForeignKey("documents.document"), nullable=False, unique=True),
    Column("head", Text, nullable=False, comment="its record, one entry a line"),
    Column("content", Text, nullable=False, comment="its data, one text a line"),
    Column("told", Boolean, nullable=False, comment="false where the data could not be read"),
    Index(
        "ix_texts_untold",
        "document",
        sqlite_where=sql("told = 0"),
        postgresql_where=sql("NOT told"),
    ),
)

WORDS: Final = {
    "sqlite": (
        """CREATE VIRTUAL TABLE text_words USING fts5(head, content, content = 'texts',
        content_rowid = 'id', columnsize = 0, tokenize = 'unicode61 remove_diacritics 2')""",
        """CREATE TRIGGER texts_come AFTER INSERT ON texts BEGIN
        INSERT INTO text_words (rowid, head, content) VALUES (new.id, new.head, new.content);
        END""",
        """CREATE TRIGGER texts_go AFTER DELETE ON texts BEGIN
        INSERT INTO text_words (text_words, rowid, head, content)
        VALUES ('delete', old.id, old.head, old.content);
        END""",
        """CREATE TRIGGER texts_change AFTER UPDATE ON texts
        WHEN old.head <> new.head OR old.content <> new.content BEGIN
        INSERT INTO text_words (text_words, rowid, head, content)
        VALUES ('delete', old.id, old.head, old.content);
        INSERT INTO text_words (rowid, head, content) VALUES (new.id, new.head, new.content);
        END""",
    ),
    "postgresql": (
        # Vectors lie apart from their rows: most questions read the index and the key only.
        """CREATE TABLE text_words (document VARCHAR(12) PRIMARY KEY
        REFERENCES texts (document) ON DELETE CASCADE, head tsvector NOT NULL,
        whole tsvector NOT NULL) WITH (toast_tuple_target = 128)""",
        "CREATE INDEX ix_text_words_head ON text_words USING gin (head)",
        "CREATE INDEX ix_text_words_whole ON text_words USING gin (whole)",
        r"""CREATE OR REPLACE FUNCTION words_of(said text) RETURNS tsvector
        LANGUAGE sql IMMUTABLE AS $$ SELECT to_tsvector('simple',
        regexp_replace(lower(regexp_replace(normalize(said, NFKD),
        '[\u0300-\u036f]+', '', 'g')), '[^[:alnum:]]+', ' ', 'g')) $$""",
        """CREATE OR REPLACE FUNCTION texts_follow() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        INSERT INTO text_words VALUES (new.document, words_of(new.head),
        words_of(new.head || ' ' || new.content))
        ON CONFLICT (document) DO UPDATE SET head = excluded.head, whole = excluded.whole;
        RETURN NULL; END $$""",
        """CREATE TRIGGER texts_come AFTER INSERT ON texts
        FOR EACH ROW EXECUTE FUNCTION texts_follow()""",
        """CREATE TRIGGER texts_change AFTER UPDATE ON texts FOR EACH ROW
        WHEN (old.head <> new.head OR old.content <> new.content)
        EXECUTE FUNCTION texts_follow()""",
        # A word of many documents is cheaper in the index than in their vectors, which the
        # planner does not know; it takes the index where it may not read the table.
        """CREATE OR REPLACE FUNCTION words_said(asked tsquery) RETURNS SETOF VARCHAR
        LANGUAGE sql STABLE SET enable_seqscan = off AS $$
        SELECT document FROM text_words WHERE whole @@ asked $$""",
        """CREATE OR REPLACE FUNCTION words_called(asked tsquery) RETURNS SETOF VARCHAR
        LANGUAGE sql STABLE SET enable_seqscan = off AS $$
        SELECT document FROM text_words WHERE head @@ asked $$""",
    ),
}
"""SQL by database, that makes the index of words and lets it follow."""

_GONE: Any = DDL("DROP TABLE text_words")  # type: ignore[no-untyped-call]
event.listen(TEXTS, "before_drop", _GONE)
for _dialect, _statements in WORDS.items():
    for _statement in _statements:
        # Part of the table's description: whoever creates the table from it gets the index too.
        _made: Any = DDL(_statement)  # type: ignore[no-untyped-call]
        event.listen(TEXTS, "after_create", _made.execute_if(dialect=_dialect))


def write_text(
    connection: Connection, document: DocumentId, filing: Filing, *, data: Path | None
) -> None:
    """Write what a version says.

    Args:
        connection: that writes the version.
        document: whose text it is; its row is there already.
        filing: of the version.
        data: where its data lie; None leaves what an earlier version said.
    """
    row: dict[str, Any] = {"head": _plain(head_of(filing))}
    if data is not None:
        said = said_in(data)
        row |= {"content": said or "", "told": said is not None}
    dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
    connection.execute(
        dialect.insert(TEXTS)
        .values(**{"document": document.value, "content": "", "told": True} | row)
        .on_conflict_do_update(index_elements=[TEXTS.c.document], set_=row)
    )


def head_of(filing: Filing) -> str:
    """The words by which a document is called, one entry a line."""
    record, kind = filing.record, filing.record.kind.replace("_", " ")
    classed = filing.keeping.classification or record.classification
    known = (record.title, record.number, record.office, kind, classed, record.code)
    return "\n".join(each for each in known if each)


def said_in(data: Path) -> str | None:
    """Every text of a data file once, in its order, one a line; None where it cannot be read."""
    try:
        plain = json.loads(data.read_bytes())
        said = dict.fromkeys(" ".join(each.split()) for each in _strings(plain))
    except (OSError, ValueError, RecursionError):
        return None
    return _plain("\n".join(each for each in said if each))


def untold(connection: Connection) -> bool:
    """Whether some documents are found by their record only, for their data were not read."""
    return (
        connection.execute(select(TEXTS.c.document).where(~TEXTS.c.told).limit(1)).first()
        is not None
    )


def _strings(value: Any) -> Iterator[str]:  # noqa: ANN401 - plain data
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from _strings(each)
    elif isinstance(value, list):
        for each in value:
            yield from _strings(each)


def _plain(said: str) -> str:
    """As both databases can hold and compare it: composed signs, no NUL, no half of a pair."""
    composed = unicodedata.normalize("NFKC", said[:LONGEST])[:LONGEST]
    return composed.replace("\x00", " ").encode("utf-8", "replace").decode()
