"""Picture a page of a version, for people who compare with their eyes."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING, Final

from archive.errors import FileUnknown
from archive.records import VersionNumber
from service.actions.compare_versions import printed_file
from service.actions.hand_out import hand_out

if TYPE_CHECKING:
    from pathlib import Path

    from archive.index.catalogue import Document
    from service.app import House

WIDTH: Final = 720
"""Pixels; enough to read by, and about 50 KB a page."""
_SECONDS: Final = 30.0


def picture_page(
    document: Document, *, version: int, page: int, folder: Path, house: House
) -> bytes:
    """A page as PNG; noted in the trail, for who sees it has seen it.

    Raises:
        VersionUnknown, FileUnknown: there is no such version or page.
        FileAltered: the kept bytes are not those that were filed; nothing is shown.
    """
    number = VersionNumber(version)
    name = printed_file(document.version(number))
    if name is None:
        raise FileUnknown(document.document, number, f"halaman {page}")
    _, content = hand_out(document, version=version, file=name, folder=folder, house=house)
    only = ("-f", str(page), "-l", str(page), "-singlefile")
    size = ("-scale-to-x", str(WIDTH), "-scale-to-y", "-1")
    with content:
        done = subprocess.run(
            ("pdftoppm", "-png", "-q", *only, *size, "-"),  # noqa: S607 - the system knows where
            stdin=content,
            capture_output=True,
            timeout=_SECONDS,
            check=False,
        )
    if done.returncode or not done.stdout:
        raise FileUnknown(document.document, number, f"halaman {page}")
    return done.stdout
