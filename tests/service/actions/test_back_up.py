"""Back up and restore: one moment of the whole installation, in one file, into an empty place."""

from __future__ import annotations

import json
import tarfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select, text

from archive.audit.trail import whole_trail
from archive.records import Actor, Deposit, DocumentId
from service.accounts.tables import ATTEMPTS, PEOPLE, SESSIONS
from service.actions import back_up as action
from service.actions.back_up import BackedUpAs, back_up
from service.actions.request_document import request_document
from service.actions.restore import restore
from service.app import House, open_house
from service.backups import snapshot
from service.backups.errors import (
    BackupAltered,
    BackupHoled,
    BackupStale,
    DatabaseTaken,
    HomeTaken,
)
from service.errors import SchemaTooNew
from service.reading import parse_data
from service.settings import ServiceSettings
from tests.service.filing import NOON, filed
from tests.service.postgres_server import postgres_urls
from tests.service.serving import signed_in
from workers.jobs import JobState
from workers.owners import this_process

SARI = Actor("Staf Uji", "local:uji")


def backed_up(house: House, path: Path) -> BackedUpAs:
    return back_up(path, overwrite=False, progress=lambda *_: None, house=house)


@pytest.fixture
def restored(tmp_path: Path) -> Iterator[Callable[..., House]]:
    """Restores a backup into a new home and opens it."""
    opened: list[House] = []

    def run(path: Path, *, name: str = "baru", database: str | None = None) -> House:
        settings = ServiceSettings(home=tmp_path / name, database_url=database)
        restore(path, settings=settings, actor=SARI, now=NOON, progress=lambda *_: None)
        opened.append(open_house(settings))
        return opened[-1]

    yield run
    for each in opened:
        each.database.close()


def asked(house: House, sample) -> str:
    """One request of the sample; its job's id."""
    data = parse_data("data.json", json.dumps(sample()).encode())
    kind = house.kinds["perjanjian_kinerja"]
    return request_document(data, kind=kind, key=None, house=house).job.id


def sentences(house: House) -> list[str]:
    with house.database.reading() as connection:
        return [each.sentence for each in whole_trail(connection, before=None, limit=100)]


def test_everything_comes_back(house: House, tmp_path: Path, restored, sample):
    """Documents, numbers, jobs, people and the trail; both trails tell of it."""
    documents = [filed(house, tmp_path / "in") for _ in range(3)]
    signed_in(house, "auditor:*")
    asked(house, sample)
    before = sentences(house)

    made = backed_up(house, tmp_path / "c.tar")
    new = restored(made.path)

    assert made.documents == 3
    assert {each.document.value for each in new.archive.find()} == set(documents)
    assert list(new.archive.fsck()) == []
    assert new.archive.register.entries() == house.archive.register.entries()
    assert new.jobs.list() == house.jobs.list()
    assert sentences(new)[1:] == before
    assert "Dipulihkan dari cadangan c.tar" in sentences(new)[0]
    assert "Cadangan c.tar dibuat: 3 dokumen" in sentences(house)[0]


def test_nobody_is_signed_in_after_it(house: House, tmp_path: Path, restored):
    """People come back, their sessions and failed attempts do not, not even as traces."""
    signed_in(house, "auditor:*")
    with house.database.reading() as connection:
        digest = connection.scalar(select(SESSIONS.c.digest))
    assert digest

    new = restored(backed_up(house, tmp_path / "c.tar").path)

    with new.database.reading() as connection:
        count = {
            each.name: connection.scalar(select(func.count()).select_from(each))
            for each in (PEOPLE, SESSIONS, ATTEMPTS)
        }
    assert count == {"people": 1, "sessions": 0, "sign_in_attempts": 0}
    assert digest.encode() not in (tmp_path / "c.tar").read_bytes()


def test_numbers_go_on_where_they_were(house: House, tmp_path: Path, restored, sample):
    """The next number after a restore is the next one of the book."""
    asked(house, sample)
    new = restored(backed_up(house, tmp_path / "c.tar").path)

    asked(new, sample)

    given = [each.number.sequence for each in new.archive.register.entries()]
    assert given == [1, 2]


def test_what_was_being_made_waits_for_a_worker(house: House, tmp_path: Path, restored, sample):
    """No worker of the old machine holds a job of the new one."""
    job = asked(house, sample)
    owner = this_process()
    assert house.jobs.claim(job, owner=owner, now=house.clock(), lease_seconds=180)

    new = restored(backed_up(house, tmp_path / "c.tar").path)

    assert house.jobs.get(job).state is JobState.MAKING
    assert new.jobs.get(job).state is JobState.ASKED
    assert job in new.jobs.unwoken(
        now=new.clock() + timedelta(minutes=2), seen_from=owner, wake_seconds=60
    )


def test_it_is_the_archive_of_that_moment(
    house: House, tmp_path: Path, restored, monkeypatch: pytest.MonkeyPatch
):
    """What is filed while files are copied waits for the next backup; nothing else changes."""
    document = filed(house, tmp_path / "in")
    take = snapshot.take

    def then_file_more(*arguments):
        take(*arguments)
        filed(house, tmp_path / "in")
        add_version(house, document, tmp_path)

    monkeypatch.setattr(action.snapshot, "take", then_file_more)
    new = restored(backed_up(house, tmp_path / "c.tar").path)

    assert [each.document.value for each in new.archive.find()] == [document]
    assert len(new.archive.document(DocumentId(document)).versions) == 1
    assert list(new.archive.fsck()) == []
    assert len(house.archive.document(DocumentId(document)).versions) == 2


