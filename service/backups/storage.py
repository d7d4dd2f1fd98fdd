"""What of the OCFL storage belongs to a picture of the database: those versions and no later ones.

Versions never change, so they are read while writers go on. A document that grew after the
picture is given as it was: each version folder holds the inventory that was the root's then.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

from archive.index.entry import object_id_of
from archive.ocfl.inventory import NAME, SIDECAR, parse
from archive.ocfl.namaste import OBJECT
from archive.ocfl.paths import version_folder
from archive.records import DocumentId
from service.backups.errors import BackupHoled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from archive.ocfl.store import StorageRoot

_EXTENSIONS: Final = "extensions"


def files_of_root(root: StorageRoot) -> Iterator[tuple[str, Path]]:
    """What the storage root says of itself: name below the root, and where the bytes lie."""
    for path in sorted(root.root.iterdir()):
        if path.is_file():
            yield path.name, path
    for path in _files_below(root.root / _EXTENSIONS):
        yield path.relative_to(root.root).as_posix(), path


def files_of_document(root: StorageRoot, document: str, head: int) -> Iterator[tuple[str, Path]]:
    """A document as it was with so many versions: name below the root, and where the bytes lie.

    Raises:
        BackupHoled: a version that the index names is not there.
    """
    folder = root.folder(object_id_of(DocumentId(document)))
    place = folder.relative_to(root.root).as_posix()
    newest = folder / version_folder(head)
    for mark in sorted(folder.glob(f"0={OBJECT}*")):
        yield f"{place}/{mark.name}", mark
    for name in (NAME, SIDECAR):
        yield f"{place}/{name}", newest / name
    for name in _names(newest / NAME, document=document, head=head):
        if not (folder / name).is_file():
            raise BackupHoled(document, name)
        yield f"{place}/{name}", folder / name


def _names(inventory: Path, *, document: str, head: int) -> list[str]:
    """All files that belong to an object up to a version, below its folder."""
    if not inventory.is_file():
        raise BackupHoled(document, f"{inventory.parent.name}/{NAME}")
    held = parse(inventory.read_bytes(), place=document).manifest.values()
    kept = [
        f"{version_folder(number)}/{name}"
        for number in range(1, head + 1)
        for name in (NAME, SIDECAR)
    ]
    return sorted([*kept, *(path for paths in held for path in paths)])


def stored(root: StorageRoot) -> set[str]:
    """Names of the folders that documents have in the storage."""
    return {folder.name for folder in root.objects()}


def strays(root: StorageRoot, found: set[str], known: Iterable[str]) -> set[str]:
    """Of the folders found, those of no document that is known."""
    return found - {root.layout.folder_name(object_id_of(DocumentId(each))) for each in known}


def _files_below(folder: Path) -> Iterator[Path]:
    for place, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            yield Path(place, name)
