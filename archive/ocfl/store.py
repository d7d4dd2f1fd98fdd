"""The storage root: objects found, read, and given versions, one writer each."""

from __future__ import annotations

import json
import os
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import rfc8785

from archive.errors import InventoryUnreadable, NotAStorageRoot, StagingElsewhere
from archive.ocfl import locks
from archive.ocfl.durable import flush_folders, flush_tree, room_on
from archive.ocfl.inventory import NAME, SIDECAR, Inventory, User, Version, parse
from archive.ocfl.layout import DESCRIPTION, EXTENSION, OURS, Layout
from archive.ocfl.namaste import OBJECT, ROOT, declaration, declared_version
from archive.ocfl.paths import version_folder
from archive.ocfl.recovery import recover
from archive.ocfl.staging import Staged, Workplace, build

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from pathlib import Path

LAYOUT: Final = "ocfl_layout.json"
CONFIG: Final = f"extensions/{EXTENSION}/config.json"

_ROOT_LOCK: Final = "0="
"""No object's folder can have this name: `=` is always percent-encoded."""


@dataclass(frozen=True, slots=True)
class StorageRoot:
    """An OCFL 1.1 storage root and the staging folder beside it."""

    root: Path
    staging: Path
    layout: Layout

    @classmethod
    def open(cls, root: Path, *, staging: Path) -> StorageRoot:
        """Open the storage root, laying it out where there is nothing yet; safe twice."""
        with room_on(root):
            (staging / locks.FOLDER).mkdir(parents=True, exist_ok=True)
            root.parent.mkdir(parents=True, exist_ok=True)
            if root.parent.stat().st_dev != staging.stat().st_dev:
                raise StagingElsewhere(staging, root)
            if declared_version(root, ROOT) is None:
                with locks.locked(staging, _ROOT_LOCK):
                    _lay_out(root, staging)
        if root.stat().st_dev != staging.stat().st_dev:
            raise StagingElsewhere(staging, root)
        return cls(root=root, staging=staging, layout=_layout_of(root))

    def folder(self, object_id: str) -> Path:
        """Where the object lives or would live."""
        return self.root / self.layout.path_of(object_id)

    def objects(self) -> Iterator[Path]:
        """The folder of every object, in the order of their paths."""
        for entry in sorted(os.scandir(self.root), key=lambda entry: entry.name):
            if entry.is_dir(follow_symlinks=False) and entry.name != "extensions":
                yield from _objects_below(self.root / entry.name)

    def inventory(self, object_id: str) -> Inventory | None:
        """What the object holds; None where there is no such object."""
        data = self.inventory_bytes(object_id)
        return None if data is None else parse(data, place=object_id)

    def inventory_bytes(self, object_id: str) -> bytes | None:
        """The root inventory as it lies on the disk."""
        try:
            return (self.folder(object_id) / NAME).read_bytes()
        except FileNotFoundError:
            return None

    def content(self, object_id: str, *, version: int, name: str) -> tuple[Path, str]:
        """Where the bytes of a logical path lie, and their digest; KeyError if there are none."""
        inventory = self.inventory(object_id)
        if inventory is None or not 1 <= version <= inventory.head:
            raise KeyError(version)
        digest = inventory.versions[version - 1].state[name]
        return self.folder(object_id) / inventory.content_path(digest), digest

    def version_inventory(self, object_id: str, version: int) -> bytes:
        """The inventory that was filed with a version, which covers every file of it."""
        return (self.folder(object_id) / version_folder(version) / NAME).read_bytes()

    def unfinished(self) -> list[str]:
        """Ids of the objects whose writer is at work or died."""
        found = []
        for entry in sorted(os.scandir(self.staging), key=lambda entry: entry.name):
            if entry.name == locks.FOLDER:
                continue
            with locks.locked(self.staging, entry.name):
                workplace = Workplace(self.staging / entry.name)
                if object_id := workplace.object_id:
                    found.append(object_id)
                else:
                    workplace.remove()
        return found

    @contextmanager
    def writing(self, object_id: str) -> Iterator[ObjectWriter]:
        """Hold an object alone; whatever a dead writer left is settled before.

        The note in staging goes when the block ends well. When it ends with an error after a
        version was written, the note stays, so that `unfinished` still tells of the object.
        """
        name = self.layout.folder_name(object_id)
        with room_on(self.root), locks.locked(self.staging, name):
            workplace, folder = Workplace(self.staging / name), self.folder(object_id)
            left_over = workplace.stands
            if left_over:
                recover(folder, root=self.root, workplace=workplace)
            writer = ObjectWriter(self, object_id, workplace, self.inventory(object_id))
            try:
                yield writer
            except BaseException:
                if not left_over and not writer.wrote:
                    workplace.remove()
                raise
            if left_over or writer.wrote:
                workplace.remove()


