"""One version as the index holds it: read from the storage, written to SQL, always this way.

Deposit, reconcile and rebuild all pass here, so a rebuilt index cannot differ.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Final

from sqlalchemy import insert, select
from sqlalchemy.dialects import postgresql, sqlite

from archive import filing
from archive.audit.events import KeepingChanged, StandingChanged, VersionFiled
from archive.audit.tables import EVENTS
from archive.audit.trail import note
from archive.book import folded
from archive.errors import InventoryUnreadable
from archive.filing import Filing, Sort
from archive.index.kept import keeping_row, standing_row
from archive.index.tables import DOCUMENTS, FILES, VERSIONS
from archive.index.texts import DATA, write_text
from archive.media import media_type_of
from archive.ocfl import digests
from archive.ocfl.inventory import parse
from archive.records import (
    Actor,
    Digest,
    DocumentId,
    Receipt,
    StoredFile,
    VersionNumber,
    folded_office,
)
from archive.register import issue
from archive.retention import due_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from sqlalchemy import Connection

    from archive.ocfl.inventory import Inventory
    from archive.ocfl.store import StorageRoot

_SCHEME: Final = "lontar:"

_HAPPENINGS: Final[Mapping[Sort, type[VersionFiled | StandingChanged | KeepingChanged]]] = {
    Sort.FILES: VersionFiled,
    Sort.STANDING: StandingChanged,
    Sort.KEEPING: KeepingChanged,
}
"""Why a version was filed → the line of the trail that tells it."""

SIGNED_COPY: Final = "signed.pdf"
"""Name of a signed copy in the archive; a version that holds one makes the document signed."""


def object_id_of(document: DocumentId) -> str:
    """The OCFL id of a document, a URI."""
    return f"{_SCHEME}{document}"


def document_of(object_id: str) -> DocumentId:
    """The document that an OCFL object keeps."""
    return DocumentId(object_id.removeprefix(_SCHEME))


@dataclass(frozen=True, slots=True)
class IndexedVersion:
    """A version with all that the index says of it."""

    number: int
    filing: Filing
    created: datetime
    actor: Actor
    message: str
    files: tuple[StoredFile, ...]
    inventory: Digest
    data: Path | None
    """Where its data lie in the storage, to be searched; None where it keeps none."""

    @property
    def receipt(self) -> Receipt:
        """What its filing gave back."""
        return Receipt(
            document=self.filing.document,
            version=VersionNumber(self.number),
            files=self.files,
            inventory=self.inventory,
            created=self.created,
        )


def read_versions(
    root: StorageRoot, object_id: str, inventory: Inventory, *, after: int = 0
) -> list[IndexedVersion]:
    """Read the versions of an object, above a number, oldest first."""
    return [
        _read(root, object_id, inventory, number) for number in range(after + 1, inventory.head + 1)
    ]


def read_object(root: StorageRoot, object_id: str) -> list[IndexedVersion]:
    """Read all versions of an object."""
    data = root.inventory_bytes(object_id) or b""
    return read_versions(root, object_id, parse(data, place=object_id))


def read_head(root: StorageRoot, object_id: str, inventory: Inventory) -> IndexedVersion:
    """Read the newest version of an object."""
    return _read(root, object_id, inventory, inventory.head)


def write_version(connection: Connection, version: IndexedVersion) -> None:
    """Write a version's rows and what they imply for the register."""
    document = version.filing.document
    dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
    row = document_row(version)
    later = {name: value for name, value in row.items() if name not in {"document", "created"}}
    connection.execute(
        dialect.insert(DOCUMENTS)
        .values(**row)
        .on_conflict_do_update(index_elements=[DOCUMENTS.c.document], set_=later)
    )
    connection.execute(insert(VERSIONS).values(**_version_row(version)))
    rows = [_file_row(document, version.number, file) for file in version.files]
    connection.execute(insert(FILES), rows)
    write_text(connection, document, version.filing, data=version.data)
    if (mark := version.filing.mark) is not None:
        issue(connection, mark.number, form=mark.form, document=document, given_at=mark.given_at)


def tell_filing(connection: Connection, version: IndexedVersion) -> None:
    """Write the line of the trail that tells of a version's filing."""
    what = _HAPPENINGS[version.filing.sort](version.number, version.message)
    document = version.filing.document
    note(connection, what, document=document, actor=version.actor, now=version.created)


def filings_told(connection: Connection) -> set[tuple[str, int]]:
    """Document and version of every filing that the trail tells already."""
    query = select(EVENTS.c.document, EVENTS.c.version)
    words = [each.word for each in _HAPPENINGS.values()]
    rows = connection.execute(query.where(EVENTS.c.word.in_(words)))
    return {(row.document, row.version) for row in rows}


def _read(root: StorageRoot, object_id: str, inventory: Inventory, number: int) -> IndexedVersion:
    folder, version = root.folder(object_id), inventory.versions[number - 1]
    if filing.NAME not in version.state:
        raise InventoryUnreadable(object_id, f"v{number} tanpa {filing.NAME}")
    note_path = folder / inventory.content_path(version.state[filing.NAME])
    files = tuple(
        StoredFile(
            name=name,
            size=(folder / inventory.content_path(digest)).stat().st_size,
            digest=Digest(digest),
            media_type=media_type_of(name),
        )
        for name, digest in sorted(version.state.items())
    )
    return IndexedVersion(
        number=number,
        filing=Filing.of_json(note_path.read_bytes(), place=str(note_path)),
        created=datetime.fromisoformat(version.created),
        actor=Actor(version.user.name, version.user.address),
        message=version.message,
        files=files,
        inventory=Digest(digests.sha512_of(root.version_inventory(object_id, number))),
        data=folder / inventory.content_path(version.state[DATA])
        if DATA in version.state
        else None,
    )


def document_row(version: IndexedVersion) -> dict[str, object]:
    """The row of a document whose newest version this is."""
    record = version.filing.record
    signed = any(file.name == SIGNED_COPY for file in version.files)
    standing, keeping = version.filing.standing, version.filing.keeping
    return {
        **asdict(record),
        **standing_row(standing),
        **keeping_row(keeping, due_of(record, standing, keeping)),
        "classification": keeping.classification or record.classification,
        "document": version.filing.document.value,
        "office_folded": folded_office(record.office),
        "number_folded": None if record.number is None else folded(record.number),
        "state": ("signed" if signed else "issued") if standing.holds else standing.state.value,
        "head": version.number,
        "created": version.created,
    }


def _version_row(version: IndexedVersion) -> dict[str, object]:
    return {
        "document": version.filing.document.value,
        "number": version.number,
        "key": version.filing.key,
        "sort": version.filing.sort.value,
        "created": version.created,
        "actor_name": version.actor.name,
        "actor_address": version.actor.address,
        "message": version.message,
        "inventory": version.inventory.value,
    }


def _file_row(document: DocumentId, version: int, file: StoredFile) -> dict[str, object]:
    return {
        "document": document.value,
        "version": version,
        "name": file.name,
        "size": file.size,
        "digest": file.digest.value,
        "media_type": file.media_type,
    }
