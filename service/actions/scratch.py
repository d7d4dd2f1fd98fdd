"""A folder for as long as something lasts."""

from __future__ import annotations

import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from service.app import House


@contextmanager
def scratch(house: House) -> Iterator[Path]:
    """A folder for as long as something lasts, on the disk of the installation."""
    above = house.settings.home / "tmp"
    above.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=above) as name:
        yield Path(name)
