"""The database is brought up to date at start, by whoever starts first."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from sqlalchemy import text

from archive.database import Database
from archive.index.search import Search, search
from service.errors import SchemaTooNew
from service.schema import MIGRATIONS, newest, upgrade, whole_schema
from tests.service.postgres_server import postgres_urls

PROJECT = Path(__file__).parents[2]
START = """
import sys
from archive.database import Database
from service.schema import upgrade
upgrade(Database(sys.argv[1]))
"""


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """An empty database."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'db.sqlite3'}"
        return
    with postgres_urls() as new_database:
        yield new_database()


@pytest.fixture
def database(url: str) -> Iterator[Database]:
    opened = Database(url)
    yield opened
    opened.close()


def test_migrations_lead_to_the_schema_of_the_code(database: Database):
    """After all migrations the database has exactly the tables that the code declares."""
    upgrade(database)

    with database.reading() as connection:
        # The index of words is the database's own, of tables that differ; the next tests hold it.
        opts = {
            "compare_type": True,
            "include_name": lambda name, *_: "text_words" not in str(name),
        }
        context = MigrationContext.configure(connection, opts=opts)
        assert compare_metadata(context, whole_schema()) == []
        assert len(whole_schema().tables) >= 7


def test_migrations_make_the_same_triggers_as_the_code(tmp_path: Path):
    """A migrated database guards its trail with the same triggers as one made from the tables."""
    query = text("SELECT name, tbl_name FROM sqlite_master WHERE type = 'trigger' ORDER BY name")
    found = []
    for name in ("migrated", "created"):
        database = Database(f"sqlite:///{tmp_path / name}")
        if name == "migrated":
            upgrade(database)
        else:
            whole_schema()
            database.create_all()
        with database.reading() as connection:
            found.append(connection.execute(query).all())
        database.close()

    assert found[0] == found[1]
    assert found[0]


def test_upgrading_twice_changes_nothing(database: Database):
    """A second start finds nothing to do."""
    upgrade(database)
    upgrade(database)

    with database.reading() as connection:
        versions = connection.execute(text("SELECT version_num FROM alembic_version")).all()
    assert versions == [(newest(),)]


def test_documents_filed_before_are_found_by_their_office(database: Database):
    """An installation of the first release keeps its documents, and their offices are compared."""
    old = text(
        "INSERT INTO documents (document, kind, title, office, year, code, searched, state, head,"
        " created) VALUES ('0123456789ab', 'sop', 'Surat', 'Dinas  KOMINFO', 2023, 'K', 'surat',"
        " 'issued', 1, '2026-01-01 00:00:00')"
    )
    version = text(
        "INSERT INTO versions (document, number, key, created, actor_name, actor_address, message,"
        " inventory) VALUES ('0123456789ab', 1, 'k', '2026-01-01 00:00:00', '', '', '', '')"
    )
    with database.transaction() as connection:
        config = Config()
        config.set_main_option("script_location", str(MIGRATIONS))
        config.attributes["connection"] = connection
        command.upgrade(config, "0002")
        connection.execute(old)
        connection.execute(version)

    upgrade(database)

    with database.reading() as connection:
        assert search(connection, Search(within=frozenset({"dinas kominfo"}))).entries
        assert not search(connection, Search(within=frozenset({"dinas"}))).entries


def test_many_may_start_at_once(url: str):
    """Processes that start together on an empty database all find it ready."""
    command = [sys.executable, "-c", START, url]
    starts = [
        subprocess.Popen(command, cwd=PROJECT, stderr=subprocess.PIPE, text=True) for _ in range(5)
    ]

    told = [each.communicate(timeout=60)[1] for each in starts]

    assert [each.returncode for each in starts] == [0] * 5, told


def test_a_database_from_the_future_is_left_alone(database: Database):
    """A database that a later release upgraded is refused with a sentence, not changed."""
    upgrade(database)
    with database.transaction() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))

    with pytest.raises(SchemaTooNew, match="9999"):
        upgrade(database)
