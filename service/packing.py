"""ZIP files whose bytes depend on nothing but what is in them."""

from __future__ import annotations

import zipfile
from typing import Final

SUMS: Final = "SHA256SUMS"
"""Manifest in the form of ``sha256sum``, which checks it with ``sha256sum -c SHA256SUMS``."""
_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a ZIP can name: the same documents give the same bytes."""


def entry(name: str) -> zipfile.ZipInfo:
    """A file in a ZIP that anyone may read, of no particular time."""
    made = zipfile.ZipInfo(name, _EPOCH)
    made.create_system = 3
    made.external_attr = 0o644 << 16
    return made
