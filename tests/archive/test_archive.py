"""Reading the archive: documents, files, verdicts, and what a check of everything finds."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import insert, select

from archive.audit.tables import EVENTS
from archive.bad_values import BadTime
from archive.database import Database
from archive.errors import (
    DatabaseUnavailable,
    DatabaseUnprepared,
    DocumentUnknown,
    FileAltered,
    FileUnknown,
    NameAmbiguous,
    SourceMissing,
    VersionUnknown,
)
from archive.ocfl.digests import sha512_of
from archive.records import VersionNumber
from archive.settings import ArchiveSettings
from archive.verify import Verdict
from tests.archive.making import NOON, a_deposit, document_id

if TYPE_CHECKING:
    from pathlib import Path

    from archive.archive import Archive

ISSUED = b"%PDF-1.7\nisi dokumen\n%%EOF\n"
V1 = VersionNumber(1)


@pytest.fixture
def filed(archive: Archive, tmp_path: Path):
    """A document with an issued version and a signed copy."""
    archive.deposit(a_deposit(tmp_path / "in", contents={"document.pdf": ISSUED}))
    signed = {"document.pdf": ISSUED, "signed.pdf": ISSUED + b"1 0 obj tanda tangan %%EOF\n"}
    archive.deposit(a_deposit(tmp_path / "in", key="ttd", contents=signed))
    return archive.document(document_id(1))


def test_each_version_gives_its_own_bytes(archive: Archive, filed, tmp_path: Path) -> None:
    """A file is asked for by version and comes out as it was filed, with its size and type."""
    file = archive.fetch(filed.document, version=V1, name="document.pdf", to=tmp_path / "out.pdf")

    assert (tmp_path / "out.pdf").read_bytes() == ISSUED
    assert (file.size, file.media_type) == (len(ISSUED), "application/pdf")
    assert filed.state == "signed"
    with pytest.raises(FileUnknown):
        archive.fetch(filed.document, version=V1, name="signed.pdf", to=tmp_path / "x")
    with pytest.raises(VersionUnknown):
        archive.fetch(
            filed.document, version=VersionNumber(3), name="signed.pdf", to=tmp_path / "x"
        )
    with pytest.raises(DocumentUnknown):
        archive.document(document_id(2))


def test_altered_bytes_are_never_handed_out(archive: Archive, filed, tmp_path: Path) -> None:
    """A stored file whose bytes changed is refused, and what lay at the target stays."""
    stored = next((tmp_path / "archive").glob("*/*/v1/content/document.pdf"))
    stored.write_bytes(ISSUED.replace(b"isi", b"ISI"))
    (tmp_path / "out.pdf").write_bytes(b"lama")

    with pytest.raises(FileAltered):
        archive.fetch(filed.document, version=V1, name="document.pdf", to=tmp_path / "out.pdf")

    assert (tmp_path / "out.pdf").read_bytes() == b"lama"
    assert [path.name for path in tmp_path.glob(".out*")] == []


@pytest.mark.usefixtures("filed")
def test_a_consistent_rewrite_satisfies_ocfl_but_not_the_index(
    archive: Archive, tmp_path: Path
) -> None:
    """Whoever rewrites file, inventories and sidecars alike is found by the index's memory."""
    folder = next((tmp_path / "archive").glob("*/lontar*"))
    stored = folder / "v1/content/document.pdf"
    old, new = sha512_of(ISSUED), sha512_of(b"palsu")
    stored.write_bytes(b"palsu")
    for place in (folder / "v1", folder / "v2", folder):
        data = (place / "inventory.json").read_bytes().replace(old.encode(), new.encode())
        (place / "inventory.json").write_bytes(data)
        (place / "inventory.json.sha512").write_text(f"{sha512_of(data)} inventory.json\n")

    codes = {problem.code for problem in archive.fsck()}

    assert codes == {"L003"}


@pytest.mark.usefixtures("filed")
def test_what_index_and_storage_know_is_compared(archive: Archive, tmp_path: Path) -> None:
    """A document whose object is gone is L001."""
    folder = next((tmp_path / "archive").glob("*/lontar*"))
    folder.rename(tmp_path / "hilang")

    problems = list(archive.fsck())

    assert ("L001", document_id(1).value) in {(one.code, one.detail) for one in problems}


