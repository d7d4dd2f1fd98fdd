"""The database's schema: brought up to date at start, by whoever starts first.

Alembic is loaded only when there is something to do, so that an everyday command does not
wait for it.
"""

# ruff: noqa: PLC0415 - Alembic is loaded only when there is something to do

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sqlalchemy import inspect, text

from archive.database import METADATA
from service.errors import SchemaTooNew

if TYPE_CHECKING:
    from sqlalchemy import Connection, MetaData

    from archive.database import Database

MIGRATIONS: Final = Path(__file__).parent / "migrations"
_LOCK: Final = 0x4C4F4E54
"""PostgreSQL's advisory lock of our migrations ("LONT"); SQLite's writers queue anyway."""
_TABLE_MODULES: Final = (
    "archive.archive",
    "workers.jobs",
    "workers.office_forms",
    "service.accounts.tables",
    "service.drafts.tables",
    "service.hooks.tables",
)


def whole_schema() -> MetaData:
    """METADATA with every table registered on it."""
    for module in _TABLE_MODULES:
        import_module(module)
    return METADATA


def newest() -> str:
    """The revision that this release knows last; files are named ``0001_spine.py`` and so on."""
    return max(path.name[:4] for path in (MIGRATIONS / "versions").glob("[0-9]*_*.py"))


def upgrade(database: Database) -> None:
    """Bring the schema up to date; safe under concurrent starts, quick when nothing is to do."""
    with database.reading() as connection:
        if _is_current(connection):
            return
    with database.transaction() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
        if not _is_current(connection):
            _run(connection)


def _is_current(connection: Connection) -> bool:
    if not inspect(connection).has_table("alembic_version"):
        return False
    found = connection.scalar(text("SELECT version_num FROM alembic_version"))
    known = newest()
    if found is not None and found > known:
        raise SchemaTooNew(found, known)
    return bool(found == known)


def _run(connection: Connection) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
