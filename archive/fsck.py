"""Checks everything: each byte in the storage by the specification, and the index against it.

The index remembers the digest of every inventory as it was filed. Whoever alters a stored file
together with its inventories and sidecars satisfies OCFL, but not this memory (L003). Whoever
alters the index, so that a withdrawn document seems to hold, is found by the storage (L006).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from archive.bad_values import BadDocumentId
from archive.errors import InventoryUnreadable
from archive.index.entry import document_of, document_row, object_id_of, read_versions
from archive.index.tables import DOCUMENTS, VERSIONS
from archive.ocfl.codes import Problem
from archive.ocfl.inventory import NAME, parse
from archive.ocfl.validate import validate_object
from archive.ocfl.validate_root import validate_root
from archive.records import DocumentId

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from archive.database import Database
    from archive.index.entry import IndexedVersion
    from archive.ocfl.store import StorageRoot


def fsck(
    root: StorageRoot, *, database: Database, progress: Callable[[int, int], None]
) -> Iterator[Problem]:
    """Yield everything that is wrong; what is only unusual comes with a W code."""
    yield from validate_root(root.root)
    folders = list(root.objects())
    for done, folder in enumerate(folders, start=1):
        where = folder.relative_to(root.root).as_posix()
        for problem in _object(root, folder, database):
            place = "/".join(part for part in (where, problem.where) if part)
            yield Problem(problem.code, place, problem.detail)
        progress(done, len(folders))
    for document in _documents(database):
        if root.inventory_bytes(object_id_of(DocumentId(document))) is None:
            yield Problem("L001", "", document)


def examine(root: StorageRoot, document: DocumentId, *, database: Database) -> list[Problem]:
    """What is wrong with one document: every byte by the specification, and against the index."""
    object_id = object_id_of(document)
    if root.inventory_bytes(object_id) is None:
        return [Problem("L001", "", document.value)]
    return _object(root, root.folder(object_id), database)


def _object(root: StorageRoot, folder: Path, database: Database) -> list[Problem]:
    problems = _look(root, folder, database)
    object_id = _id_of(folder)
    if not problems or object_id is None:
        return problems
    # A writer may have been at work: look again while nobody can be.
    with root.writing(object_id):
        return _look(root, folder, database)


def _look(root: StorageRoot, folder: Path, database: Database) -> list[Problem]:
    return [*validate_object(folder), *_against_index(root, folder, database)]


def _against_index(root: StorageRoot, folder: Path, database: Database) -> Iterator[Problem]:
    try:
        inventory = parse((folder / NAME).read_bytes(), place=str(folder))
        document = document_of(inventory.id)
        versions = read_versions(root, inventory.id, inventory)
    except (InventoryUnreadable, BadDocumentId, OSError) as error:
        yield Problem("L004", "", type(error).__name__)
        return
    if root.folder(inventory.id) != folder:
        yield Problem("E083", "", inventory.id)
    remembered = _remembered(database, document)
    for version in versions:
        digest = remembered.pop(version.number, None)
        if digest is None:
            yield Problem("L002", f"v{version.number}")
        elif digest != version.inventory.value:
            yield Problem("L003", f"v{version.number}")
    yield from (Problem("L005", f"v{number}") for number in sorted(remembered))
    if different := _different(database, versions[-1]):
        yield Problem("L006", "", ", ".join(different))


def _different(database: Database, head: IndexedVersion) -> list[str]:
    """Columns in which the index says something else of a document than its newest version."""
    query = select(DOCUMENTS).where(DOCUMENTS.c.document == head.filing.document.value)
    with database.reading() as connection:
        row = connection.execute(query).mappings().first()
    if row is None or row["head"] != head.number:
        return []  # told already, as versions that index or storage lack
    # When the first version was filed is not what its newest one knows.
    expected = document_row(head).items()
    return sorted(name for name, value in expected if name != "created" and row[name] != value)


def _id_of(folder: Path) -> str | None:
    try:
        return parse((folder / NAME).read_bytes(), place=str(folder)).id
    except (InventoryUnreadable, OSError):
        return None


def _remembered(database: Database, document: DocumentId) -> dict[int, str]:
    query = select(VERSIONS.c.number, VERSIONS.c.inventory)
    with database.reading() as connection:
        rows = connection.execute(query.where(VERSIONS.c.document == document.value))
        return {row.number: row.inventory for row in rows}


def _documents(database: Database) -> list[str]:
    query = select(VERSIONS.c.document).where(VERSIONS.c.number == 1).order_by(VERSIONS.c.document)
    with database.reading() as connection:
        return list(connection.execute(query).scalars())
