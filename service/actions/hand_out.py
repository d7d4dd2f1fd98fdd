"""Hand a file out: its bytes checked, the handing-out noted, then given."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from archive.audit.events import Downloaded
from archive.audit.trail import note
from archive.records import VersionNumber

if TYPE_CHECKING:
    from pathlib import Path

    from archive.index.catalogue import Document
    from archive.records import StoredFile
    from service.app import House


def hand_out(
    document: Document, *, version: int, file: str, folder: Path, house: House
) -> tuple[StoredFile, BinaryIO]:
    """One file of one version, verified, as an open file that outlives its folder.

    Args:
        document: of which.
        version: which, never implied.
        file: its name in the archive.
        folder: where the checked copy may lie for a moment.
        house: whose actor is told in the trail.

    Raises:
        VersionUnknown, FileUnknown: there is none such.
        FileAltered: the kept bytes are not those that were filed; nothing is given.
    """
    number = VersionNumber(version)
    copy = folder / "keluar"
    stored = house.archive.fetch(document.document, version=number, name=file, to=copy)
    with house.database.transaction() as connection:
        what = Downloaded(version, file)
        note(connection, what, document=document.document, actor=house.actor, now=house.clock())
    # Opened before its folder goes: on POSIX the bytes stay as long as somebody holds them.
    return stored, copy.open("rb")
