"""How a document is made: fill, convert, stamp, check, file."""

from __future__ import annotations
