"""The questions that the index answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import or_, select

from archive.book import folded
from archive.errors import DocumentUnknown, NameAmbiguous, VersionUnknown
from archive.filing import Sort
from archive.index.entry import SIGNED_COPY
from archive.index.kept import keeping_of, standing_of
from archive.index.tables import DOCUMENTS, FILES, VERSIONS
from archive.records import (
    Actor,
    Digest,
    DocumentId,
    Receipt,
    Record,
    StoredFile,
    VersionNumber,
    verification_code,
)
from archive.retention import due_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from sqlalchemy import Connection

    from archive.keeping import Keeping
    from archive.retention import Due
    from archive.standing import Standing

SHORTEST_PREFIX = 4
"""Characters of an id that are enough to look for the rest."""


@dataclass(frozen=True, slots=True)
class Version:
    """A filed version."""

    number: VersionNumber
    created: datetime
    actor: Actor
    message: str
    key: str
    sort: Sort
    """Why it was filed."""
    files: tuple[StoredFile, ...]
    """Sorted by name."""
    inventory: Digest
    """SHA-512 of its OCFL inventory."""

    def receipt(self, document: DocumentId) -> Receipt:
        """What its filing gave back."""
        return Receipt(document, self.number, self.files, self.inventory, self.created)


@dataclass(frozen=True, slots=True)
class Document:
    """A filed document with its history."""

    document: DocumentId
    record: Record
    """As filed with the newest version; its code is the arsiparis's, where one was given."""
    state: str
    """``withdrawn`` or ``superseded``; else ``signed`` where there is a signed copy, ``issued``."""
    standing: Standing
    keeping: Keeping
    versions: tuple[Version, ...]
    """Oldest first."""

    @property
    def signed(self) -> bool:
        """Whether a signed copy came back."""
        return any(file.name == SIGNED_COPY for file in self.head.files)

    @property
    def due(self) -> Due | None:
        """When retention is over; None where that is not known."""
        return due_of(self.record, self.standing, self.keeping)

    @property
    def head(self) -> Version:
        """The newest version."""
        return self.versions[-1]

    def version(self, number: VersionNumber) -> Version:
        """One version; VersionUnknown where there is none."""
        if number.value > len(self.versions):
            raise VersionUnknown(self.document, number)
        return self.versions[number.value - 1]


@dataclass(frozen=True, slots=True)
class Entry:
    """A document as a list shows it."""

    document: DocumentId
    record: Record
    head: VersionNumber
    created: datetime
    """When its first version was filed."""
    state: str
    """As in ``Document``."""
    standing: Standing
    keeping: Keeping

    @property
    def due(self) -> Due | None:
        """When retention is over; None where that is not known."""
        return due_of(self.record, self.standing, self.keeping)


@dataclass(frozen=True, slots=True)
class Found:
    """A file of the archive that has the bytes asked for."""

    document: DocumentId
    version: VersionNumber
    file: StoredFile


def document_of(connection: Connection, document: DocumentId) -> Document:
    """A document with its versions and files."""
    query = select(DOCUMENTS).where(DOCUMENTS.c.document == document.value)
    row = connection.execute(query).first()
    if row is None:
        raise DocumentUnknown(document)
    return Document(
        document=document,
        record=_record(row),
        state=row.state,
        standing=standing_of(row),
        keeping=keeping_of(row),
        versions=_versions(connection, document),
    )


def head_of(connection: Connection, document: DocumentId) -> int:
    """Number of the newest version that the index knows; 0 where it knows none."""
    query = select(DOCUMENTS.c.head).where(DOCUMENTS.c.document == document.value)
    return int(connection.execute(query).scalar() or 0)


def receipt_of(connection: Connection, document: DocumentId, *, key: str) -> Receipt | None:
    """The receipt of an act of filing that was done before."""
    query = select(VERSIONS).where(VERSIONS.c.document == document.value, VERSIONS.c.key == key)
    row = connection.execute(query).first()
    if row is None:
        return None
    return _version(row, _files(connection, document, row.number)).receipt(document)


