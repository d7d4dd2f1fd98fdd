"""The composition root: settings become the parts that the verbs work with."""

from __future__ import annotations

import getpass
import secrets
import socket
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from archive.archive import Archive
from archive.database import Database
from archive.records import ALPHABET, Actor
from doc_templates.registry import kinds
from service.schema import upgrade
from service.settings import ServiceSettings, read_settings
from workers.inbox import open_inbox
from workers.jobs import Jobs

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from doc_templates.kind import Kind
    from workers.inbox import Inbox

NAME_LENGTH: Final = 12
"""Characters of base 32: 60 bits, so a million documents meet by chance once in a million."""


@dataclass(frozen=True, slots=True)
class House:
    """Everything a verb may need; made once a process."""

    archive: Archive
    jobs: Jobs
    inbox: Inbox
    kinds: Mapping[str, Kind]
    database: Database
    settings: ServiceSettings
    actor: Actor
    """Who asks, as the trail will name them."""
    clock: Callable[[], datetime]
    """Now, in UTC."""
    new_name: Callable[[], str]
    """A fresh name for a document, a job or a verification code; tells nothing."""


def open_house(settings: ServiceSettings | None = None) -> House:
    """Open the installation; makes its folders and tables where they are missing."""
    settings = settings or read_settings()
    settings.home.mkdir(parents=True, exist_ok=True)
    database = Database(settings.database)
    upgrade(database)
    return House(
        archive=Archive(settings.ocfl_root, settings.staging, database),
        jobs=Jobs(database),
        inbox=open_inbox(settings),
        kinds=kinds(),
        database=database,
        settings=settings,
        actor=acting(settings),
        clock=now,
        new_name=new_name,
    )


def now() -> datetime:
    """The moment, UTC, whole seconds as the archive keeps them."""
    return datetime.now(UTC).replace(microsecond=0)


def new_name() -> str:
    """Twelve characters that a person can read aloud, from the system's randomness."""
    return "".join(secrets.choice(ALPHABET) for _ in range(NAME_LENGTH))


def acting(settings: ServiceSettings) -> Actor:
    """Who acts at the command line, as the trail will name them."""
    login = login_name()
    return Actor(name=settings.actor or login, address=f"local:{login}@{socket.gethostname()}")


def login_name() -> str:
    """Who is logged in on this computer."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        # A container may run under a number that has no name.
        return "tanpa-nama"
