"""Brings an object back to a valid state after a writer died in the middle.

A version that is whole is rolled forward, since its writer may have told someone; one that is
not whole was never told to anybody and is taken out. Safe twice, and safe to die in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from archive.errors import InventoryUnreadable
from archive.ocfl import digests
from archive.ocfl.durable import flush_folders
from archive.ocfl.inventory import NAME, SIDECAR, parse, sidecar_of
from archive.ocfl.paths import version_folder

if TYPE_CHECKING:
    from pathlib import Path

    from archive.ocfl.inventory import Inventory
    from archive.ocfl.staging import Workplace


def recover(folder: Path, *, root: Path, workplace: Workplace) -> None:
    """Finish or undo what a dead writer left; the caller holds the object's lock.

    Args:
        folder: The object's folder in the storage root, which may not exist.
        root: The storage root.
        workplace: The object's folder in staging, which stays, emptied.
    """
    if folder.is_dir():
        _settle(folder, workplace)
        flush_folders([folder])
    else:
        prune(folder.parent, root)
    workplace.clear()


def prune(folder: Path, root: Path) -> None:
    """Remove folders that hold nothing, upwards, since OCFL allows no empty one (E073)."""
    while folder != root:
        try:
            folder.rmdir()
        except FileNotFoundError:
            pass
        except OSError:
            return
        folder = folder.parent


def _settle(folder: Path, workplace: Workplace) -> None:
    data = (folder / NAME).read_bytes()
    inventory = parse(data, place=str(folder))
    newer = folder / version_folder(inventory.head + 1)
    if newer.is_dir():
        whole = _whole(newer, inventory)
        if whole is None:
            workplace.discard(newer)
        else:
            data = whole
            _replace(folder / NAME, data, workplace)
    if _sidecar(folder) != sidecar_of(data) and _agrees_with_head(folder, data):
        _replace(folder / SIDECAR, sidecar_of(data), workplace)


def _whole(newer: Path, before: Inventory) -> bytes | None:
    """The inventory of a version folder in which nothing is missing or wrong."""
    try:
        data = (newer / NAME).read_bytes()
        inventory = parse(data, place=str(newer))
    except (FileNotFoundError, InventoryUnreadable):
        return None
    follows = inventory.id == before.id and inventory.head == before.head + 1
    if not follows or _sidecar(newer) != sidecar_of(data):
        return None
    prefix = f"{newer.name}/"
    for digest, paths in inventory.manifest.items():
        for path in paths:
            if path.startswith(prefix) and not _holds(newer.parent / path, digest):
                return None
    return data


def _holds(path: Path, digest: str) -> bool:
    return path.is_file() and digests.digests_of(path, ["sha512"])["sha512"] == digest


def _sidecar(folder: Path) -> bytes | None:
    path = folder / SIDECAR
    return path.read_bytes() if path.is_file() else None


def _agrees_with_head(folder: Path, data: bytes) -> bool:
    # A sidecar is only rewritten for an inventory that its version confirms; otherwise somebody
    # altered one of the two, and that must stay visible to the validator.
    head = version_folder(parse(data, place=str(folder)).head)
    copy = folder / head / NAME
    return copy.is_file() and copy.read_bytes() == data


def _replace(path: Path, data: bytes, workplace: Workplace) -> None:
    workplace.built.mkdir(exist_ok=True)
    fresh = workplace.built / f"fresh-{path.name}"
    fresh.write_bytes(data)
    flush_folders([workplace.built])
    fresh.rename(path)
