"""Finishes what a crash left undone: in the storage, then in the index.

The notes in staging say which objects were in flight, so this costs nothing where nobody died.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from archive.deposit import catch_up
from archive.index.entry import document_of

if TYPE_CHECKING:
    from archive.database import Database
    from archive.ocfl.store import StorageRoot


def reconcile(root: StorageRoot, *, database: Database) -> int:
    """Settle every object in flight; gives the count of those looked at. Safe at every start."""
    unfinished = root.unfinished()
    for object_id in unfinished:
        with root.writing(object_id) as writer:
            catch_up(document_of(object_id), writer=writer, database=database)
    return len(unfinished)