def add_version(house: House, document: str, folder: Path) -> None:
    kept = house.archive.document(DocumentId(document))
    (folder / "v2.pdf").write_bytes(b"%PDF-1.7\ndua\n%%EOF\n")
    house.archive.deposit(
        Deposit(
            document=kept.document,
            key="versi-dua",
            record=kept.record,
            files={"document.pdf": folder / "v2.pdf"},
            message="Ditandatangani.",
            actor=SARI,
            created=NOON + timedelta(days=1),
        )
    )


def test_a_document_with_versions_comes_back_whole(house: House, tmp_path: Path, restored):
    """All versions of a document, with the newest inventory at its root."""
    document = filed(house, tmp_path / "in")
    add_version(house, document, tmp_path)

    new = restored(backed_up(house, tmp_path / "c.tar").path)

    assert len(new.archive.document(DocumentId(document)).versions) == 2
    assert list(new.archive.fsck()) == []


def test_documents_without_index_are_not_left_out(house: House, tmp_path: Path):
    """After a lost database the backup asks for a rebuild instead of leaving documents out."""
    filed(house, tmp_path / "in")
    house.database.close()
    for each in house.settings.home.glob("db.sqlite3*"):
        each.unlink()
    again = open_house(house.settings)

    with pytest.raises(BackupStale):
        backed_up(again, tmp_path / "c.tar")
    again.archive.rebuild()

    assert backed_up(again, tmp_path / "c.tar").documents == 1
    again.database.close()


def test_a_hole_in_the_storage_is_told(house: House, tmp_path: Path):
    """A backup that would miss a file is not made, and nothing half lies about."""
    filed(house, tmp_path / "in")
    next(house.settings.ocfl_root.rglob("document.pdf")).unlink()

    with pytest.raises(BackupHoled, match=r"document\.pdf"):
        backed_up(house, tmp_path / "luar" / "c.tar")

    assert not (tmp_path / "luar").exists()
    assert list(house.settings.home.glob("backup-*")) == []


def test_a_home_that_holds_something_stays_as_it_is(house: House, tmp_path: Path, restored):
    """Nothing is restored over anything."""
    made = backed_up(house, tmp_path / "c.tar")
    (tmp_path / "baru").mkdir()
    (tmp_path / "baru" / "catatan.txt").write_text("penting", encoding="utf-8")

    with pytest.raises(HomeTaken):
        restored(made.path)

    assert [each.name for each in (tmp_path / "baru").iterdir()] == ["catatan.txt"]


def test_a_bad_backup_leaves_nothing_behind(house: House, tmp_path: Path, restored):
    """After a refused backup the folder is empty, and a good one can be restored into it."""
    filed(house, tmp_path / "in")
    made = backed_up(house, tmp_path / "c.tar")
    whole = made.path.read_bytes()
    altered = whole.replace(b"%%EOF", b"%%EOG")
    (tmp_path / "buruk.tar").write_bytes(altered)

    with pytest.raises(BackupAltered, match=r"document\.pdf"):
        restored(tmp_path / "buruk.tar")
    assert list((tmp_path / "baru").iterdir()) == []

    (tmp_path / "baru" / ".pemulihan").mkdir()  # as a power cut leaves it
    assert list(restored(made.path).archive.fsck()) == []


def test_a_backup_of_a_later_release_is_refused(house: House, tmp_path: Path, restored):
    """Its rows could mean what this release does not know."""
    made = backed_up(house, tmp_path / "c.tar")
    with tarfile.open(made.path) as tar:
        tar.extractall(tmp_path / "isi", filter="data")
    with snapshot.opened(tmp_path / "isi" / "db.sqlite3") as picture, picture.transaction() as kept:
        kept.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with action.chest.writing(tmp_path / "d.tar", moment=NOON) as box:
        for each in sorted((tmp_path / "isi").rglob("*")):
            if each.is_file() and each.name != "SHA256SUMS":
                box.put(each.relative_to(tmp_path / "isi").as_posix(), each)
        box.close()

    with pytest.raises(SchemaTooNew):
        restored(tmp_path / "d.tar")


@pytest.mark.postgres
def test_it_moves_between_databases(house: House, tmp_path: Path, restored, sample):
    """From SQLite to PostgreSQL and back; counters go on, a database in use is not touched."""
    filed(house, tmp_path / "in")
    asked(house, sample)
    first = backed_up(house, tmp_path / "c.tar")
    with postgres_urls() as new_database:
        url = new_database()
        served = replace(restored(first.path, name="pg", database=url), inbox=house.inbox)
        asked(served, sample)
        assert not (served.settings.home / "db.sqlite3").exists()
        with pytest.raises(DatabaseTaken):
            restored(first.path, name="lagi", database=url)
        second = backed_up(served, tmp_path / "d.tar")
        served.database.close()
    back = restored(second.path, name="kembali")

    assert [each.number.sequence for each in back.archive.register.entries()][-2:] == [1, 2]
    assert list(back.archive.fsck()) == []
    told = sentences(back)
    assert ["cadangan" in each for each in told] == [True, False, True, False, False, False]
    assert told[3:] == sentences(house)[1:]
