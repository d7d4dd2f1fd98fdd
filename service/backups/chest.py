"""The file of a backup: a plain TAR that ends with the SHA-256 of everything in it.

Without Lontar: ``tar -xf FILE && sha256sum -c SHA256SUMS``. The digests come last, since the
files are read once; a file that was cut off has none and is refused.
"""

from __future__ import annotations

import hashlib
import io
import os
import re
import shutil
import tarfile
from contextlib import contextmanager
from pathlib import PurePosixPath
from typing import IO, TYPE_CHECKING, Final

from service.backups.errors import BackupAltered, BackupMissing, BackupUnreadable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime
    from pathlib import Path

SUMS: Final = "SHA256SUMS"
_LINE: Final = re.compile(r"([0-9a-f]{64})  (.+)")
_CHUNK: Final = 1 << 20
_SUMS_LIMIT: Final = 1 << 30
"""Bytes; a line is under 200, so five million files."""


class Chest:
    """A backup being written."""

    def __init__(self, tar: tarfile.TarFile, moment: datetime) -> None:
        self._tar, self._moment = tar, int(moment.timestamp())
        self._sums: list[str] = []

    def put(self, name: str, path: Path) -> None:
        """Add a file under this name."""
        with path.open("rb") as file:
            read = _Digesting(file)
            self._tar.addfile(self._entry(name, os.fstat(file.fileno()).st_size), read)
        self._sums.append(f"{read.digest.hexdigest()}  {name}\n")

    def close(self) -> str:
        """Add the digests; gives the SHA-256 of their list, which names the whole backup."""
        listed = "".join(self._sums).encode()
        self._tar.addfile(self._entry(SUMS, len(listed)), io.BytesIO(listed))
        return hashlib.sha256(listed).hexdigest()

    def _entry(self, name: str, size: int) -> tarfile.TarInfo:
        entry = tarfile.TarInfo(name)
        entry.size, entry.mtime, entry.mode = size, self._moment, 0o600
        return entry


@contextmanager
def writing(path: Path, *, moment: datetime) -> Iterator[Chest]:
    """A new backup, readable by its owner alone and forced to the disk at the end."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        with tarfile.open(fileobj=file, mode="w", format=tarfile.PAX_FORMAT) as tar:
            yield Chest(tar, moment)
        file.flush()
        os.fsync(file.fileno())


def unpack(path: Path, to: Path, *, progress: Callable[[int, int], None]) -> str:
    """Unpack a backup into an empty folder, each file compared with its SHA-256.

    Args:
        path: the backup.
        to: where its files go; they are only to be used when this returns.
        progress: told the bytes read, and all bytes.

    Returns:
        SHA-256 of the list of digests.

    Raises:
        BackupMissing, BackupUnreadable, BackupAltered: it cannot be trusted.
    """
    found: dict[str, str] = {}
    listed: bytes | None = None
    try:
        with path.open("rb") as file, tarfile.open(fileobj=file, mode="r:") as tar:
            size = os.fstat(file.fileno()).st_size
            for entry in tar:
                if listed is not None:
                    raise BackupUnreadable(path, f"ada isi setelah {SUMS}")
                if entry.name == SUMS and entry.isreg() and entry.size < _SUMS_LIMIT:
                    listed = _content(tar, entry).read()
                else:
                    _refuse_odd(entry, path, found)
                    found[entry.name] = _write(_content(tar, entry), to / entry.name)
                progress(file.tell(), size)
    except FileNotFoundError as error:
        raise BackupMissing(path) from error
    except tarfile.TarError as error:
        raise BackupUnreadable(path, "susunannya rusak atau terpotong") from error
    if listed is None:
        raise BackupUnreadable(path, f"{SUMS} tidak ada, mungkin berkasnya terpotong")
    _compare(path, found, listed)
    return hashlib.sha256(listed).hexdigest()


def _refuse_odd(entry: tarfile.TarInfo, path: Path, found: dict[str, str]) -> None:
    """Only plain files below the folder, each once; whoever made the TAR, nothing lands outside."""
    parts = PurePosixPath(entry.name).parts
    outside = not parts or ".." in parts or parts[0] == "/" or "\\" in entry.name
    if outside or not entry.isreg() or entry.name in found or entry.name != "/".join(parts):
        raise BackupUnreadable(path, f"isi bernama {entry.name!r} tidak diharapkan")


def _content(tar: tarfile.TarFile, entry: tarfile.TarInfo) -> IO[bytes]:
    file = tar.extractfile(entry)
    if file is None:
        raise tarfile.ReadError(entry.name)
    return file


def _write(source: IO[bytes], target: Path) -> str:
    target.parent.mkdir(parents=True, exist_ok=True)
    read = _Digesting(source)
    with target.open("xb") as file:
        shutil.copyfileobj(read, file, _CHUNK)
    return read.digest.hexdigest()


def _compare(path: Path, found: dict[str, str], listed: bytes) -> None:
    lines = listed.decode("utf-8", "replace").splitlines()
    told = {match[2]: match[1] for each in lines if (match := _LINE.fullmatch(each))}
    if len(told) != len(lines):
        raise BackupAltered(path, SUMS)
    for name in sorted(told.keys() | found.keys()):
        if told.get(name) != found.get(name):
            raise BackupAltered(path, name)


class _Digesting(io.RawIOBase):
    """Reads through, and digests what was read."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file, self.digest = file, hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        """Some bytes."""
        data = self._file.read(size)
        self.digest.update(data)
        return data
