"""QR codes as vectors: sharp on any printer, a few hundred bytes in the file."""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter
from typing import Final

import segno

CORRECTION: Final = "m"
"""Restores up to 15 % of the symbol: paper gets folded and stamped upon."""


def draw_qr(text: str, *, side: float) -> bytes:
    """PDF path operators of a QR code with its lower left corner at the origin.

    Args:
        text: What the code is to hold.
        side: Width and height in points, without the quiet zone, which the paper around must give.
    """
    rows = list(segno.make_qr(text, error=CORRECTION, boost_error=False).matrix)
    modules = len(rows)
    # Whole modules on an integer grid, scaled once: neighbours meet without hairlines.
    paths = [b"%.5f 0 0 %.5f 0 0 cm" % (side / modules, side / modules)]
    for y, row in enumerate(rows):
        for dark, run in groupby(enumerate(row), key=itemgetter(1)):
            columns = [x for x, _ in run]
            if dark:
                paths.append(b"%d %d %d 1 re" % (columns[0], modules - 1 - y, len(columns)))
    return b"\n".join([*paths, b"f"])
