"""Digests, streamed: SHA-512 for what we write, the OCFL vocabulary for what we read."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

CHUNK: Final = 1 << 20
"""Bytes read at a time."""

CONTENT_ALGORITHMS: Final = ("sha512", "sha256")
"""What may address content (OCFL 1.1 §3.4)."""

_PYTHON_NAMES: Final = {
    "md5": ("md5", None),
    "sha1": ("sha1", None),
    "sha256": ("sha256", None),
    "sha512": ("sha512", None),
    "sha512/256": ("sha512_256", None),
    "blake2b-512": ("blake2b", 64),
    "blake2b-384": ("blake2b", 48),
    "blake2b-256": ("blake2b", 32),
    "blake2b-160": ("blake2b", 20),
}

FIXITY_ALGORITHMS: Final = (*_PYTHON_NAMES, "size")
"""What a fixity block may hold: the specification's table and extension 0009."""


def new(algorithm: str) -> hashlib._Hash | hashlib.blake2b:
    """A fresh hash by its OCFL name; KeyError for a name outside the vocabulary."""
    name, size = _PYTHON_NAMES[algorithm]
    if size is not None:
        return hashlib.blake2b(digest_size=size)
    return hashlib.new(name, usedforsecurity=False)


def digests_of(path: Path, algorithms: Iterable[str]) -> dict[str, str]:
    """Several digests of a file in one pass; ``size`` counts its bytes."""
    wanted = set(algorithms)
    running = {name: new(name) for name in wanted if name != "size"}
    size = 0
    with path.open("rb", buffering=0) as file:
        while chunk := file.read(CHUNK):
            size += len(chunk)
            for digest in running.values():
                digest.update(chunk)
    found = {name: digest.hexdigest() for name, digest in running.items()}
    return found | ({"size": str(size)} if "size" in wanted else {})


def sha512_of(data: bytes) -> str:
    """SHA-512 of some bytes, lower-case hexadecimal."""
    return hashlib.sha512(data).hexdigest()


def length_of(algorithm: str) -> int:
    """Hexadecimal digits of a digest."""
    return new(algorithm).digest_size * 2


def is_digest(value: str, algorithm: str) -> bool:
    """Whether a text has the form of such a digest, in either case of letters."""
    if algorithm == "size":
        return value.isascii() and value.isdigit()
    if len(value) != length_of(algorithm):
        return False
    return all(letter in "0123456789abcdefABCDEF" for letter in value)