@dataclass(slots=True)
class ObjectWriter:
    """One object, held alone."""

    root: StorageRoot
    object_id: str
    workplace: Workplace
    inventory: Inventory | None
    """What the object holds now; None before its first version."""
    wrote: bool = field(default=False)
    """Whether a version was written, or may have been."""

    def commit(
        self,
        sources: Mapping[str, Path | bytes],
        *,
        created: str,
        message: str,
        user: User,
        keep: Collection[str] = (),
    ) -> Staged:
        """Write the next version; when this returns, it is on the disk.

        Args:
            sources: Logical path → file or bytes.
            created: RFC 3339, whole seconds, UTC.
            message: Why the version exists.
            user: Who made it.
            keep: Logical paths of the version before that stay as they are.
        """
        before = self.inventory.versions[-1].state if self.inventory else {}
        with room_on(self.root.root):
            self.workplace.open(self.object_id)
            staged = build(
                self.workplace,
                object_id=self.object_id,
                before=self.inventory,
                sources=sources,
                kept={name: before[name] for name in keep},
                describe=lambda state: Version(created, message, user, state),
            )
            flush_tree(self.workplace.path)
            self._publish(staged)
        self.inventory = staged.inventory
        return staged

    def _publish(self, staged: Staged) -> None:
        folder = self.root.folder(self.object_id)
        try:
            if self.inventory is None:
                _move_object(staged.folder, folder)
            else:
                head = version_folder(staged.inventory.head)
                (staged.folder / head).rename(folder / head)
                (staged.folder / NAME).rename(folder / NAME)
                (staged.folder / SIDECAR).rename(folder / SIDECAR)
            self.wrote = True
            flush_folders([folder, *_between(folder, self.root.root)])
        except OSError:
            self._settle(folder)
            raise

    def _settle(self, folder: Path) -> None:
        """Leave no half version behind; what even this cannot do, the next writer does."""
        self.wrote = True
        with suppress(OSError, InventoryUnreadable):
            recover(folder, root=self.root.root, workplace=self.workplace)
            now = self.root.inventory(self.object_id)
            self.wrote = now is not None and now != self.inventory


def _move_object(built: Path, folder: Path) -> None:
    while True:
        folder.parent.mkdir(parents=True, exist_ok=True)
        try:
            built.rename(folder)
        except FileNotFoundError:
            # Another writer's recovery pruned the parents between the two calls.
            if not built.is_dir():
                raise
            continue
        return


def _between(folder: Path, root: Path) -> list[Path]:
    return [parent for parent in folder.parents if parent == root or root in parent.parents]


def _objects_below(folder: Path) -> Iterator[Path]:
    with os.scandir(folder) as scan:
        entries = sorted(scan, key=lambda entry: entry.name)
    if any(entry.name.startswith(f"0={OBJECT}") for entry in entries):
        yield folder
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            yield from _objects_below(folder / entry.name)


def _lay_out(root: Path, staging: Path) -> None:
    if declared_version(root, ROOT) is not None:
        return
    if root.is_dir() and any(root.iterdir()):
        raise NotAStorageRoot(root)
    building = Workplace(staging / _ROOT_LOCK)
    building.remove()
    layout = {"extension": EXTENSION, "description": DESCRIPTION}
    name, content = declaration(ROOT)
    (building.built / CONFIG).parent.mkdir(parents=True)
    (building.built / CONFIG).write_bytes(rfc8785.dumps(OURS.config()))
    (building.built / LAYOUT).write_bytes(rfc8785.dumps(layout))
    (building.built / name).write_bytes(content)
    flush_tree(building.built)
    building.built.rename(root)
    flush_folders([root.parent])
    building.remove()


def _layout_of(root: Path) -> Layout:
    path = root / CONFIG
    try:
        config = json.loads(path.read_bytes())
        return Layout(
            digest_algorithm=config.get("digestAlgorithm", "sha256"),
            tuple_size=config.get("tupleSize", 3),
            number_of_tuples=config.get("numberOfTuples", 3),
        )
    except (FileNotFoundError, ValueError, AttributeError) as error:
        raise NotAStorageRoot(root) from error
