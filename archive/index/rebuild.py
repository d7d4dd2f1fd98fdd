"""Drops the index and fills it again from the storage, in one transaction.

What the storage cannot know stays as it is: reserved and void numbers, and the trail.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete

from archive.audit.events import IndexRebuilt
from archive.audit.trail import note
from archive.book import REGISTER, NumberState
from archive.errors import InventoryUnreadable
from archive.index.entry import filings_told, read_versions, tell_filing, write_version
from archive.index.tables import DOCUMENTS, FILES, VERSIONS
from archive.index.texts import TEXTS
from archive.ocfl.inventory import NAME, parse
from archive.register import refill

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from archive.database import Database
    from archive.index.entry import IndexedVersion
    from archive.ocfl.store import StorageRoot
    from archive.records import Actor


def rebuild(
    root: StorageRoot,
    *,
    database: Database,
    actor: Actor,
    now: datetime,
    progress: Callable[[int, int], None],
) -> int:
    """Fill the index from the storage; gives the count of documents.

    Objects that cannot be read are left out, so that one bad object costs no other; `fsck`
    names them.
    """
    folders = list(root.objects())
    versions: list[IndexedVersion] = []
    documents = 0
    for done, folder in enumerate(folders, start=1):
        try:
            inventory = parse((folder / NAME).read_bytes(), place=str(folder))
            versions.extend(read_versions(root, inventory.id, inventory))
        except (InventoryUnreadable, OSError):
            documents -= 1
        progress(done, len(folders))
    documents += len(folders)
    # In the order of filing, so that of two documents with one number the first keeps it.
    versions.sort(key=lambda one: (one.created, one.filing.document, one.number))
    with database.transaction() as connection:
        for table in (TEXTS, FILES, VERSIONS, DOCUMENTS):
            connection.execute(delete(table))
        connection.execute(delete(REGISTER).where(REGISTER.c.state == NumberState.ISSUED.value))
        # The trail outlives a rebuild; what it tells already is not told again.
        told = filings_told(connection)
        for version in versions:
            write_version(connection, version)
            if (version.filing.document.value, version.number) not in told:
                tell_filing(connection, version)
        refill(connection)
        note(connection, IndexRebuilt(documents), document=None, actor=actor, now=now)
    return documents
