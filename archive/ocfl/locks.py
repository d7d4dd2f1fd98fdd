"""One writer per object, across threads and processes.

The lock is the kernel's, so it ends with its holder, however that ends. A fixed number of lock
files serves all objects: two objects that share one only wait for each other.
"""

from __future__ import annotations

import errno
import fcntl
import hashlib
import os
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from archive.errors import ObjectBusy

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FOLDER: Final = ".locks"
PATIENCE: Final = 60.0
"""Seconds that a writer waits for another one; a deposit takes milliseconds."""

_STRIPES: Final = 256


@contextmanager
def locked(staging: Path, name: str, *, patience: float = PATIENCE) -> Iterator[None]:
    """Hold the lock of one object; not reentrant, and never take a second one inside."""
    stripe = hashlib.sha256(name.encode()).digest()[0] % _STRIPES
    path = staging / FOLDER / f"{stripe:02x}"
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o660)
    try:
        _wait(descriptor, name, patience)
        yield
    finally:
        os.close(descriptor)


def _wait(descriptor: int, name: str, patience: float) -> None:
    deadline = time.monotonic() + patience
    pause = 0.001
    while not _try(descriptor):
        if time.monotonic() > deadline:
            raise ObjectBusy(name, patience)
        time.sleep(pause)
        pause = min(pause * 2, 0.05)


def _try(descriptor: int) -> bool:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno not in {errno.EWOULDBLOCK, errno.EACCES}:
            raise
        return False
    return True
