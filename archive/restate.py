"""An act of the arsiparis: a version with the same files, and what is said of the document.

The files are not read: the version names their digests anew, so an act costs no room and cannot
make altered bytes right.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC
from typing import TYPE_CHECKING

from archive import filing
from archive.bad_values import BadTime
from archive.deposit import catch_up
from archive.errors import DocumentChanged, DocumentUnknown, SuccessorUnfit
from archive.index import catalogue
from archive.index.entry import object_id_of, read_head
from archive.ocfl.inventory import User
from archive.records import VersionNumber, folded_office

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection

    from archive.database import Database
    from archive.index.catalogue import Document
    from archive.keeping import Keeping
    from archive.ocfl.store import StorageRoot
    from archive.records import Actor, DocumentId, Receipt
    from archive.standing import Standing


@dataclass(frozen=True, slots=True)
class Restatement:
    """What is to be said of a document from now on."""

    document: DocumentId
    seen: VersionNumber
    """The newest version when the arsiparis looked; a newer one stops the act."""
    key: str
    """Names this act; the same key twice is the same version."""
    said: Standing | Keeping
    message: str
    """What was done and why, one sentence in Indonesian."""
    actor: Actor
    created: datetime
    """UTC, whole seconds; given by the caller."""


def restate(asked: Restatement, *, root: StorageRoot, database: Database) -> Receipt:
    """File a version that says it; when this returns it is on the disk, in index and trail.

    Raises:
        DocumentUnknown: there is no such document.
        DocumentChanged: another version was filed meanwhile.
    """
    if asked.created.tzinfo is None:
        raise BadTime(asked.created)
    with root.writing(object_id_of(asked.document)) as writer:
        catch_up(asked.document, writer=writer, database=database)
        with database.reading() as connection:
            known = catalogue.receipt_of(connection, asked.document, key=asked.key)
        if known is not None:
            return replace(known, repeated=True)
        if writer.inventory is None:
            raise DocumentUnknown(asked.document)
        head = read_head(root, writer.object_id, writer.inventory)
        if head.number != asked.seen.value:
            raise DocumentChanged(asked.document, asked.seen, VersionNumber(head.number))
        note = head.filing.saying(asked.said, key=asked.key)
        writer.commit(
            {filing.NAME: note.to_json()},
            created=asked.created.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
            message=asked.message,
            user=User(asked.actor.name, asked.actor.address),
            keep=[each.name for each in head.files if each.name != filing.NAME],
        )
        return catch_up(asked.document, writer=writer, database=database)[-1]


def ensure_successor(connection: Connection, document: Document, successor: DocumentId) -> None:
    """Refuse a successor that is not there, of another office, or not in force itself.

    What is in force has no successor, so no chain of successors can lead back.

    Raises:
        DocumentUnknown: there is no such document.
        SuccessorUnfit: it cannot take the place.
    """
    if successor == document.document:
        raise SuccessorUnfit(successor, "dokumen tidak dapat menggantikan dirinya sendiri")
    heir = catalogue.document_of(connection, successor)
    if folded_office(heir.record.office) != folded_office(document.record.office):
        raise SuccessorUnfit(successor, "diterbitkan kantor lain")
    if not heir.standing.holds:
        raise SuccessorUnfit(successor, "sudah tidak berlaku")
