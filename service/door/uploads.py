"""Files that were sent: laid on the disk for as long as a request lasts."""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from service.actions.scratch import scratch
from service.refusals import UploadMissing

__all__ = ["laid_down", "scratch"]

if TYPE_CHECKING:
    from collections.abc import Iterator

    from starlette.datastructures import UploadFile

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
