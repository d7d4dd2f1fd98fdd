"""Verify: is this file what was issued?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from service.errors import DataMissing, DataUnreadable

if TYPE_CHECKING:
    from pathlib import Path

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
