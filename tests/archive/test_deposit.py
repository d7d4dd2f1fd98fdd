"""The only way in: what a deposit promises, over both databases."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from archive.archive import Archive
from archive.bad_values import BadFileName, BadTime
from archive.book import NumberState
from archive.database import Database
from archive.errors import IndexAhead, NothingToKeep, NumberTaken, NumberVoid, SourceMissing
from archive.index.tables import VERSIONS
from tests.archive.making import NOON, SARI, a_deposit, document_id, in_children

if TYPE_CHECKING:
    from pathlib import Path


def test_a_deposit_is_stored_indexed_and_told(archive: Archive, tmp_path: Path) -> None:
    """A receipt names the version's files; the index and the trail agree with it."""
    receipt = archive.deposit(a_deposit(tmp_path / "in"))

    document = archive.document(document_id(1))
    assert [file.name for file in receipt.files] == ["data.json", "document.pdf", "record.json"]
    assert document.head.receipt(document.document) == receipt
    assert document.head.actor == SARI
    assert [(event.word, event.at, event.version) for event in archive.trail(document_id(1))] == [
        ("ingestion", NOON, 1)
    ]
    assert list(archive.fsck()) == []


def test_the_same_key_is_the_same_version(archive: Archive, tmp_path: Path) -> None:
    """Asked again with its key, a deposit gives the first receipt and writes nothing."""
    first = archive.deposit(a_deposit(tmp_path / "in"))
    other_bytes = a_deposit(tmp_path / "in", contents={"document.pdf": b"lain"})

    again = archive.deposit(other_bytes)

    assert again == first
    assert (first.repeated, again.repeated) == (False, True)
    assert len(archive.document(document_id(1)).versions) == 1


def test_a_crash_between_storage_and_index_is_finished(
    archive: Archive, database: Database, tmp_path: Path
) -> None:
    """A version that the index lost is found again by its key, and by the next start."""
    first = archive.deposit(a_deposit(tmp_path / "in"))
    asked = a_deposit(tmp_path / "in", key="kedua", contents={"document.pdf": b"lain"})
    staging, name = tmp_path / "staging", "lontar%3a" + document_id(1).value

    class NoIndex(Database):
        """A database that is away whenever something is to be written."""

        def transaction(self):
            raise ConnectionError

    away = NoIndex(database.url)
    crippled = Archive(tmp_path / "archive", staging, away)
    with pytest.raises(ConnectionError):
        crippled.deposit(asked)
    away.close()
    assert (staging / name).is_dir()
    assert archive.document(document_id(1)).head.number == first.version

    assert archive.reconcile() == 1

    again = archive.deposit(asked)
    assert (again.version.value, again.repeated) == (2, True)
    assert archive.reconcile() == 0
    assert list(archive.fsck()) == []


def test_processes_that_deposit_one_key_at_once_make_one_version(
    archive: Archive, tmp_path: Path
) -> None:
    """Whoever comes first writes; the others get the same receipt, marked as repeated."""
    asked = a_deposit(tmp_path / "in")

    results = [result for _, result in in_children([lambda: archive.deposit(asked)] * 5)]

    assert len(set(results)) == 1
    assert sorted(result.repeated for result in results) == [False, True, True, True, True]
    assert len(archive.document(document_id(1)).versions) == 1
    assert list(archive.fsck()) == []


def test_processes_that_add_versions_at_once_lose_none(archive: Archive, tmp_path: Path) -> None:
    """Deposits of one document at once become versions one after the other."""
    asked = [
        a_deposit(tmp_path / str(n), key=f"kunci-{n}", contents={"document.pdf": b"%d" % n})
        for n in range(5)
    ]

    results = in_children([lambda one=one: archive.deposit(one) for one in asked])

    assert sorted(result.version.value for _, result in results) == [1, 2, 3, 4, 5]
    assert len(archive.document(document_id(1)).versions) == 5
    assert list(archive.fsck()) == []


def test_what_cannot_be_kept_is_refused_before_anything_is_written(
    archive: Archive, tmp_path: Path
) -> None:
    """No files, a reserved name, a time without zone, a missing source: nothing remains."""
    folder = tmp_path / "in"
    good = a_deposit(folder)
    refused = {
        NothingToKeep: a_deposit(folder, contents={}),
        BadFileName: a_deposit(folder, contents={"record.json": b"{}"}),
        BadTime: a_deposit(folder, created=datetime(2026, 11, 21)),  # noqa: DTZ001 - the point
        SourceMissing: replace(good, files={"document.pdf": tmp_path / "hilang.pdf"}),
    }
    for error, asked in refused.items():
        with pytest.raises(error):
            archive.deposit(asked)

    assert archive.find() == []
    assert [path.name for path in (tmp_path / "staging").iterdir()] == [".locks"]


def test_a_filed_number_is_issued_in_the_book(
    archive: Archive, database: Database, tmp_path: Path
) -> None:
    """The number that was reserved becomes issued with the filing, its counter value kept."""
    with database.transaction() as connection:
        number = archive.register.allocate(
            connection,
            book="sop",
            year=2026,
            pattern="{urut:03}/X/{tahun}",
            values={},
            document=document_id(1),
            actor=SARI,
            now=NOON,
        )

    archive.deposit(a_deposit(tmp_path / "in", number="001/X/2026"))

    (line,) = archive.register.entries(book="sop", year=2026)
    assert (line.number, line.state) == (number, NumberState.ISSUED)


def test_a_number_of_another_document_stops_the_deposit(archive: Archive, tmp_path: Path) -> None:
    """Two documents cannot be filed under one number; the second leaves nothing behind."""
    first = a_deposit(tmp_path / "in", 1, number="1/X/2026")
    second = a_deposit(tmp_path / "in", 2, number=" 1 / x / 2026")
    archive.deposit(first)

    with pytest.raises(NumberTaken) as caught:
        archive.deposit(second)

    assert caught.value.holder == document_id(1).value
    assert len(archive.find()) == 1


def test_a_void_number_cannot_be_filed(
    archive: Archive, database: Database, tmp_path: Path
) -> None:
    """What bears a voided number is refused with the reason of the voiding."""
    with database.transaction() as connection:
        archive.register.adopt(
            connection,
            book="sop",
            year=2026,
            text="1/X/2026",
            document=document_id(1),
            actor=SARI,
            now=NOON,
        )
        archive.register.void(
            connection,
            book="sop",
            year=2026,
            text="1/X/2026",
            reason="Salah ketik.",
            actor=SARI,
            now=NOON,
        )

    with pytest.raises(NumberVoid, match="Salah ketik"):
        archive.deposit(a_deposit(tmp_path / "in", number="1/X/2026"))


def test_an_index_ahead_of_its_storage_is_told(
    archive: Archive, database: Database, tmp_path: Path
) -> None:
    """When an old storage comes back under a newer index, nothing is overwritten."""
    archive.deposit(a_deposit(tmp_path / "in"))
    older = Archive(tmp_path / "archive-lama", tmp_path / "staging-lama", database)

    with pytest.raises(IndexAhead):
        older.deposit(a_deposit(tmp_path / "in", key="lain"))

    with database.reading() as connection:
        assert len(connection.execute(select(VERSIONS)).all()) == 1
