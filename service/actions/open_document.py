"""Open a document: what is known of it, or one file of one version, digest checked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from archive.records import VersionNumber
from service.placing import placed

if TYPE_CHECKING:
    from pathlib import Path

    from archive.index.catalogue import Document
    from archive.records import StoredFile
    from service.app import House

MAIN_FILE: Final = "document.pdf"
"""What a person means who asks for the document without naming a file."""


def open_document(name: str, *, house: House) -> Document:
    """The document that an id, a unique beginning of one, a number or a code names."""
    return house.archive.document(house.archive.resolve(name))


def take_out(
    document: Document,
    *,
    version: int | None,
    file: str,
    to: Path,
    overwrite: bool,
    house: House,
) -> StoredFile:
    """Write one file of one version (the newest where None) to a path, checked on its way.

    Raises:
        VersionUnknown, FileUnknown: there is no such version or file.
        FileAltered: the kept bytes are not those that were filed; nothing is written.
        TargetExists, TargetUnusable: it cannot be written there.
    """
    number = VersionNumber(version) if version is not None else document.head.number
    with placed(to, overwrite=overwrite) as aside:
        return house.archive.fetch(document.document, version=number, name=file, to=aside)