def resolve(connection: Connection, name: str) -> DocumentId:
    """The one document that an id, the start of an id, a number or a code names."""
    wanted = name.strip()
    exact = or_(
        DOCUMENTS.c.document == wanted.lower(),
        DOCUMENTS.c.number_folded == folded(wanted),
        (DOCUMENTS.c.code == verification_code(wanted)) & (DOCUMENTS.c.code != ""),
    )
    found = _ids(connection, exact)
    if not found and len(wanted) >= SHORTEST_PREFIX:
        found = _ids(connection, DOCUMENTS.c.document.startswith(wanted.lower(), autoescape=True))
    if not found:
        raise DocumentUnknown(name)
    if len(found) > 1:
        raise NameAmbiguous(name, tuple(found))
    return DocumentId(found[0])


def answering(connection: Connection, name: str) -> list[DocumentId]:
    """The documents that bear this very number or code, as typed from paper; several may."""
    wanted = name.strip()
    code = verification_code(wanted)
    exact = or_(
        DOCUMENTS.c.number_folded == folded(wanted),
        (DOCUMENTS.c.code == code) & (DOCUMENTS.c.code != ""),
    )
    return [DocumentId(each) for each in _ids(connection, exact)] if folded(wanted) else []


def entry_of(row: Any) -> Entry:  # noqa: ANN401 - SQL row
    """A row of the documents as a list shows it."""
    return Entry(
        document=DocumentId(row.document),
        record=_record(row),
        head=VersionNumber(row.head),
        created=row.created,
        state=row.state,
        standing=standing_of(row),
        keeping=keeping_of(row),
    )


def files_with(connection: Connection, digests: Iterable[str]) -> list[Found]:
    """Every filed file with one of these SHA-512, the largest first, then the oldest."""
    query = (
        select(FILES)
        .where(FILES.c.digest.in_(list(digests)))
        .order_by(FILES.c.size.desc(), FILES.c.document, FILES.c.version, FILES.c.name)
    )
    return [
        Found(DocumentId(row.document), VersionNumber(row.version), _file(row))
        for row in connection.execute(query)
    ]


def _ids(connection: Connection, condition: Any) -> list[str]:  # noqa: ANN401 - SQL expression
    query = select(DOCUMENTS.c.document).where(condition).order_by(DOCUMENTS.c.document).limit(5)
    return list(connection.execute(query).scalars())


def _versions(connection: Connection, document: DocumentId) -> tuple[Version, ...]:
    query = select(VERSIONS).where(VERSIONS.c.document == document.value)
    rows = connection.execute(query.order_by(VERSIONS.c.number)).all()
    files: dict[int, list[StoredFile]] = {}
    owned = select(FILES).where(FILES.c.document == document.value)
    for row in connection.execute(owned.order_by(FILES.c.name)):
        files.setdefault(row.version, []).append(_file(row))
    return tuple(_version(row, tuple(files.get(row.number, ()))) for row in rows)


def _files(connection: Connection, document: DocumentId, version: int) -> tuple[StoredFile, ...]:
    query = select(FILES).where(FILES.c.document == document.value, FILES.c.version == version)
    return tuple(_file(row) for row in connection.execute(query.order_by(FILES.c.name)))


def _version(row: Any, files: tuple[StoredFile, ...]) -> Version:  # noqa: ANN401 - SQL row
    return Version(
        number=VersionNumber(row.number),
        created=row.created,
        actor=Actor(row.actor_name, row.actor_address),
        message=row.message,
        key=row.key,
        sort=Sort(row.sort),
        files=files,
        inventory=Digest(row.inventory),
    )


def _file(row: Any) -> StoredFile:  # noqa: ANN401 - SQL row
    return StoredFile(row.name, row.size, Digest(row.digest), row.media_type)


def _record(row: Any) -> Record:  # noqa: ANN401 - SQL row
    return Record(**{name: getattr(row, name) for name in Record.__slots__})
