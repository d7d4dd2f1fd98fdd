"""Long lists on pages: how many lines there are to one, and the mark of the next."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query

from service.door.cursor import Word, read, written

__all__ = ["PAGE", "Cursor", "Word", "read", "written"]

PAGE: int = 50
"""Lines of one page."""
Cursor = Annotated[str, Query(max_length=500)]
