"""A throw-away PostgreSQL, as an ordinary user, on a socket of its own."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import pytest

PROGRAMS = next(iter(sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)), None)


@contextmanager
def postgres_urls() -> Iterator[Callable[[], str]]:
    """Starts a server; what is given makes a new database and gives its URL."""
    if PROGRAMS is None:
        pytest.skip("PostgreSQL is not installed")
    folder = Path(tempfile.mkdtemp(prefix="lontar-pg-"))
    if os.geteuid() == 0:
        owner = pwd.getpwnam("postgres")
        os.chown(folder, owner.pw_uid, owner.pw_gid)
    data = folder / "data"
    _run("initdb", "-D", data, "-U", "lontar", "-A", "trust", "--no-sync")
    options = f"-k {folder} -c listen_addresses='' -c fsync=off"
    _run("pg_ctl", "-D", data, "-o", options, "-l", folder / "log", "-w", "start")
    numbers = count(1)

    def new_database() -> str:
        name = f"db{next(numbers)}"
        _run("createdb", "-h", folder, "-U", "lontar", name)
        return f"postgresql+psycopg://lontar@/{name}?host={folder}"

    try:
        yield new_database
    finally:
        _run("pg_ctl", "-D", data, "-m", "immediate", "-w", "stop")
        shutil.rmtree(folder)


def _run(program: str, *arguments: object) -> None:
    # PostgreSQL refuses to run as root.
    prefix = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    command = [*prefix, str(PROGRAMS / program), *map(str, arguments)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd="/")
