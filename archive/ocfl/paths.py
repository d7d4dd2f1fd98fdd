"""Paths inside an object: which are safe, and how versions are named."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

CONTENT: Final = "content"
"""The content folder of a version, where the inventory names no other."""

_VERSION: Final = re.compile(r"v(0*)([1-9][0-9]*)")


def version_folder(number: int) -> str:
    """``v1``, ``v2``, … as we write them."""
    return f"v{number}"


def version_of(folder: str) -> int | None:
    """The number that a version folder's name tells, zero-padded or not; None if it is none."""
    match = _VERSION.fullmatch(folder)
    return int(match[2]) if match else None


def padding_of(folder: str) -> int:
    """0 for a plain name, else the count of digits that zero-padding keeps to."""
    match = _VERSION.fullmatch(folder)
    return len(folder) - 1 if match and match[1] else 0


def has_bad_element(path: str) -> bool:
    """Whether an element is ``.``, ``..`` or empty, which could lead out of the object."""
    return any(element in {"", ".", ".."} for element in path.strip("/").split("/"))


def has_outer_slash(path: str) -> bool:
    """Whether the path begins or ends with a slash."""
    return path.startswith("/") or path.endswith("/")


def is_safe(path: str) -> bool:
    """Whether the path can be followed below a folder without ever leaving it."""
    return not has_outer_slash(path) and not has_bad_element(path) and "\0" not in path


def conflicts(paths: Iterable[str]) -> list[str]:
    """Paths that also serve as folder of another path."""
    every = set(paths)
    folders = {
        "/".join(elements[:depth])
        for elements in (path.split("/") for path in every)
        for depth in range(1, len(elements))
    }
    return sorted(every & folders)
