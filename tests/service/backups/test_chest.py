"""The file of a backup: what goes in comes out, and nothing else is let out."""

from __future__ import annotations

import io
import random
import shutil
import subprocess
import tarfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

from service.backups.chest import SUMS, unpack, writing
from service.backups.errors import BackupAltered, BackupError, BackupMissing, BackupUnreadable

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
FILES = {
    "db.sqlite3": bytes(range(256)) * 40,
    "archive/a/kosong": b"",
    "archive/surat–é.pdf": b"%PDF-1.7\n",
}


@pytest.fixture
def backup(tmp_path: Path) -> Path:
    for name, content in FILES.items():
        (tmp_path / "asal" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "asal" / name).write_bytes(content)
    path = tmp_path / "cadangan.tar"
    with writing(path, moment=NOON) as box:
        for name in FILES:
            box.put(name, tmp_path / "asal" / name)
        box.close()
    return path


def unpacked(path: Path, to: Path) -> dict[str, bytes]:
    unpack(path, to, progress=lambda *_: None)
    files = (each for each in to.rglob("*") if each.is_file())
    return {each.relative_to(to).as_posix(): each.read_bytes() for each in files}


def test_what_goes_in_comes_out(backup: Path, tmp_path: Path):
    """Every file comes back, and other people may not read the backup."""
    assert unpacked(backup, tmp_path / "keluar") == FILES
    assert backup.stat().st_mode & 0o777 == 0o600


def test_it_can_be_read_without_lontar(backup: Path, tmp_path: Path):
    """Common tools unpack and check it."""
    folder = tmp_path / "biasa"
    folder.mkdir()

    subprocess.run(["tar", "-xf", backup, "-C", folder], check=True)
    subprocess.run(["sha256sum", "--strict", "--quiet", "-c", SUMS], cwd=folder, check=True)


def test_every_cut_is_noticed(backup: Path, tmp_path: Path):
    """Wherever the file ends too early, it is refused with a sentence."""
    whole = backup.read_bytes()
    ends_at = whole.index(SUMS.encode())
    for end in [0, 1, 511, 512, 700, *range(1024, ends_at, 997), ends_at + 512]:
        backup.write_bytes(whole[:end])
        with pytest.raises((BackupUnreadable, BackupAltered), match=r"\.$"):
            unpack(backup, tmp_path / f"k{end}", progress=lambda *_: None)


def test_no_altered_byte_comes_through(backup: Path, tmp_path: Path):
    """A flipped bit anywhere is refused, or was in the filling between the files."""
    whole = backup.read_bytes()
    dice = random.Random(20260302)  # noqa: S311 - dice, not secrets
    refused = 0
    for turn in range(300):
        place = dice.randrange(len(whole))
        altered = bytearray(whole)
        altered[place] ^= 1 << dice.randrange(8)
        backup.write_bytes(altered)
        folder = tmp_path / f"b{turn}"
        try:
            assert unpacked(backup, folder) == FILES
        except BackupError:
            refused += 1
        shutil.rmtree(folder, ignore_errors=True)
    assert refused > 100


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("../luar", tarfile.REGTYPE),
        ("/luar", tarfile.REGTYPE),
        ("archive/../../luar", tarfile.REGTYPE),
        ("archive//ganda", tarfile.REGTYPE),
        ("archive/pintas", tarfile.SYMTYPE),
        ("archive/keras", tarfile.LNKTYPE),
        ("archive/pipa", tarfile.FIFOTYPE),
    ],
)
def test_nothing_lands_outside(tmp_path: Path, name: str, kind: bytes):
    """A TAR of somebody else's making cannot name a place or a thing that is not ours."""
    path = tmp_path / "jahat.tar"
    with tarfile.open(path, "w") as tar:
        entry = tarfile.TarInfo(name)
        entry.type, entry.linkname = kind, "/etc/hostname"
        tar.addfile(entry, io.BytesIO())

    with pytest.raises(BackupUnreadable):
        unpack(path, tmp_path / "dalam", progress=lambda *_: None)

    assert not (tmp_path / "luar").exists()


def test_other_files_are_no_backups(tmp_path: Path):
    """A file that is none, or none of ours, is told as such."""
    (tmp_path / "teks").write_text("bukan cadangan", encoding="utf-8")

    with pytest.raises(BackupMissing):
        unpack(tmp_path / "tidak-ada", tmp_path / "x", progress=lambda *_: None)
    with pytest.raises(BackupUnreadable):
        unpack(tmp_path / "teks", tmp_path / "x", progress=lambda *_: None)
