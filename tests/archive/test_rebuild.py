"""The database is a cache of the storage: losing it loses nothing that was filed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from archive.archive import Archive
from archive.audit.tables import EVENTS
from archive.book import COUNTERS, REGISTER
from archive.database import METADATA, Database
from archive.index.tables import DOCUMENTS, FILES, VERSIONS
from tests.archive.making import (
    KEPT,
    NOON,
    REINSTATED,
    SARI,
    SUPERSEDED,
    WITHDRAWN,
    a_deposit,
    a_restatement,
    document_id,
)

if TYPE_CHECKING:
    from pathlib import Path


def _fill(archive: Archive, database: Database, folder: Path) -> None:
    with database.transaction() as connection:
        archive.register.adopt(
            connection,
            book="sop",
            year=2026,
            text="2 / X / 2026",
            document=document_id(9),
            actor=SARI,
            now=NOON,
        )
    for number in (1, 2, 3):
        with database.transaction() as connection:
            given = archive.register.allocate(
                connection,
                book="sop",
                year=2026,
                pattern="{urut}/X/{tahun}",
                values={},
                document=document_id(number),
                actor=SARI,
                now=NOON,
            )
        _deposit(archive, folder, number, given.text)
    _deposit(archive, folder, 9, "2 / X / 2026")
    _deposit(archive, folder, 3, "4/X/2026", key="tanda-tangan", contents={"signed.pdf": b"ttd"})
    archive.deposit(a_deposit(folder, 11))
    _stand_and_keep(archive)


def _stand_and_keep(archive: Archive) -> None:
    for number, said in ((2, SUPERSEDED), (2, KEPT), (3, KEPT), (3, WITHDRAWN), (3, REINSTATED)):
        archive.restate(a_restatement(archive, number, said))


def _deposit(archive: Archive, folder: Path, number: int, text: str, **changes) -> None:
    archive.deposit(a_deposit(folder, number, number=text, **changes))


def _rows(database: Database) -> dict[str, list]:
    with database.reading() as connection:
        rows = {
            table.name: sorted(connection.execute(select(table)).all(), key=str)
            for table in (DOCUMENTS, VERSIONS, FILES, COUNTERS)
        }
        columns = [column for column in REGISTER.c if column.name != "entry"]
        rows["register"] = sorted(connection.execute(select(*columns)).all(), key=str)
        filings = select(EVENTS.c.document, EVENTS.c.version, EVENTS.c.sentence, EVENTS.c.at)
        filings = filings.where(EVENTS.c.version.is_not(None))
        rows["filings"] = sorted(connection.execute(filings).all(), key=str)
    return rows


def test_a_lost_database_is_rebuilt_row_for_row(
    archive: Archive, database: Database, tmp_path: Path
) -> None:
    """Documents, versions, files, official numbers, counters and filings come back equal."""
    _fill(archive, database, tmp_path / "in")
    before = _rows(database)
    with database.transaction() as connection:
        METADATA.drop_all(connection)
    database.create_all()

    count = archive.rebuild()

    assert count == 5
    assert _rows(database) == before
    assert archive.register.gaps("sop", 2026) == []
    assert list(archive.fsck()) == []


def test_a_rebuild_keeps_what_only_the_database_knows(
    archive: Archive, database: Database, tmp_path: Path
) -> None:
    """Reserved and void numbers and the trail outlive a rebuild of the index."""
    _fill(archive, database, tmp_path / "in")
    with database.transaction() as connection:
        for number in (20, 21):
            archive.register.allocate(
                connection,
                book="sop",
                year=2026,
                pattern="{urut}/X/{tahun}",
                values={},
                document=document_id(number),
                actor=SARI,
                now=NOON,
            )
        archive.register.void(
            connection,
            book="sop",
            year=2026,
            text="5/X/2026",
            reason="Batal.",
            actor=SARI,
            now=NOON,
        )
    before, trail = _rows(database), archive.trail(document_id(20))

    archive.rebuild()

    assert _rows(database) == before
    assert archive.trail(document_id(20)) == trail


def test_one_unreadable_object_costs_no_other(
    archive: Archive, database: Database, tmp_path: Path
) -> None:
    """A broken object is left out of the index and named by fsck."""
    _fill(archive, database, tmp_path / "in")
    broken = next((tmp_path / "archive").glob(f"*/lontar%3a{document_id(2)}"))
    (broken / "inventory.json").write_bytes(b"{")

    count = archive.rebuild()

    assert count == 4
    assert {"E033", "L004"} <= {problem.code for problem in archive.fsck()}


def test_progress_is_told_object_by_object(archive: Archive, tmp_path: Path) -> None:
    """Long work says how far it is."""
    for number in (1, 2):
        archive.deposit(a_deposit(tmp_path / "in", number))
    told = []

    archive.rebuild(progress=lambda done, every: told.append((done, every)))
    list(archive.fsck(progress=lambda done, every: told.append((done, every))))

    assert told == [(1, 2), (2, 2)] * 2


def test_the_trail_cannot_be_rewritten(
    archive: Archive, database: Database, tmp_path: Path
) -> None:
    """The database itself refuses to change or remove a line of the trail."""
    archive.deposit(a_deposit(tmp_path / "in"))

    for statement in ("UPDATE events SET sentence = 'lain'", "DELETE FROM events"):
        with pytest.raises(Exception, match="append-only"), database.transaction() as connection:
            connection.exec_driver_sql(statement)

    assert archive.trail(document_id(1))[0].sentence == "Versi v1 disimpan: Diterbitkan."
