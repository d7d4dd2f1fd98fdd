"""Where a version is built aside before it is moved into the storage root by renames.

Each object in flight has one folder here, named like its object's folder. It is also the journal:
as long as it stands, the version in it may be built, moved or only half indexed.
"""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from archive.errors import SourceMissing
from archive.ocfl import digests
from archive.ocfl.inventory import NAME, SIDECAR, Inventory, next_version, sidecar_of
from archive.ocfl.namaste import OBJECT, declaration
from archive.ocfl.paths import CONTENT, version_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from archive.ocfl.inventory import Version

_ID: str = "id"
_BUILT: str = "built"


@dataclass(frozen=True, slots=True)
class Staged:
    """A version that is built and not yet moved."""

    folder: Path
    """Holds either the whole new object, or ``vN`` beside the next root inventory."""
    inventory: Inventory


@dataclass(frozen=True, slots=True)
class Workplace:
    """The folder of one object in flight."""

    path: Path

    def open(self, object_id: str) -> None:
        """Lay the folder out and note whose it is; safe twice."""
        self.path.mkdir(exist_ok=True)
        (self.path / _ID).write_text(object_id, encoding="utf-8")

    @property
    def object_id(self) -> str | None:
        """Whose it is; None where a crash came before that was written."""
        path = self.path / _ID
        return (path.read_text(encoding="utf-8") or None) if path.is_file() else None

    @property
    def stands(self) -> bool:
        """Whether a writer is here, or died here."""
        return self.path.is_dir()

    @property
    def built(self) -> Path:
        """Where a version is built."""
        return self.path / _BUILT

    def discard(self, folder: Path) -> None:
        """Take a folder out of the storage root in one step, then remove it."""
        folder.rename(self.path / "discarded")
        shutil.rmtree(self.path / "discarded")

    def clear(self) -> None:
        """Remove what was built and keep the note."""
        for name in (_BUILT, "discarded"):
            shutil.rmtree(self.path / name, ignore_errors=True)

    def remove(self) -> None:
        """Nothing is in flight any more; the note goes last."""
        self.clear()
        shutil.rmtree(self.path, ignore_errors=True)


def build(
    workplace: Workplace,
    *,
    object_id: str,
    before: Inventory | None,
    sources: Mapping[str, Path | bytes],
    kept: Mapping[str, str],
    describe: Callable[[Mapping[str, str]], Version],
) -> Staged:
    """Copy the sources aside, digesting on the way, and write the inventories.

    Args:
        workplace: The object's own folder in staging.
        object_id: Of the object that gets a version.
        before: Its inventory so far.
        sources: Logical path → file or bytes.
        kept: Logical path → digest of what the object holds already; its bytes are not read.
        describe: Makes the version of its state, logical path → digest.
    """
    workplace.clear()
    head = workplace.built / version_folder((before.head if before else 0) + 1)
    content = head / CONTENT
    content.mkdir(parents=True)
    copied = {name: _copy(source, content, name) for name, source in sources.items()}
    state = copied | dict(kept)
    version = describe(state)
    inventory, new = next_version(before, object_id=object_id, version=version)
    _drop_repeated(content, set(copied) - {path.split("/", 2)[2] for path in new.values()})
    data = inventory.to_json()
    for folder in (head, workplace.built):
        (folder / NAME).write_bytes(data)
        (folder / SIDECAR).write_bytes(sidecar_of(data))
    if before is None:
        name, declared = declaration(OBJECT)
        (workplace.built / name).write_bytes(declared)
    return Staged(
        folder=workplace.built,
        inventory=inventory,
    )


def _copy(source: Path | bytes, content: Path, name: str) -> str:
    to = content / name
    if "/" in name:
        to.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(source, bytes):
        to.write_bytes(source)
        return digests.sha512_of(source)
    try:
        reading = source.open("rb", buffering=0)
    except (FileNotFoundError, IsADirectoryError, PermissionError) as error:
        raise SourceMissing(source) from error
    digest = digests.new("sha512")
    with reading, to.open("xb", buffering=0) as writing:
        while chunk := reading.read(digests.CHUNK):
            digest.update(chunk)
            rest = memoryview(chunk)
            while rest:
                rest = rest[writing.write(rest) :]
    return digest.hexdigest()


def _drop_repeated(content: Path, names: set[str]) -> None:
    """Remove what an earlier version, or another name in this one, holds already."""
    for name in names:
        (content / name).unlink()
    # OCFL allows no empty folder in a version's content, nor likes empty content (E024, W003).
    for place, _, _ in os.walk(content, topdown=False):
        with suppress(OSError):
            os.rmdir(place)  # noqa: PTH106 - hot path
