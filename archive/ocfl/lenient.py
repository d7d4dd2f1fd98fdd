"""An inventory as it was found, right or wrong: what can be read of it, for the validator."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from archive.ocfl.digests import CONTENT_ALGORITHMS
from archive.ocfl.paths import CONTENT, is_safe, version_of

if TYPE_CHECKING:
    from collections.abc import Iterator

_TYPE: Final = re.compile(r"https://ocfl\.io/([0-9]+\.[0-9]+)/spec/#inventory")


@dataclass(frozen=True, slots=True)
class FoundInventory:
    """What can be read of an inventory without trusting it."""

    plain: dict[str, Any]

    @property
    def id(self) -> object:
        """Whatever it calls the object."""
        return self.plain.get("id")

    @property
    def spec(self) -> str | None:
        """The OCFL version that its type names."""
        match = _TYPE.fullmatch(str(self.plain.get("type")))
        return match[1] if match else None

    @property
    def algorithm(self) -> str | None:
        """The algorithm of its content digests, where it is one that may be used."""
        name = self.plain.get("digestAlgorithm")
        return name if name in CONTENT_ALGORITHMS else None

    @property
    def content_directory(self) -> str:
        """Name of the content folders."""
        name = self.plain.get("contentDirectory", CONTENT)
        return name if isinstance(name, str) and is_safe(name) and "/" not in name else CONTENT

    @property
    def blocks(self) -> dict[str, dict[str, Any]]:
        """Version name → its block, where the block is an object."""
        return {name: block for name, block in _object(self.plain, "versions") if _is_object(block)}

    @property
    def head_number(self) -> int:
        """The highest version that it lists; 0 where it lists none."""
        return max((version_of(name) or 0 for name in self.blocks), default=0)

    @property
    def manifest(self) -> dict[str, str]:
        """Content path → digest; only paths that are safe to follow."""
        return {path: digest for digest, path in _paths(_object(self.plain, "manifest"))}

    @property
    def fixity(self) -> Iterator[tuple[str, str, str]]:
        """Algorithm, digest and content path of each further digest."""
        for algorithm, block in _object(self.plain, "fixity"):
            if _is_object(block):
                for digest, path in _paths(block.items()):
                    yield algorithm, digest, path

    def state(self, version: str) -> dict[str, str]:
        """Logical path → digest of a version."""
        state = _object(self.blocks.get(version, {}), "state")
        return {path: digest for digest, path in _texts(state)}


def read_json(data: bytes) -> dict[str, Any] | None:
    """The JSON object in some bytes; None where there is none, or a key occurs twice in one."""
    try:
        plain = json.loads(data.decode("utf-8"), object_pairs_hook=_once)
    except (ValueError, RecursionError):
        return None
    return plain if isinstance(plain, dict) else None


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    plain = dict(pairs)
    if len(plain) != len(pairs):
        raise ValueError(pairs)
    return plain


def _object(plain: dict[str, Any], key: str) -> list[tuple[str, Any]]:
    value = plain.get(key)
    return list(value.items()) if isinstance(value, dict) else []


def _is_object(value: object) -> bool:
    return isinstance(value, dict)


def _paths(items: Any) -> Iterator[tuple[str, str]]:  # noqa: ANN401 - pairs of any JSON
    return ((digest, path) for digest, path in _texts(items) if is_safe(path))


def _texts(items: Any) -> Iterator[tuple[str, str]]:  # noqa: ANN401 - pairs of any JSON
    for digest, paths in items:
        if isinstance(paths, list):
            yield from ((digest, path) for path in paths if isinstance(path, str))
