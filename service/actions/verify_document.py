"""Verify: is this file what was issued, and is a filed document still whole?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from service.errors import DataMissing, DataUnreadable

if TYPE_CHECKING:
    from pathlib import Path

    from archive.ocfl.codes import Problem
    from archive.records import DocumentId
    from archive.verify import Verification
    from service.app import House


def verify_document(path: Path, *, house: House) -> Verification:
    """Compare a file's bytes with everything that was filed."""
    try:
        with path.open("rb") as file:
            file.read(1)
    except FileNotFoundError as error:
        raise DataMissing(str(path)) from error
    except OSError as error:
        raise DataUnreadable(str(path), error.strerror or str(error)) from error
    return house.archive.verify(path)


def verify_filed(name: str, *, house: House) -> tuple[DocumentId, list[Problem]]:
    """Check every byte of the document that an id, number or code names; finds what is wrong."""
    document = house.archive.resolve(name)
    return document, house.archive.examine(document)
