"""A page as a light picture: sixteen greys, an eighth of what a picture in colours takes."""

from __future__ import annotations

import re
import struct
import zlib
from operator import or_
from typing import TYPE_CHECKING, Final

from service.comparing.child import run
from service.comparing.errors import PageAbsent, PrintUnreadable
from service.comparing.sheets import page_count

if TYPE_CHECKING:
    from pathlib import Path

WIDTH: Final = 800
"""Pixels; small print can be read, and a page takes about 30 KB."""
_TALLEST: Final = 4000
"""Pixels; a page of a metre of paper roll is no page of ours."""
_HEAD: Final = re.compile(rb"P5\s+(\d+)\s+(\d+)\s+255\s", re.ASCII)
_LEFT: Final = bytes(round(grey / 17) << 4 for grey in range(256))
_RIGHT: Final = bytes(round(grey / 17) for grey in range(256))
_SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"
_GREYS_OF_FOUR_BITS: Final = bytes((4, 0, 0, 0, 0))


def picture(pdf: Path, page: int, *, folder: Path) -> bytes:
    """A page as PNG.

    Args:
        pdf: the print, as ``child.lay`` wrote it.
        page: counted from 1.
        folder: for what lies between.

    Raises:
        PageAbsent: there is no such page.
        PrintTooHard, PrintUnreadable, ComparingBusy: it cannot be drawn.
    """
    only = ("-f", str(page), "-l", str(page), "-singlefile")
    size = ("-scale-to-x", str(WIDTH), "-scale-to-y", "-1")
    command = ("pdftoppm", "-gray", "-q", *only, *size, str(pdf))
    try:
        return png(run(command, out=folder / "gambar"), page=page)
    except PrintUnreadable as error:
        if page > page_count(pdf, folder=folder):
            raise PageAbsent(page) from error
        raise


def png(grey: bytes, *, page: int = 1) -> bytes:
    """A PGM picture as PNG of sixteen greys.

    Raises:
        PageAbsent: nothing was drawn.
    """
    head = _HEAD.match(grey)
    if head is None or int(head[2]) > _TALLEST:
        raise PageAbsent(page)
    width, height = int(head[1]), int(head[2])
    rows = bytearray()
    for start in range(head.end(), head.end() + width * height, width):
        row = grey[start : start + width] + b"\xff" * (width % 2)
        # Two points a byte; 0 before each row: no filter, greys of one sort pack best so.
        rows += b"\0" + bytes(map(or_, row[::2].translate(_LEFT), row[1::2].translate(_RIGHT)))
    return b"".join(
        (
            _SIGNATURE,
            _chunk(b"IHDR", struct.pack(">II", width, height) + _GREYS_OF_FOUR_BITS),
            _chunk(b"IDAT", zlib.compress(rows, 9)),
            _chunk(b"IEND", b""),
        )
    )


def _chunk(sort: bytes, content: bytes) -> bytes:
    return (
        struct.pack(">I", len(content))
        + sort
        + content
        + struct.pack(">I", zlib.crc32(sort + content))
    )
