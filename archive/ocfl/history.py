"""What the inventories of an object must say together: no version may be told in two ways."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from archive.ocfl.codes import Problem
from archive.ocfl.inventory import NAME
from archive.ocfl.namaste import READABLE
from archive.ocfl.paths import version_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from archive.ocfl.lenient import FoundInventory


def check_history(
    folder: Path, root: FoundInventory, versions: Mapping[str, FoundInventory]
) -> Iterator[Problem]:
    """Yield where the inventory of a version disagrees with the one in the object's root.

    Args:
        folder: The object.
        root: Its root inventory.
        versions: Version folder → the inventory in it.
    """
    spec_before = ""
    for name in sorted(versions, key=lambda name: version_of(name) or 0):
        inventory = versions[name]
        yield from _identity(name, inventory, root)
        if version_of(name) == root.head_number:
            if (folder / name / NAME).read_bytes() != (folder / NAME).read_bytes():
                yield Problem("E064", name)
        else:
            yield from _states(name, inventory, root)
            yield from _missing(folder, name, inventory)
        spec = inventory.spec or ""
        if spec in READABLE and spec < spec_before:
            yield Problem("E103", name, spec)
        spec_before = max(spec_before, spec)
    if root.spec and spec_before > root.spec:
        yield Problem("E103", "", root.spec)


def _identity(name: str, inventory: FoundInventory, root: FoundInventory) -> Iterator[Problem]:
    if inventory.id != root.id:
        yield Problem("E037" if root.spec == "1.0" else "E110", name, str(inventory.id))
    if inventory.plain.get("head") != name:
        yield Problem("E040", name, str(inventory.plain.get("head")))
    if inventory.content_directory != root.content_directory:
        yield Problem("E019", name, inventory.content_directory)


def _states(name: str, earlier: FoundInventory, root: FoundInventory) -> Iterator[Problem]:
    told = {version_of(one): one for one in root.blocks}
    for one in sorted(earlier.blocks):
        counterpart = told.get(version_of(one))
        if counterpart is None or not _same_state(earlier, one, root, counterpart):
            yield Problem("E066", name, one)
        else:
            block, later = earlier.blocks[one], root.blocks[counterpart]
            if any(block.get(key) != later.get(key) for key in ("created", "message", "user")):
                yield Problem("W011", name, one)
    if earlier.head_number < (version_of(name) or 0):
        yield Problem("E066", name)


def _same_state(earlier: FoundInventory, one: str, root: FoundInventory, other: str) -> bool:
    before, now = earlier.state(one), root.state(other)
    if before.keys() != now.keys():
        return False
    if earlier.algorithm == root.algorithm:
        return all(digest.lower() == now[path].lower() for path, digest in before.items())
    # Digests of two algorithms cannot be compared; the files that they stand for can.
    return all(_files(earlier, digest) & _files(root, now[path]) for path, digest in before.items())


def _files(inventory: FoundInventory, digest: str) -> set[str]:
    return {path for path, stated in inventory.manifest.items() if stated == digest}


def _missing(folder: Path, name: str, inventory: FoundInventory) -> Iterator[Problem]:
    """Content files of this and earlier versions that the version's own manifest leaves out."""
    manifest, newest = inventory.manifest, version_of(name) or 0
    for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
        number = version_of(entry.name)
        if number is None or number > newest:
            continue
        content = folder / entry.name / inventory.content_directory
        for place, _, files in os.walk(content):
            below = os.path.relpath(place, folder)
            for file in sorted(files):
                if f"{below}/{file}" not in manifest:
                    yield Problem("E023", name, f"{below}/{file}")
