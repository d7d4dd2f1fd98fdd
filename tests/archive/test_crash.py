"""Whatever moment a writer dies in, nothing acknowledged is lost and nothing invalid stays."""

from __future__ import annotations

import errno
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from archive.archive import Archive
from archive.database import Database
from tests.archive.making import WITHDRAWN, a_deposit, a_restatement, at_step, in_child

if TYPE_CHECKING:
    from collections.abc import Callable

    from archive.records import Deposit
    from archive.restate import Restatement

MOST_STEPS = 200


def _open(folder: Path) -> Archive:
    database = Database(f"sqlite:///{folder / 'db.sqlite3'}")
    database.create_all()
    return Archive(folder / "archive", folder / "staging", database)


def _die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _fail() -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def _faulty(folder: Path, asked: Deposit, step: int, fault: Callable[[], None]) -> object:
    def work() -> object:
        archive = _open(folder)
        at_step(step, fault)
        return archive.deposit(asked)

    return work


def _staged(folder: Path) -> list[str]:
    return sorted(path.name for path in (folder / "staging").iterdir() if path.name != ".locks")


@pytest.mark.parametrize("versions_before", [0, 1])
def test_a_writer_killed_at_any_step_leaves_a_sound_archive(
    tmp_path: Path, versions_before: int
) -> None:
    """After kill -9 at each change of the file system, the next start makes everything valid."""
    for step in range(1, MOST_STEPS):
        folder = tmp_path / str(step)
        folder.mkdir()
        before = _open(folder)
        for number in range(versions_before):
            before.deposit(a_deposit(folder / "in", key=f"lama-{number}"))
        asked = a_deposit(folder / "in", key="baru", contents={"document.pdf": b"baru"})

        status, receipt = in_child(_faulty(folder, asked, step, _die))

        after = _open(folder)
        after.reconcile()
        assert [problem.sentence for problem in after.fsck()] == []
        assert _staged(folder) == []
        again = after.deposit(asked)
        assert after.document(asked.document).head.number == again.version
        assert again.version.value == versions_before + 1
        assert list(after.fsck()) == []
        if not os.WIFSIGNALED(status):
            assert receipt == again
            break
    else:
        pytest.fail("the writer never came to its end")
    assert step > 15


def test_an_act_of_the_arsiparis_is_whole_or_not_done(tmp_path: Path) -> None:
    """Killed at any step, the document stands as before or as said, and the act can be repeated."""
    for step in range(1, MOST_STEPS):
        folder = tmp_path / str(step)
        folder.mkdir()
        before = _open(folder)
        before.deposit(a_deposit(folder / "in"))
        asked = a_restatement(before, 1, WITHDRAWN)

        def work(folder: Path = folder, step: int = step, asked: Restatement = asked) -> object:
            archive = _open(folder)
            at_step(step, _die)
            return archive.restate(asked)

        status, _ = in_child(work)

        after = _open(folder)
        after.reconcile()
        assert list(after.fsck()) == []
        assert _staged(folder) == []
        assert after.restate(asked).version.value == 2
        assert after.document(asked.document).state == "withdrawn"
        if not os.WIFSIGNALED(status):
            break
    else:
        pytest.fail("the writer never came to its end")
    assert step > 10


@pytest.mark.parametrize("versions_before", [0, 1])
def test_a_reader_between_crash_and_recovery_still_reads_what_was_filed(
    tmp_path: Path, versions_before: int
) -> None:
    """What was acknowledged before can be fetched even before the next start repairs."""
    for step in range(1, MOST_STEPS):
        folder = tmp_path / str(step)
        folder.mkdir()
        kept = _open(folder).deposit(a_deposit(folder / "in", 7, key="lama"))
        number = 7 if versions_before else 8
        asked = a_deposit(folder / "in2", number, key="baru")

        status, _ = in_child(_faulty(folder, asked, step, _die))

        reader = _open(folder)
        out = folder / "out.pdf"
        reader.fetch(kept.document, version=kept.version, name="document.pdf", to=out)
        assert out.read_bytes().startswith(b"%PDF-1.7 satu")
        if not os.WIFSIGNALED(status):
            break


@pytest.mark.parametrize("versions_before", [0, 1])
def test_a_full_disk_leaves_nothing_half_written(tmp_path: Path, versions_before: int) -> None:
    """No room at any step is told as such, cleans up at once, and the deposit can be repeated."""
    told = set()
    for step in range(1, MOST_STEPS):
        folder = tmp_path / str(step)
        folder.mkdir()
        before = _open(folder)
        for number in range(versions_before):
            before.deposit(a_deposit(folder / "in", key=f"lama-{number}"))
        asked = a_deposit(folder / "in", key="baru", contents={"document.pdf": b"baru"})

        _, result = in_child(_faulty(folder, asked, step, _fail))

        after = _open(folder)
        errors = [problem for problem in after.fsck() if not problem.code.startswith("L")]
        assert errors == []
        assert after.deposit(asked).version.value == versions_before + 1
        assert list(after.fsck()) == []
        assert _staged(folder) == []
        if not isinstance(result, tuple):
            break
        told.add(result[0])
    assert told == {"StorageFull"}


DEPOSIT = """
import sys
from pathlib import Path
from archive.errors import StorageFull
from tests.archive.making import a_deposit
from tests.archive.test_crash import _open
folder = Path(sys.argv[1])
archive = _open(folder)
asked = a_deposit(folder / "in", key="baru", contents={"document.pdf": b"baru" * 1000})
print("mulai", flush=True)
try:
    archive.deposit(asked)
except StorageFull:
    print("penuh")
"""


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")
@pytest.mark.parametrize("call", ["write", "pwrite64", "syncfs"])
def test_a_disk_that_fills_while_bytes_are_written_is_told(tmp_path: Path, call: str) -> None:
    """The kernel says ENOSPC to any write or sync: StorageFull, and the deposit can be repeated."""
    told = 0
    for step in range(1, 40):
        folder = tmp_path / str(step)
        folder.mkdir()
        _open(folder).deposit(a_deposit(folder / "in", key="lama"))
        done = _deposit_with(folder, f"inject={call}:error=ENOSPC:when={step}")

        after = _open(folder)
        after.reconcile()
        assert list(after.fsck()) == []
        assert after.deposit(a_deposit(folder / "in", key="baru")).version.value == 2
        told += b"penuh" in done.stdout
        if done.returncode == 0 and b"penuh" not in done.stdout and b"mulai" in done.stdout:
            break
    assert told > 0


def _deposit_with(folder: Path, fault: str) -> subprocess.CompletedProcess:
    done = subprocess.run(
        ["strace", "-f", "-o", "/dev/null", "-e", fault, sys.executable, "-c", DEPOSIT, folder],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        check=False,
    )
    if b"ptrace" in done.stderr:
        pytest.skip("strace may not trace here")
    return done
