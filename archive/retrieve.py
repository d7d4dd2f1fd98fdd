"""The way out: one file of one version, its digest checked while it is copied."""

from __future__ import annotations

import hashlib
import os
from typing import TYPE_CHECKING

from archive.errors import FileAltered, FileUnknown
from archive.index.entry import object_id_of
from archive.ocfl import digests
from archive.ocfl.durable import room_on

if TYPE_CHECKING:
    from pathlib import Path

    from archive.index.catalogue import Document
    from archive.ocfl.store import StorageRoot
    from archive.records import StoredFile, VersionNumber


def fetch(
    document: Document, *, version: VersionNumber, name: str, to: Path, root: StorageRoot
) -> StoredFile:
    """Copy a file out; what is at `to` afterwards is what was filed, or nothing new."""
    held = {file.name: file for file in document.version(version).files}
    if name not in held:
        raise FileUnknown(document.document, version, name)
    file, object_id = held[name], object_id_of(document.document)
    try:
        source, _ = root.content(object_id, version=version.value, name=name)
        _copy(source, to, expected=file.digest.value)
    except (KeyError, FileNotFoundError) as error:
        place = f"{document.document}/{version}/{name}"
        raise FileAltered(place, file.digest.value, "") from error
    return file


def place_of(document: Document, *, version: VersionNumber, name: str, root: StorageRoot) -> Path:
    """Where the bytes of a file lie; nothing of them is read."""
    if name not in {file.name for file in document.version(version).files}:
        raise FileUnknown(document.document, version, name)
    object_id = object_id_of(document.document)
    return root.content(object_id, version=version.value, name=name)[0]


def _copy(source: Path, to: Path, *, expected: str) -> None:
    fresh = to.with_name(f".{to.name}.{os.getpid()}")
    digest = hashlib.sha512()
    with source.open("rb", buffering=0) as reading, room_on(to.parent):
        try:
            with fresh.open("wb") as writing:
                while chunk := reading.read(digests.CHUNK):
                    digest.update(chunk)
                    writing.write(chunk)
            if digest.hexdigest() != expected:
                raise FileAltered(str(source), expected, digest.hexdigest())
            fresh.replace(to)
        finally:
            fresh.unlink(missing_ok=True)
