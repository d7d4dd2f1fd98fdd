"""An installation in a folder of its own, with the inbox in the test's hands."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from argon2 import PasswordHasher
from argon2.profiles import CHEAPEST
from click.testing import CliRunner, Result

from doc_templates.registry import kinds
from service.accounts import passwords
from service.app import House, open_house
from service.cli import main
from tests.service.postgres_server import postgres_urls
from workers.errors import BrokerUnavailable


@dataclass
class Letterbox:
    """Keeps the ids it is given; where it is out of order, nothing comes through."""

    taken: list[str] = field(default_factory=list)
    broken: bool = False

    def put(self, job_id: str) -> None:
        if self.broken:
            raise BrokerUnavailable("ConnectionRefusedError")
        self.taken.append(job_id)

    def waiting(self) -> int:
        if self.broken:
            raise BrokerUnavailable("ConnectionRefusedError")
        return len(self.taken)

    def close(self) -> None:
        pass


@pytest.fixture(autouse=True)
def cheap_passwords(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hashing is slow on purpose; only its own tests wait for that."""
    monkeypatch.setattr(passwords, "_HASHER", PasswordHasher.from_parameters(CHEAPEST))
    monkeypatch.setattr(passwords, "_nobody", cache(passwords._nobody.__wrapped__))


@pytest.fixture
def letterbox() -> Letterbox:
    return Letterbox()


@pytest.fixture
def house(letterbox: Letterbox) -> Iterator[House]:
    """A real archive, register and ledger."""
    opened = replace(open_house(), inbox=letterbox)
    yield opened
    opened.database.close()


@pytest.fixture
def postgres_house(letterbox: Letterbox, monkeypatch: pytest.MonkeyPatch) -> Iterator[House]:
    """The same on PostgreSQL, where writers truly run beside each other."""
    with postgres_urls() as new_database:
        monkeypatch.setenv("LONTAR_DATABASE_URL", new_database())
        opened = replace(open_house(), inbox=letterbox)
        yield opened
        opened.database.close()


@pytest.fixture
def sample() -> Callable[..., dict[str, Any]]:
    """The data of a sample, with changes."""

    def read(kind: str = "perjanjian_kinerja", name: str = "camat", **changes: Any) -> Any:
        path = kinds()[kind].samples()[name]
        return json.loads(path.read_text(encoding="utf-8")) | changes

    return read


@pytest.fixture
def data_file(tmp_path: Path) -> Callable[..., Path]:
    """Writes a data file and gives its path."""

    def write(content: Any, name: str = "data.json") -> Path:
        path = tmp_path / name
        if isinstance(content, bytes):
            path.write_bytes(content)
        elif isinstance(content, str):
            path.write_text(content, encoding="utf-8")
        else:
            path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
        return path

    return write


@pytest.fixture
def lontar() -> Callable[..., Result]:
    """Runs a command in this process."""

    def run(*arguments: Any, stdin: str | bytes | None = None) -> Result:
        return CliRunner().invoke(main, [str(each) for each in arguments], input=stdin)

    return run
