"""Restore an installation from a backup into an empty place; whole or not at all."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from archive.archive import Archive
from archive.audit.events import Restored
from archive.audit.trail import note
from archive.database import Database
from archive.ocfl.durable import flush_folders, flush_tree
from service.actions.back_up import ARCHIVE, DATABASE
from service.backups import chest, snapshot
from service.backups.errors import BackupUnreadable, HomeTaken
from workers.jobs import Jobs

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from archive.records import Actor
    from service.settings import ServiceSettings

UNDER_WAY: Final = ".pemulihan"
"""Folder in the home that holds what is being restored; what a broken attempt left is replaced."""


@dataclass(frozen=True, slots=True)
class RestoredFrom:
    """What came back."""

    home: Path
    documents: int
    digest: str
    """SHA-256 of the list of digests; the same that the backup told."""


def restore(
    source: Path,
    *,
    settings: ServiceSettings,
    actor: Actor,
    now: datetime,
    progress: Callable[[int, int], None],
) -> RestoredFrom:
    """Unpack a backup, compare every byte with its digests, and only then put it in place.

    Jobs that were being made wait for a worker again, under their numbers.

    Args:
        source: the backup.
        settings: of the new installation. Its home holds nothing yet; its database is SQLite in
            the home, or an empty one at ``LONTAR_DATABASE_URL``.
        actor: who restores.
        now: UTC.
        progress: told the bytes read, and all bytes.

    Raises:
        HomeTaken, DatabaseTaken: something is there already.
        BackupMissing, BackupUnreadable, BackupAltered: the backup cannot be trusted.
        SchemaTooNew: it was made by a later release.
    """
    home = settings.home
    _refuse_taken(home)
    under_way = home / UNDER_WAY
    shutil.rmtree(under_way, ignore_errors=True)
    under_way.mkdir(parents=True, mode=0o700)
    try:
        digest = chest.unpack(source, under_way, progress=progress)
        picture, storage = under_way / DATABASE, under_way / ARCHIVE
        if not picture.is_file() or not storage.is_dir():
            raise BackupUnreadable(source, "basis data atau arsipnya tidak ada")
        with snapshot.opened(picture) as database:
            documents = len(snapshot.heads(database))
            _settle(database, Restored(source.name, digest), actor=actor, now=now)
            if settings.database_url:
                _pour(database, settings.database_url)
        flush_tree(under_way)
        storage.rename(settings.ocfl_root)
        if not settings.database_url:
            picture.rename(home / DATABASE)
        flush_folders([home])
    finally:
        shutil.rmtree(under_way, ignore_errors=True)
    # Opened once, so that what is wrong with the place is told now and not to the first who asks.
    Archive(settings.ocfl_root, settings.staging, Database(settings.database))
    return RestoredFrom(home, documents, digest)


def _refuse_taken(home: Path) -> None:
    if home.exists() and (
        not home.is_dir() or any(each.name != UNDER_WAY for each in home.iterdir())
    ):
        raise HomeTaken(home)


def _settle(database: Database, what: Restored, *, actor: Actor, now: datetime) -> None:
    Jobs(database).release_all()
    with database.transaction() as connection:
        note(connection, what, document=None, actor=actor, now=now)


def _pour(picture: Database, url: str) -> None:
    database = Database(url)
    try:
        snapshot.pour(picture, database)
    finally:
        database.close()
