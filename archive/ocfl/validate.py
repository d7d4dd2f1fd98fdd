"""Judges an object by the specification: yields what is wrong, never raises for what it finds."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from archive.ocfl import digests
from archive.ocfl.codes import Problem
from archive.ocfl.history import check_history
from archive.ocfl.inventory import NAME
from archive.ocfl.lenient import FoundInventory, read_json
from archive.ocfl.namaste import OBJECT, READABLE, declaration
from archive.ocfl.paths import version_of
from archive.ocfl.rules import check_inventory

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_SIDECAR: Final = re.compile(rb"([0-9a-fA-F]+)[ \t]+inventory\.json\s*")

REGISTERED: Final = frozenset(
    {
        "0001-digest-algorithms",
        "0002-flat-direct-storage-layout",
        "0003-hash-and-id-n-tuple-storage-layout",
        "0004-hashed-n-tuple-storage-layout",
        "0005-mutable-head",
        "0006-flat-omit-prefix-storage-layout",
        "0007-n-tuple-omit-prefix-storage-layout",
        "0008-schema-registry",
        "0009-digest-algorithms",
        "0010-differential-n-tuple-omit-prefix-storage-layout",
        "0011-direct-clean-path-layout",
        "0012-hash-and-no-prefix-id-n-tuple-storage-layout",
        "initial",
    }
)
"""Extensions in the registry of OCFL/extensions."""


@dataclass(frozen=True, slots=True)
class _Object:
    """An object on the disk whose root inventory could be read."""

    folder: Path
    root: FoundInventory
    versions: dict[str, FoundInventory]
    """Version folder → the inventory in it."""


def validate_object(folder: Path) -> Iterator[Problem]:
    """Everything that is wrong with the object in a folder; reads every byte of it."""
    try:
        yield from _validate(folder)
    except OSError as error:
        yield Problem("E092", str(error.filename or folder), error.strerror or type(error).__name__)


def is_valid(folder: Path) -> bool:
    """Whether the object breaks no MUST of the specification."""
    return not any(problem.is_error for problem in validate_object(folder))


def _validate(folder: Path) -> Iterator[Problem]:
    if not folder.is_dir():
        yield Problem("E003", "")
        return
    spec = None
    for problem, version in _declaration(folder):
        spec = version or spec
        if problem is not None:
            yield problem
    yield from _links(folder)
    path = folder / NAME
    if not path.is_file():
        yield Problem("E063", "")
        return
    plain = read_json(path.read_bytes())
    if plain is None:
        yield Problem("E033", "")
        return
    yield from check_inventory(plain, where="", spec=spec)
    yield from _sidecar(folder, FoundInventory(plain), "")
    found = _Object(folder, FoundInventory(plain), {})
    yield from _entries(found)
    for name in sorted(found.root.blocks):
        yield from _version(found, name)
    yield from check_history(folder, found.root, found.versions)
    yield from _bytes(found)


def _declaration(folder: Path) -> Iterator[tuple[Problem | None, str | None]]:
    names = [entry.name for entry in os.scandir(folder) if entry.name.startswith("0=")]
    if len(names) != 1:
        yield Problem("E003", "", ", ".join(sorted(names))), None
    for name in sorted(names):
        version = name.removeprefix(f"0={OBJECT}")
        if version not in READABLE:
            yield Problem("E004", name), None
        elif (folder / name).read_bytes() != declaration(OBJECT, version)[1]:
            yield Problem("E007", name), version
        else:
            yield None, version


def _links(folder: Path) -> Iterator[Problem]:
    for place, folders, files in os.walk(folder):
        for name in (*folders, *files):
            path = os.path.join(place, name)  # noqa: PTH118 - walks every file
            if os.path.islink(path):  # noqa: PTH114
                yield Problem("E090", os.path.relpath(path, folder))


def _sidecar(folder: Path, inventory: FoundInventory, where: str) -> Iterator[Problem]:
    algorithm = inventory.algorithm
    if algorithm is None:
        return
    path = folder / f"{NAME}.{algorithm}"
    if not path.is_file():
        yield Problem("E058", where, path.name)
        return
    match = _SIDECAR.fullmatch(path.read_bytes())
    if match is None:
        yield Problem("E061", where, path.name)
    elif digests.digests_of(folder / NAME, [algorithm])[algorithm] != match[1].decode().lower():
        yield Problem("E060", where, path.name)


def _entries(found: _Object) -> Iterator[Problem]:
    listed = found.root.blocks
    expected = {NAME, f"{NAME}.{found.root.algorithm}"}
    folders = set()
    for entry in sorted(os.scandir(found.folder), key=lambda entry: entry.name):
        if entry.is_dir():
            folders.add(entry.name)
            known = entry.name in listed and version_of(entry.name) is not None
            yield from _folder(found, entry.name, listed=known)
        elif entry.name not in expected and not entry.name.startswith("0="):
            yield Problem("E001", entry.name)
    for name in sorted(listed.keys() - folders):
        yield Problem("E010", name)
        yield Problem("E046", name)


def _folder(found: _Object, name: str, *, listed: bool) -> Iterator[Problem]:
    if listed or name == "logs":
        return
    if name == "extensions":
        for entry in sorted(os.scandir(found.folder / name), key=lambda entry: entry.name):
            if not entry.is_dir():
                yield Problem("E067", f"{name}/{entry.name}")
            elif entry.name not in REGISTERED:
                yield Problem("W013", f"{name}/{entry.name}")
        return
    yield Problem("E001", name)
    if version_of(name) is not None:
        yield Problem("E046", name)


def _version(found: _Object, name: str) -> Iterator[Problem]:
    folder, content = found.folder / name, found.root.content_directory
    if not folder.is_dir():
        return
    inventory = None
    if (folder / NAME).is_file():
        plain = read_json((folder / NAME).read_bytes())
        if plain is None:
            yield Problem("E033", name)
        else:
            inventory = found.versions[name] = FoundInventory(plain)
            yield from check_inventory(plain, where=name, spec=None)
            yield from _sidecar(folder, inventory, name)
    else:
        yield Problem("W010", name)
    sidecar = f"{NAME}.{inventory.algorithm}" if inventory is not None else ""
    for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
        if entry.is_dir():
            if entry.name != content:
                yield Problem("W002", f"{name}/{entry.name}")
        elif entry.name not in {NAME, sidecar}:
            yield Problem("E015", f"{name}/{entry.name}")
    if (folder / content).is_dir():
        yield from _content(found, f"{name}/{content}")
    elif any(path.startswith(f"{name}/{content}/") for path in found.root.manifest):
        yield Problem("E016", name)


def _content(found: _Object, where: str) -> Iterator[Problem]:
    manifest = found.root.manifest
    holds_files = False
    for place, folders, files in os.walk(found.folder / where):
        below = os.path.relpath(place, found.folder)
        holds_files = holds_files or bool(files)
        if not folders and not files and below != where:
            yield Problem("E024", below)
        for name in sorted(files):
            if f"{below}/{name}" not in manifest:
                yield Problem("E023", f"{below}/{name}")
    if not holds_files:
        yield Problem("W003", where)


def _bytes(found: _Object) -> Iterator[Problem]:
    """Each content file once, with all digests that any inventory states of it."""
    stated: dict[str, set[tuple[str, str, str]]] = {}
    for inventory in (found.root, *found.versions.values()):
        if inventory.algorithm is not None:
            for path, digest in inventory.manifest.items():
                fact = ("E092", inventory.algorithm, digest.lower())
                stated.setdefault(path, set()).add(fact)
        for algorithm, digest, path in inventory.fixity:
            if algorithm in digests.FIXITY_ALGORITHMS:
                stated.setdefault(path, set()).add(("E093", algorithm, digest.lower()))
    for path, facts in sorted(stated.items()):
        if not (found.folder / path).is_file():
            yield from (Problem(code, path) for code in sorted({fact[0] for fact in facts}))
            continue
        real = digests.digests_of(found.folder / path, {algorithm for _, algorithm, _ in facts})
        for code, algorithm, digest in sorted(facts):
            if real[algorithm] != digest:
                yield Problem(code, path, algorithm)
