"""The storage root: what others read of it, and what one writer may count on."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import ocfl
import pytest

from archive.errors import (
    InventoryUnreadable,
    NotAStorageRoot,
    ObjectBusy,
    SourceMissing,
    StagingElsewhere,
)
from archive.ocfl import locks
from archive.ocfl.inventory import NAME, SIDECAR, User, parse
from archive.ocfl.layout import Layout
from archive.ocfl.store import StorageRoot

WHO = User("Sari", "mailto:sari@example.id")
MEMORY = Path("/dev/shm")  # noqa: S108 - a second file system, most machines have it


@pytest.fixture
def root(tmp_path: Path) -> StorageRoot:
    """An empty storage root."""
    return StorageRoot.open(tmp_path / "root", staging=tmp_path / "staging")


def _commit(root: StorageRoot, object_id: str, **files: bytes) -> None:
    with root.writing(object_id) as writer:
        writer.commit(files, created="2026-11-21T12:00:00Z", message="Diterbitkan.", user=WHO)


def test_an_independent_reader_finds_nothing_wrong(root: StorageRoot) -> None:
    """ocfl-py accepts our storage root and every object in it, without an error or warning."""
    for number in range(5):
        _commit(root, f"lontar:{number}", satu=b"1", dua=b"%d" % number)
        _commit(root, f"lontar:{number}", satu=b"1", dua=b"lain")

    judge = ocfl.StorageRoot(root=str(root.root))
    valid = judge.validate(log_warnings=True)

    assert valid
    assert (judge.num_objects, judge.good_objects, judge.errors) == (5, 5, [])
    for folder in root.objects():
        one = ocfl.Object(path=str(folder))
        passed, validator = one.validate(objdir=str(folder), log_warnings=True)
        assert passed
        assert (validator.log.num_errors, validator.log.num_warnings) == (0, 0)


@pytest.mark.parametrize(
    ("object_id", "layout", "path"),
    [
        ("object-01", Layout(), "3c0/ff4/240/object-01"),
        ("..Hor/rib:lè-$id", Layout(), "373/529/21a/%2e%2eHor%2frib%3al%c3%a8-%24id"),
        (
            "object-01",
            Layout("md5", 2, 15),
            "ff/75/53/44/92/48/5e/ab/b3/9f/86/35/67/28/88/object-01",
        ),
        ("object-01", Layout("md5", 0, 0), "object-01"),
        (
            "abcdefghij" * 10 + "a",
            Layout(),
            "5cc/73e/648/"
            + "abcdefghij" * 10
            + "-5cc73e648fbcff136510e330871180922ddacf193b68fdeff855683a01464220",
        ),
    ],
)
def test_objects_live_where_the_extension_says(object_id: str, layout: Layout, path: str) -> None:
    """The examples of extension 0003 come out to the letter."""
    assert layout.path_of(object_id) == path


def test_a_root_keeps_the_layout_it_was_made_with(root: StorageRoot) -> None:
    """An existing root's own parameters are used, not today's defaults."""
    path = root.root / "extensions/0003-hash-and-id-n-tuple-storage-layout/config.json"
    path.write_text(json.dumps(json.loads(path.read_bytes()) | {"tupleSize": 2}))

    reopened = StorageRoot.open(root.root, staging=root.staging)

    assert len(reopened.layout.path_of("lontar:a").split("/")[0]) == 2


def test_a_folder_with_other_things_is_not_taken(tmp_path: Path) -> None:
    """A folder that holds something else is refused and left as it was."""
    (tmp_path / "rumah").mkdir()
    (tmp_path / "rumah/surat.txt").write_text("milik orang")

    with pytest.raises(NotAStorageRoot):
        StorageRoot.open(tmp_path / "rumah", staging=tmp_path / "staging")

    assert [path.name for path in (tmp_path / "rumah").iterdir()] == ["surat.txt"]


@pytest.mark.skipif(not MEMORY.is_dir(), reason="there is no second file system")
def test_staging_on_another_file_system_is_refused(tmp_path: Path) -> None:
    """A rename between file systems is not one step, so it is never tried."""
    elsewhere = MEMORY / f"lontar-{os.getpid()}"
    try:
        if elsewhere.parent.stat().st_dev == tmp_path.stat().st_dev:
            pytest.skip("both lie on one file system")
        with pytest.raises(StagingElsewhere):
            StorageRoot.open(tmp_path / "root", staging=elsewhere)
    finally:
        shutil.rmtree(elsewhere, ignore_errors=True)


def test_a_missing_source_writes_nothing(root: StorageRoot, tmp_path: Path) -> None:
    """A file that is not there refuses the version; no object and no staging remains."""
    with pytest.raises(SourceMissing), root.writing("lontar:a") as writer:
        writer.commit({"a": b"ada", "b": tmp_path / "hilang"}, created="", message="", user=WHO)

    assert list(root.objects()) == []
    assert root.unfinished() == []
    assert [path.name for path in root.staging.iterdir()] == [locks.FOLDER]


def test_a_second_writer_waits_its_turn_and_says_when_it_is_too_long(root: StorageRoot) -> None:
    """Who holds an object holds it alone; waiting has an end."""
    name = root.layout.folder_name("lontar:a")
    with root.writing("lontar:a"), pytest.raises(ObjectBusy):  # noqa: SIM117
        with locks.locked(root.staging, name, patience=0.05):
            pytest.fail("two writers at once")


def test_recovery_does_not_hide_tampering(root: StorageRoot) -> None:
    """A root inventory that no version confirms keeps its broken sidecar for the validator."""
    _commit(root, "lontar:a", satu=b"1")
    folder = root.folder("lontar:a")
    altered = (folder / NAME).read_bytes().replace(b"Diterbitkan.", b"Dikarang...!")
    (folder / NAME).write_bytes(altered)
    before = (folder / SIDECAR).read_bytes()
    (root.staging / root.layout.folder_name("lontar:a")).mkdir()
    (root.staging / root.layout.folder_name("lontar:a") / "id").write_text("lontar:a")

    with root.writing("lontar:a"):
        pass

    assert (folder / SIDECAR).read_bytes() == before


@pytest.mark.parametrize("path", ["../../etc/passwd", "/etc/passwd", "v1//a", "v1/./a", ""])
def test_a_path_out_of_the_object_is_never_followed(root: StorageRoot, path: str) -> None:
    """An inventory that points outside is unreadable, whoever wrote it."""
    _commit(root, "lontar:a", satu=b"1")
    data = root.inventory_bytes("lontar:a").replace(b"v1/content/satu", path.encode())

    with pytest.raises(InventoryUnreadable):
        parse(data, place="lontar:a")


WRITER = """
import sys
from pathlib import Path
from archive.ocfl.inventory import User
from archive.ocfl.store import StorageRoot
folder = Path(sys.argv[1])
root = StorageRoot.open(folder / "root", staging=folder / "staging")
for content in (b"satu", b"dua"):
    print("mulai", flush=True)
    with root.writing("lontar:a") as writer:
        writer.commit({"a": content}, created="2026-11-21T12:00:00Z", message="m", user=User("S"))
