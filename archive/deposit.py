"""The only way in: check, write an OCFL version, index it with its audit line, give a receipt.

The OCFL version is the commit point. Everything before it can be repeated, everything after it
is repeated from the storage, so a deposit may be asked again with its key as often as needed.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC
from typing import TYPE_CHECKING

from archive import filing
from archive.bad_values import BadFileName, BadTime
from archive.book import NumberState
from archive.errors import IndexAhead, NothingToKeep, NumberVoid
from archive.filing import Filing, NumberMark
from archive.index import catalogue
from archive.index.entry import (
    object_id_of,
    read_head,
    read_versions,
    tell_filing,
    write_version,
)
from archive.keeping import AS_GIVEN
from archive.ocfl.inventory import User
from archive.register import number_borne
from archive.standing import IN_FORCE

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from archive.book import RegisterEntry
    from archive.database import Database
    from archive.ocfl.store import ObjectWriter, StorageRoot
    from archive.records import Deposit, DocumentId, Receipt
    from archive.register import Register


def deposit(
    asked: Deposit, *, root: StorageRoot, database: Database, register: Register
) -> Receipt:
    """Keep a version; when this returns it is on the disk, in the index and in the trail."""
    _refuse_early(asked)
    with root.writing(object_id_of(asked.document)) as writer:
        catch_up(asked.document, writer=writer, database=database)
        with database.reading() as connection:
            known = catalogue.receipt_of(connection, asked.document, key=asked.key)
            entry = _entry(connection, asked)
        if known is not None:
            return replace(known, repeated=True)
        before = _before(writer)
        note = Filing(
            document=asked.document,
            key=asked.key,
            record=asked.record,
            mark=_mark(asked, entry, database=database, register=register),
            # Files change neither how a document stands nor what was laid down for it.
            standing=IN_FORCE if before is None else before.standing,
            keeping=AS_GIVEN if before is None else before.keeping,
        )
        writer.commit(
            {**asked.files, filing.NAME: note.to_json()},
            created=asked.created.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
            message=asked.message,
            user=User(asked.actor.name, asked.actor.address),
        )
        return catch_up(asked.document, writer=writer, database=database)[-1]


def catch_up(document: DocumentId, *, writer: ObjectWriter, database: Database) -> list[Receipt]:
    """Index the versions of an object that the index does not know yet; gives their receipts."""
    with database.reading() as connection:
        indexed = catalogue.head_of(connection, document)
    stored = 0 if writer.inventory is None else writer.inventory.head
    if indexed > stored:
        raise IndexAhead(document, indexed, stored)
    if writer.inventory is None or indexed == stored:
        return []
    versions = read_versions(writer.root, writer.object_id, writer.inventory, after=indexed)
    with database.transaction() as connection:
        for version in versions:
            write_version(connection, version)
            tell_filing(connection, version)
    return [version.receipt for version in versions]


def _before(writer: ObjectWriter) -> Filing | None:
    if writer.inventory is None:
        return None
    return read_head(writer.root, writer.object_id, writer.inventory).filing


def _refuse_early(asked: Deposit) -> None:
    if not asked.files:
        raise NothingToKeep(asked.document)
    if filing.NAME in asked.files:
        raise BadFileName(filing.NAME)
    if asked.created.tzinfo is None:
        raise BadTime(asked.created)


def _entry(connection: Connection, asked: Deposit) -> RegisterEntry | None:
    text = asked.record.number
    return None if text is None else number_borne(connection, asked.document, text)


def _mark(
    asked: Deposit, entry: RegisterEntry | None, *, database: Database, register: Register
) -> NumberMark | None:
    """The document's line in the register; a number that no book knows is adopted first."""
    text = asked.record.number
    if text is None:
        return None
    if entry is not None and entry.state is NumberState.VOID:
        raise NumberVoid(text, entry.reason or "")
    if entry is not None:
        return NumberMark(entry.number, entry.given_at, entry.form)
    # Before the version is written, so that a number taken by another document stops it.
    with database.transaction() as connection:
        number = register.adopt(
            connection,
            book=asked.record.kind,
            year=asked.record.year,
            text=text,
            document=asked.document,
            actor=asked.actor,
            now=asked.created,
        )
    return NumberMark(number, asked.created, form=None)
