"""Back up an installation while it works: the database of one moment, and the archive as of it.

First the picture of the database, then the files it names: OCFL versions never change and are
filed before the index knows them, so nothing that the picture names is missing. What was filed
later is left for the next backup, so that numbers, jobs and documents fit each other.
"""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from archive.audit.events import BackedUp
from archive.audit.trail import note
from archive.ocfl.store import StorageRoot
from service.backups import chest, snapshot, storage
from service.backups.errors import BackupStale
from service.placing import placed

if TYPE_CHECKING:
    from collections.abc import Callable

    from service.app import House

DATABASE: Final = "db.sqlite3"
ARCHIVE: Final = "archive"


@dataclass(frozen=True, slots=True)
class BackedUpAs:
    """What was backed up, and as what."""

    path: Path
    documents: int
    size: int
    """Bytes."""
    digest: str
    """SHA-256 of the list of digests in it."""


def back_up(
    to: Path, *, overwrite: bool, progress: Callable[[int, int], None], house: House
) -> BackedUpAs:
    """Write one file from which the installation can be restored; whole or not at all.

    Args:
        to: the file.
        overwrite: replace what is there.
        progress: told the documents that are in it, and all documents.
        house: the installation; its service and workers may run.

    Raises:
        BackupStale: documents in the storage are in no index; they would be left out.
        BackupHoled: the storage misses what the index names.
        TargetExists, TargetUnusable: it cannot be written there.
    """
    root = StorageRoot.open(house.settings.ocfl_root, staging=house.settings.staging)
    with (
        placed(to, overwrite=overwrite) as aside,
        tempfile.TemporaryDirectory(prefix="backup-", dir=house.settings.home) as folder,
    ):
        picture = Path(folder) / DATABASE
        known = _take(picture, root=root, house=house)
        with chest.writing(aside, moment=house.clock()) as box:
            box.put(DATABASE, picture)
            for name, path in storage.files_of_root(root):
                box.put(f"{ARCHIVE}/{name}", path)
            for done, (document, head) in enumerate(known.items(), start=1):
                for name, path in storage.files_of_document(root, document, head):
                    box.put(f"{ARCHIVE}/{name}", path)
                progress(done, len(known))
            digest = box.close()
        size = aside.stat().st_size
    with house.database.transaction() as connection:
        what = BackedUp(to.name, len(known), digest)
        note(connection, what, document=None, actor=house.actor, now=house.clock())
    return BackedUpAs(to, len(known), size, digest)


def _take(picture: Path, *, root: StorageRoot, house: House) -> dict[str, int]:
    """Take the picture; gives the documents it knows, with their newest versions."""
    house.archive.reconcile()
    found = storage.stored(root)
    with snapshot.opened(picture) as empty:
        snapshot.take(house.database, empty)
        known = snapshot.heads(empty)
    if unknown := storage.strays(root, found, known):
        # Who was just filing is through when nobody holds the document any more.
        house.archive.reconcile()
        if lost := storage.strays(root, unknown, snapshot.heads(house.database)):
            raise BackupStale(len(lost))
    return known
