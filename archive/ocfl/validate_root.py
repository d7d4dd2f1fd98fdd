"""Judges a storage root: its declaration, its layout, and that nothing lies between the objects."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

from archive.ocfl.codes import Problem
from archive.ocfl.layout import EXTENSION
from archive.ocfl.namaste import OBJECT, READABLE, ROOT, declaration
from archive.ocfl.validate import REGISTERED

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def validate_root(root: Path) -> Iterator[Problem]:
    """Everything that is wrong with the hierarchy; the objects in it are judged by themselves."""
    spec = _declared(root)
    if spec is None:
        yield Problem("E069", "")
    else:
        name, content = declaration(ROOT, spec)
        if (root / name).read_bytes() != content:
            yield Problem("E080", name)
    yield from _layout(root)
    for entry in sorted(os.scandir(root), key=lambda entry: entry.name):
        if entry.is_symlink():
            yield Problem("E090", entry.name)
        elif entry.is_dir() and entry.name == "extensions":
            yield from _extensions(root / entry.name)
        elif entry.is_dir():
            yield from _hierarchy(root, root / entry.name, spec or READABLE[-1])


def _declared(root: Path) -> str | None:
    found = [version for version in READABLE if (root / declaration(ROOT, version)[0]).is_file()]
    return found[0] if len(found) == 1 else None


def _layout(root: Path) -> Iterator[Problem]:
    path = root / "ocfl_layout.json"
    if not path.is_file():
        return
    try:
        layout = json.loads(path.read_bytes())
    except ValueError:
        layout = None
    if not isinstance(layout, dict) or not {"extension", "description"} <= layout.keys():
        yield Problem("E070", path.name)
    elif layout["extension"] != EXTENSION:
        yield Problem("E071", path.name, str(layout["extension"]))


def _extensions(folder: Path) -> Iterator[Problem]:
    for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
        if not entry.is_dir():
            yield Problem("E112", f"extensions/{entry.name}")
        elif entry.name not in REGISTERED:
            yield Problem("W016", f"extensions/{entry.name}")


def _hierarchy(root: Path, folder: Path, spec: str) -> Iterator[Problem]:
    where = str(folder.relative_to(root))
    entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    if not entries:
        yield Problem("E073", where)
    marks = [entry.name for entry in entries if entry.name.startswith(f"0={OBJECT}")]
    if marks:
        if marks[0].removeprefix(f"0={OBJECT}") > spec:
            yield Problem("E081", where)
        return
    for entry in entries:
        if entry.is_symlink():
            yield Problem("E090", f"{where}/{entry.name}")
        elif entry.is_dir():
            yield from _hierarchy(root, folder / entry.name, spec)
        else:
            yield Problem("E072", f"{where}/{entry.name}")