def test_a_document_answers_to_id_beginning_number_and_code(
    archive: Archive, tmp_path: Path
) -> None:
    """Full id, unique beginning, number without regard to spaces and case, or code."""
    asked = a_deposit(tmp_path / "in")
    archive.deposit(replace(asked, record=replace(asked.record, number="800/12-Um/2026")))
    document = document_id(1)

    names = [
        document.value,
        document.value.upper(),
        document.value[:4],
        "800 / 12-um/2026",
        "kode-1",
    ]

    assert [archive.resolve(name) for name in names] == [document] * 5
    for name in ("", "800", document.value[:3], "%", "kode-2"):
        with pytest.raises(DocumentUnknown):
            archive.resolve(name)


def test_a_name_of_two_documents_is_ambiguous(archive: Archive, tmp_path: Path) -> None:
    """A number that two books gave names no single document; both are told."""
    for number, kind in ((1, "sop"), (2, "perjanjian_kinerja")):
        asked = a_deposit(tmp_path / "in", number, kind=kind)
        archive.deposit(replace(asked, record=replace(asked.record, number="1/2026")))

    with pytest.raises(NameAmbiguous) as caught:
        archive.resolve("1/2026")

    assert set(caught.value.documents) == {document_id(1).value, document_id(2).value}


def test_documents_are_found_by_words_kind_year_and_office(
    archive: Archive, tmp_path: Path
) -> None:
    """Each word must appear in what is known of it; no letter stands for others; newest first."""
    later = NOON + timedelta(days=1)
    archive.deposit(a_deposit(tmp_path / "in", 1, title="Perizinan Pasar"))
    archive.deposit(a_deposit(tmp_path / "in", 2, title="Perizinan Reklame", created=later))
    archive.deposit(a_deposit(tmp_path / "in", 3, title="Anggaran 100%", kind="rencana", year=2025))

    def found(**asked) -> list[int]:
        numbers = {document_id(number): number for number in (1, 2, 3)}
        return [numbers[entry.document] for entry in archive.find(**asked)]

    assert found(text="PERIZINAN jekulo") == [2, 1]
    assert found(text="100%") == [3]
    assert found(text="1_0") == []
    assert found(kind="sop", limit=1) == [2]
    assert found(year=2025) == [3]
    assert found(office="Kecamatan Jekulo", text="pasar") == [1]


@pytest.mark.usefixtures("filed")
def test_a_file_is_recognised_by_its_bytes(archive: Archive, tmp_path: Path) -> None:
    """The issued bytes, a signed copy of them, and anything else are told apart."""
    copy = tmp_path / "copy.pdf"
    cases = {
        ISSUED: Verdict.SAME,
        ISSUED + b"2 0 obj tanda tangan lain %%EOF\n": Verdict.CONTINUED,
        ISSUED.replace(b"isi", b"ISI") + b"%%EOF\n": Verdict.UNKNOWN,
        ISSUED[:-2]: Verdict.UNKNOWN,
        b"": Verdict.UNKNOWN,
    }
    for data, verdict in cases.items():
        copy.write_bytes(data)
        result = archive.verify(copy)
        assert result.verdict is verdict
        assert result.sentence.endswith(".")
        assert result.digest == sha512_of(data)
    with pytest.raises(SourceMissing):
        archive.verify(tmp_path / "hilang.pdf")


@pytest.mark.usefixtures("filed")
def test_the_longest_filed_beginning_is_named(archive: Archive, tmp_path: Path) -> None:
    """A copy signed once more continues the signed copy, not merely the issue."""
    copy = tmp_path / "copy.pdf"
    copy.write_bytes(ISSUED + b"1 0 obj tanda tangan %%EOF\n" + b"lagi %%EOF")

    found = archive.verify(copy).found

    assert [(one.file.name, one.version.value) for one in found] == [("signed.pdf", 2)]


ENDINGS = st.sampled_from([b"%%EOF", b"%%EOF\n", b"%%EOF\r\n", b"%%EOF\r"])


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(body=st.binary(max_size=60), ending=ENDINGS, more=st.binary(min_size=1, max_size=60))
def test_any_continuation_of_any_issue_is_recognised(archive, tmp_path, body, ending, more) -> None:
    """Whatever follows an issued PDF, and however its last line ends, the issue is found in it."""
    issued = body + ending
    number = int(sha512_of(issued)[:8], 16)
    archive.deposit(a_deposit(tmp_path / "in", number, contents={"document.pdf": issued}))
    copy = tmp_path / "copy.pdf"
    copy.write_bytes(issued + more)

    result = archive.verify(copy)

    assert result.verdict in {Verdict.CONTINUED, Verdict.SAME}
    assert all((issued + more).startswith(issued[: one.file.size]) for one in result.found)


