"""The inventory: what an object holds, version by version (OCFL 1.1 §3.5)."""

from __future__ import annotations

import json
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

import rfc8785

from archive.errors import InventoryUnreadable
from archive.ocfl import digests
from archive.ocfl.namaste import VERSION
from archive.ocfl.paths import CONTENT, is_safe, version_folder, version_of

if TYPE_CHECKING:
    from collections.abc import Mapping

NAME: Final = "inventory.json"
TYPE: Final = f"https://ocfl.io/{VERSION}/spec/#inventory"
ALGORITHM: Final = "sha512"
SIDECAR: Final = f"{NAME}.{ALGORITHM}"


@dataclass(frozen=True, slots=True)
class User:
    """Who made a version."""

    name: str
    address: str = ""
    """A URI; left out of the inventory when empty."""


@dataclass(frozen=True, slots=True)
class Version:
    """One version: its logical files and the act of making it."""

    created: str
    """RFC 3339, to the second or finer, with its zone."""
    message: str
    user: User
    state: Mapping[str, str]
    """Logical path → digest."""


@dataclass(frozen=True, slots=True)
class Inventory:
    """All versions of an object and where their bytes lie."""

    id: str
    versions: tuple[Version, ...]
    """The first is v1."""
    manifest: Mapping[str, tuple[str, ...]]
    """Digest → content paths below the object's root."""

    @property
    def head(self) -> int:
        """Number of the newest version."""
        return len(self.versions)

    def content_path(self, digest: str) -> str:
        """Where the bytes with this digest lie, below the object's root."""
        return self.manifest[digest][0]

    def to_json(self) -> bytes:
        """Canonical JSON (RFC 8785): equal inventories are equal bytes."""
        return rfc8785.dumps(
            {
                "id": self.id,
                "type": TYPE,
                "digestAlgorithm": ALGORITHM,
                "head": version_folder(self.head),
                "manifest": {digest: list(paths) for digest, paths in self.manifest.items()},
                "versions": {
                    version_folder(number): _version_to_plain(version)
                    for number, version in enumerate(self.versions, start=1)
                },
            }
        )


def next_version(
    before: Inventory | None, *, object_id: str, version: Version
) -> tuple[Inventory, dict[str, str]]:
    """Add a version; bytes that an earlier version holds are not stored again.

    Returns:
        The new inventory, and what must be written: digest → content path.
    """
    manifest = dict(before.manifest) if before else {}
    earlier = before.versions if before else ()
    folder = f"{version_folder(len(earlier) + 1)}/{CONTENT}"
    new: dict[str, str] = {}
    for logical, digest in sorted(version.state.items()):
        if digest not in manifest:
            manifest[digest] = (f"{folder}/{logical}",)
            new[digest] = f"{folder}/{logical}"
    whole = Inventory(
        id=object_id, versions=(*earlier, version), manifest=MappingProxyType(manifest)
    )
    return whole, new


def sidecar_of(inventory: bytes) -> bytes:
    """Content of the file beside an inventory that states its digest."""
    return f"{digests.sha512_of(inventory)} {NAME}\n".encode()


def parse(data: bytes, *, place: str) -> Inventory:
    """Read an inventory that we or a tool like ours wrote; foreign ones go to the validator."""
    try:
        return _from_plain(json.loads(data))
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise InventoryUnreadable(place, f"{type(error).__name__} {error}") from error


def _version_to_plain(version: Version) -> dict[str, Any]:
    state: dict[str, list[str]] = {}
    for logical, digest in sorted(version.state.items()):
        state.setdefault(digest, []).append(logical)
    user = {"name": version.user.name}
    if version.user.address:
        user["address"] = version.user.address
    return {
        "created": version.created,
        "message": version.message,
        "user": user,
        "state": state,
    }


def _from_plain(plain: dict[str, Any]) -> Inventory:
    if plain["digestAlgorithm"] != ALGORITHM:
        raise ValueError(plain["digestAlgorithm"])
    blocks = {version_of(name): block for name, block in plain["versions"].items()}
    numbers = range(1, len(blocks) + 1)
    if set(blocks) != set(numbers) or plain["head"] != version_folder(len(blocks)):
        raise ValueError(plain["head"])
    manifest = {digest: tuple(paths) for digest, paths in plain["manifest"].items()}
    # A path that leads out of the object must never be followed, whoever wrote it.
    if not all(is_safe(path) for paths in manifest.values() for path in paths):
        raise ValueError("manifest")
    versions = tuple(_version_from_plain(blocks[number]) for number in numbers)
    if any(digest not in manifest for version in versions for digest in version.state.values()):
        raise ValueError("state")
    return Inventory(id=plain["id"], versions=versions, manifest=MappingProxyType(manifest))


def _version_from_plain(block: dict[str, Any]) -> Version:
    user = block.get("user", {})
    state = {logical: digest for digest, paths in block["state"].items() for logical in paths}
    return Version(
        created=block["created"],
        message=block.get("message", ""),
        user=User(name=user.get("name", ""), address=user.get("address", "")),
        state=MappingProxyType(state),
    )
