"""Full text of documents.

The storage is not read here: until ``lontar rebuild`` documents that were filed before are found by
their record only, and the pages say so.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


WORDS = {
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
"""The index of words; as archive/index/texts.py has it for tables made without us."""


def upgrade() -> None:
    op.create_table(
        "texts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("document", sa.String(length=12), nullable=False),
        sa.Column("head", sa.Text(), nullable=False, comment="its record, one entry a line"),
        sa.Column("content", sa.Text(), nullable=False, comment="its data, one text a line"),
        sa.Column(
            "told", sa.Boolean(), nullable=False, comment="false where the data could not be read"
        ),
        sa.ForeignKeyConstraint(
            ["document"], ["documents.document"], name=op.f("fk_texts_document")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_texts")),
        sa.UniqueConstraint("document", name=op.f("uq_texts_document")),
    )
    op.create_index(
        "ix_texts_untold",
        "texts",
        ["document"],
        sqlite_where=sa.text("told = 0"),
        postgresql_where=sa.text("NOT told"),
    )
    for statement in WORDS[op.get_bind().dialect.name]:
        op.get_bind().exec_driver_sql(statement)
    documents = sa.table(
        "documents",
        *map(
            sa.column, ("document", "title", "number", "office", "kind", "classification", "code")
        ),
    )
    known = documents.c
    kind = sa.func.replace(known.kind, "_", " ")
    rest = (known.number, known.office, kind, known.classification, known.code)
    head: sa.ColumnElement[str] = sa.cast(known.title, sa.Text())
    for each in rest:
        head = head + sa.func.coalesce("\n" + each, "")
    texts = sa.table("texts", *map(sa.column, ("document", "head", "content", "told")))
    told = sa.select(known.document, head, sa.literal(""), sa.false())
    op.execute(sa.insert(texts).from_select(["document", "head", "content", "told"], told))
    op.drop_column("documents", "searched")
    op.create_index(
        "ix_documents_facets",
        "documents",
        [
            *("kind", "year", "office", "state", "classification"),
            *("office_folded", "access", "document"),
        ],
    )
