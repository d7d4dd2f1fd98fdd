"""The one object that other packages hold: everything the archive can do, each one call down."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

from archive.audit.trail import trail_of, whole_trail
from archive.deposit import deposit
from archive.fsck import examine, fsck
from archive.index import catalogue, search
from archive.index.due import due_entries
from archive.index.rebuild import rebuild
from archive.index.search import Order, Search
from archive.ocfl.store import StorageRoot
from archive.reconcile import reconcile
from archive.records import Actor
from archive.register import Register
from archive.restate import ensure_successor, restate
from archive.retrieve import fetch, place_of
from archive.standing import Standing
from archive.verify import verify

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from archive.audit.trail import Event
    from archive.database import Database
    from archive.index.catalogue import Document, Entry
    from archive.index.due import DueSearch
    from archive.index.search import Mark, Page
    from archive.ocfl.codes import Problem
    from archive.records import Deposit, DocumentId, Receipt, StoredFile, VersionNumber
    from archive.restate import Restatement
    from archive.verify import Verification

ITSELF: Final = Actor("Lontar", "local:lontar")
"""Who did it when nobody asked for it by name."""


class Archive:
    """How documents are kept: the storage, its index, the register book and the trail."""

    def __init__(self, root: Path, staging: Path, database: Database) -> None:
        """Open the storage, laying it out where there is nothing yet.

        Args:
            root: OCFL storage root.
            staging: Beside it on the same file system.
            database: With the archive's tables.
        """
        self._root = StorageRoot.open(root, staging=staging)
        self._database = database
        self.register = Register(database)

    def deposit(self, asked: Deposit) -> Receipt:
        """Keep a version; the same key twice gives the same receipt, marked as repeated."""
        return deposit(asked, root=self._root, database=self._database, register=self.register)

    def restate(self, asked: Restatement) -> Receipt:
        """Say how a document stands or is kept: a version with the same files."""
        said = asked.said
        if isinstance(said, Standing) and said.replaced_by is not None:
            with self._database.reading() as connection:
                document = catalogue.document_of(connection, asked.document)
                ensure_successor(connection, document, said.replaced_by)
        return restate(asked, root=self._root, database=self._database)

    def document(self, document: DocumentId) -> Document:
        """A document with its versions; DocumentUnknown where there is none."""
        with self._database.reading() as connection:
            return catalogue.document_of(connection, document)

    def resolve(self, text: str) -> DocumentId:
        """The one document that an id, the start of one, a number or a code names."""
        with self._database.reading() as connection:
            return catalogue.resolve(connection, text)

    def answering(self, text: str) -> list[Document]:
        """The documents that bear this number or verification code; for people with paper."""
        with self._database.reading() as connection:
            return [
                catalogue.document_of(connection, each)
                for each in catalogue.answering(connection, text)
            ]

    def find(
        self,
        *,
        text: str | None = None,
        kind: str | None = None,
        year: int | None = None,
        office: str | None = None,
        state: str | None = None,
        limit: int = 50,
    ) -> list[Entry]:
        """Documents that fit all that is asked, newest first; `text` as people type it."""
        wanted = Search(text=text, kind=kind, year=year, office=office, state=state)
        return list(self.search(wanted, limit=limit).entries)

    def search(
        self,
        wanted: Search,
        *,
        order: Order = Order.NEWEST,
        after: Mark | None = None,
        limit: int = 50,
    ) -> Page:
        """A page of what fits, in this order."""
        with self._database.reading() as connection:
            return search.search(connection, wanted, order=order, after=after, limit=limit)

    def due(self, wanted: DueSearch, *, limit: int = 200) -> list[Entry]:
        """Documents of which a stage of retention is over, the longest overdue first."""
        with self._database.reading() as connection:
            return due_entries(connection, wanted, limit=limit)

    def facets(self, wanted: Search) -> Mapping[str, tuple[tuple[Any, int], ...]]:
        """Facet → values and how many documents have them."""
        with self._database.reading() as connection:
            return search.facets(connection, wanted)

    def fetch(
        self, document: DocumentId, *, version: VersionNumber, name: str, to: Path
    ) -> StoredFile:
        """Copy a file of a version to a path; FileAltered where its bytes are not as filed."""
        return fetch(self.document(document), version=version, name=name, to=to, root=self._root)

    def place_of(self, document: DocumentId, *, version: VersionNumber, name: str) -> Path:
        """Where a file lies in the storage, for people who look with their own tools."""
        return place_of(self.document(document), version=version, name=name, root=self._root)

    def examine(self, document: DocumentId) -> list[Problem]:
        """What is wrong with one document: every byte of it, and its rows in the index."""
        return examine(self._root, document, database=self._database)

    def verify(self, path: Path) -> Verification:
        """Whether a file is what was issued, or a signed copy of it."""
        with self._database.reading() as connection:
            return verify(path, connection=connection)

    def trail(self, document: DocumentId) -> list[Event]:
        """All that happened to a document, oldest first."""
        with self._database.reading() as connection:
            return trail_of(connection, document)

    def whole_trail(self, *, before: int | None = None, limit: int = 50) -> list[Event]:
        """Lines of the whole trail, newest first, those before a line's number."""
        with self._database.reading() as connection:
            return whole_trail(connection, before=before, limit=limit)

    def fsck(self, *, progress: Callable[[int, int], None] | None = None) -> Iterator[Problem]:
        """Everything that is wrong with storage and index; reads every byte.

        Args:
            progress: Told after each object: how many are done, how many there are.
        """
        return fsck(self._root, database=self._database, progress=progress or _silent)

    def rebuild(self, *, progress: Callable[[int, int], None] | None = None) -> int:
        """Fill the index again from the storage; gives the count of documents."""
        return rebuild(
            self._root,
            database=self._database,
            actor=ITSELF,
            now=datetime.now(UTC),
            progress=progress or _silent,
        )

    def reconcile(self) -> int:
        """Finish what a crash left undone; safe, and cheap, at every start."""
        return reconcile(self._root, database=self._database)


def _silent(_done: int, _all: int) -> None:
    """Tell nobody."""
