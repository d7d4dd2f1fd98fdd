"""An archive in a temporary folder, over SQLite and over PostgreSQL."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from archive.archive import Archive
from archive.database import Database
from tests.postgres import fresh_database, postgres_server

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["postgres_server"]


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Where an empty database lies, of each sort in turn."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'db.sqlite3'}"
    else:
        with fresh_database(request.getfixturevalue("postgres_server")) as url:
            yield url


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    """A database with all tables."""
    made = Database(database_url)
    made.create_all()
    yield made
    made.close()


@pytest.fixture
def archive(tmp_path: Path, database: Database) -> Archive:
    """An empty archive."""
    return Archive(tmp_path / "archive", tmp_path / "staging", database)
