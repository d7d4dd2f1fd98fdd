"""Files that were sent: laid on the disk for as long as a request lasts."""

from __future__ import annotations

import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from service.refusals import UploadMissing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fastapi import UploadFile

    from service.app import House


@contextmanager
def laid_down(upload: UploadFile, *, house: House) -> Iterator[Path]:
    """Where the sent bytes lie; the name that came with them is never used.

    Raises:
        UploadMissing: there is not a single byte.
    """
    with scratch(house) as folder:
        path = folder / "kiriman"
        with path.open("wb") as file:
            shutil.copyfileobj(upload.file, file)
        if not path.stat().st_size:
            raise UploadMissing
        yield path


@contextmanager
def scratch(house: House) -> Iterator[Path]:
    """A folder for as long as something lasts, on the disk of the installation."""
    above = house.settings.home / "tmp"
    above.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=above) as name:
        yield Path(name)