"""


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")
def test_everything_is_on_the_disk_before_it_is_moved_and_before_it_is_told(tmp_path: Path) -> None:
    """Between the last write and the first rename the file system is forced, and after the last."""
    StorageRoot.open(tmp_path / "root", staging=tmp_path / "staging")
    log = tmp_path / "calls"
    calls = "trace=write,syncfs,fsync,rename,renameat,renameat2"
    done = subprocess.run(
        ["strace", "-f", "-y", "-e", calls, "-o", log, sys.executable, "-c", WRITER, tmp_path],
        cwd=Path(__file__).parents[3],
        capture_output=True,
        check=False,
    )
    if done.returncode != 0 and b"ptrace" in done.stderr:
        pytest.skip("strace may not trace here")
    assert done.returncode == 0, done.stderr

    story = "".join(_letter(line) for line in log.read_text().splitlines())
    first, second = story.split("M")[1:]

    # W write in staging, S force to the disk, R rename; one new object, then one new version.
    assert first.rstrip("W") == "W" * first.index("S") + "SRS"
    assert second == "W" * second.index("S") + "SRRRS"


def _letter(line: str) -> str:
    if "mulai" in line:
        return "M"
    if "rename" in line:
        return "R"
    if "syncfs(" in line or "fsync(" in line:
        return "S"
    return "W" if "/staging/" in line else ""
