"""Pictures of pages, kept for a while so that nobody waits for the same one twice."""

from __future__ import annotations

import hashlib
import os
import tempfile
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

MOST: Final = 200 << 20
"""Bytes that the shelf holds before the oldest go; some five thousand pages."""
_BETWEEN: Final = 64
"""Pictures that are put there between two looks at how full it is."""


class Shelf:
    """A folder of pictures, readable to the service alone; all of it can be made again."""

    def __init__(self, folder: Path, *, most: int = MOST) -> None:
        """Keep them in this folder, up to so many bytes."""
        self._folder, self._most = folder, most
        self._put = count()

    def kept(self, name: str, make: Callable[[], bytes]) -> bytes:
        """What lies there under a name; made and put there where nothing does."""
        path = self._folder / hashlib.sha256(name.encode()).hexdigest()
        try:
            return path.read_bytes()
        except FileNotFoundError:
            content = make()
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if next(self._put) % _BETWEEN == 0:
            self._clear()
        number, aside = tempfile.mkstemp(dir=self._folder, prefix="baru-")
        with os.fdopen(number, "wb") as file:
            file.write(content)
        Path(aside).replace(path)
        return content

    def _clear(self) -> None:
        """Take away the oldest until a quarter is free again."""
        lying = sorted(
            (each.stat().st_mtime, each.stat().st_size, each.path)
            for each in os.scandir(self._folder)
        )
        full = sum(size for _, size, _ in lying)
        if full <= self._most:
            return
        for _, size, path in lying:
            Path(path).unlink(missing_ok=True)
            full -= size
            if full <= self._most * 3 // 4:
                break