def test_the_filed_note_holds_what_the_index_needs(archive: Archive, filed, tmp_path: Path) -> None:
    """record.json beside each version is canonical JSON with key, record and register line."""
    archive.fetch(filed.document, version=V1, name="record.json", to=tmp_path / "record.json")
    data = (tmp_path / "record.json").read_bytes()

    note = json.loads(data)
    assert (note["key"], note["record"]["title"]) == ("pekerjaan-1", filed.record.title)
    assert (
        data == json.dumps(note, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
    )


def test_times_go_in_with_a_zone_and_come_out_as_utc(database: Database) -> None:
    """A moment is the same moment on both databases; one without zone is refused."""
    jakarta = datetime(2026, 11, 21, 19, 0, tzinfo=timezone(timedelta(hours=7)))
    row = {"word": "w", "sentence": "s", "actor_name": "a", "actor_address": ""}
    with database.transaction() as connection:
        connection.execute(insert(EVENTS).values(at=jakarta, **row))
    with database.reading() as connection:
        at = connection.execute(select(EVENTS.c.at)).scalar_one()
    assert (at, at.tzinfo) == (NOON, UTC)

    naive = insert(EVENTS).values(at=datetime(2026, 11, 21), **row)  # noqa: DTZ001 - the point
    with pytest.raises(Exception, match="zona waktu") as caught, database.reading() as connection:
        connection.execute(naive)
    assert isinstance(caught.value.__cause__ or caught.value, BadTime)


def test_a_database_without_tables_or_answer_is_told(tmp_path: Path) -> None:
    """What is missing is said in our own words, never as a driver's exception."""
    empty = Database(f"sqlite:///{tmp_path / 'kosong.sqlite3'}")
    with pytest.raises(DatabaseUnprepared), empty.reading() as connection:
        connection.execute(select(EVENTS))
    empty.close()
    (tmp_path / "folder.sqlite3").mkdir()
    broken = Database(f"sqlite:///{tmp_path / 'folder.sqlite3'}")
    with pytest.raises(DatabaseUnavailable), broken.reading():
        pytest.fail("it opened a folder")
    broken.close()
    away = Database(f"postgresql+psycopg://x@/x?host={tmp_path}")
    with pytest.raises(DatabaseUnavailable), away.reading():
        pytest.fail("it reached a server that is not there")
    away.close()


def test_sqlite_is_durable_and_lets_readers_read(tmp_path: Path) -> None:
    """Write-ahead log, full synchronisation, and a writer that starts at once as a writer."""
    database = Database(f"sqlite:///{tmp_path / 'db.sqlite3'}")
    database.create_all()
    with database.transaction() as connection:
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 2
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
        other = sqlite3.connect(tmp_path / "db.sqlite3", timeout=0)
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            other.execute("BEGIN IMMEDIATE")
        other.close()
        with database.reading() as reader:
            assert reader.execute(select(EVENTS)).all() == []
    database.close()


def test_only_notes_go_without_waiting_for_the_disk(database: Database) -> None:
    """A transaction that may be lost to a power cut says so; the next one is durable again."""
    ask = (
        "PRAGMA synchronous"
        if database.url.startswith("sqlite")
        else "SELECT current_setting('synchronous_commit')"
    )

    def forced(*, durable: bool) -> object:
        with database.transaction(durable=durable) as connection:
            return connection.exec_driver_sql(ask).scalar()

    usual = forced(durable=True)

    assert forced(durable=False) in {1, "off"}
    assert forced(durable=True) == usual
    assert usual in {2, "on"}


def test_settings_say_where_everything_lies(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """LONTAR_HOME moves all; without a database URL it is SQLite in the home."""
    monkeypatch.setenv("LONTAR_HOME", str(tmp_path))

    settings_read = ArchiveSettings()

    assert settings_read.ocfl_root == tmp_path / "archive"
    assert settings_read.staging == tmp_path / "staging"
    assert settings_read.database == f"sqlite:///{tmp_path}/db.sqlite3"
    monkeypatch.setenv("LONTAR_DATABASE_URL", "postgresql+psycopg://x@/y")
    assert ArchiveSettings().database == "postgresql+psycopg://x@/y"
