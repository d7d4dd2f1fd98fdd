"""The ``0=…`` files by which a folder declares what it is (NAMASTE)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

VERSION: Final = "1.1"
"""The OCFL version that we write."""

READABLE: Final = ("1.0", "1.1")
"""The OCFL versions that we read."""

ROOT: Final = "ocfl_"
OBJECT: Final = "ocfl_object_"


def declaration(what: str, version: str = VERSION) -> tuple[str, bytes]:
    """Name and content of the file that declares a storage root or an object."""
    value = f"{what}{version}"
    return f"0={value}", f"{value}\n".encode()


def declared_version(folder: Path, what: str) -> str | None:
    """The version that a folder declares itself to be, None when it is no such thing."""
    for version in READABLE:
        name, content = declaration(what, version)
        path = folder / name
        if path.is_file() and path.read_bytes() == content:
            return version
    return None
