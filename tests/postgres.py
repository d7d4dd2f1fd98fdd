"""A throw-away PostgreSQL for tests: one cluster a session, one fresh database a test.

`LONTAR_TEST_POSTGRES` may name a server instead (``postgresql+psycopg://user@host/postgres``)
whose user may create databases.
"""

from __future__ import annotations

import itertools
import os
import shutil
import subprocess
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import create_engine, make_url, text
from sqlalchemy.pool import NullPool

if TYPE_CHECKING:
    from collections.abc import Iterator

_COUNT = itertools.count(1)


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """URL of a server on which databases may be created."""
    if url := os.environ.get("LONTAR_TEST_POSTGRES"):
        yield url
        return
    programs = find_programs()
    if programs is None:
        pytest.skip("PostgreSQL is not installed (/usr/lib/postgresql/*/bin)")
    with running_cluster(programs) as url:
        yield url


@contextmanager
def fresh_database(server: str) -> Iterator[str]:
    """URL of an empty database, dropped afterwards with whoever is still connected."""
    name = f"lontar_{os.getpid()}_{next(_COUNT)}"
    _execute(server, f"CREATE DATABASE {name} TEMPLATE template0 STRATEGY file_copy")
    try:
        yield make_url(server).set(database=name).render_as_string(hide_password=False)
    finally:
        _execute(server, f"DROP DATABASE {name} WITH (FORCE)")


def find_programs() -> Path | None:
    """The newest installed PostgreSQL's programs."""
    found = [path.parent for path in Path("/usr/lib/postgresql").glob("*/bin/initdb")]
    return max(found, key=lambda path: int(path.parent.name), default=None)


@contextmanager
def running_cluster(programs: Path) -> Iterator[str]:
    """Run a cluster on a socket of its own, without any care for power cuts."""
    folder = Path(tempfile.mkdtemp(prefix="lontar-pg-"))
    if os.getuid() == 0:
        shutil.chown(folder, "postgres")
    data = folder / "data"
    options = (
        f"-c listen_addresses='' -c unix_socket_directories='{folder}' -c fsync=off"
        " -c full_page_writes=off -c max_connections=60"
    )
    try:
        _run(
            programs / "initdb",
            "-D",
            data,
            "-A",
            "trust",
            "-U",
            "lontar",
            "--no-sync",
            "-E",
            "UTF8",
            "--locale=C.UTF-8",
        )
        _run(programs / "pg_ctl", "-D", data, "-w", "-l", folder / "log", "-o", options, "start")
        try:
            yield f"postgresql+psycopg://lontar@/postgres?host={folder}"
        finally:
            _run(programs / "pg_ctl", "-D", data, "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _run(*command: str | Path) -> None:
    # PostgreSQL refuses to run as root.
    before = ["runuser", "-u", "postgres", "--"] if os.getuid() == 0 else []
    done = subprocess.run(
        [*before, *map(str, command)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        cwd="/",
        check=False,
    )
    if done.returncode != 0:
        raise RuntimeError(done.stderr.decode(errors="replace"))


def _execute(server: str, statement: str) -> None:
    engine = create_engine(server, poolclass=NullPool, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(statement))
    engine.dispose()
