"""Pages of long lists for programs: how much of one, and from where on."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, Field

from service.door.cursor import Word, read, written

__all__ = ["Cursor", "Limit", "Paged", "Word", "Year", "read", "written"]

Limit = Annotated[int, Field(ge=1, le=200, description="Paling banyak sekian butir")]
Cursor = Annotated[
    str | None, Field(max_length=500, description="Penanda `next` dari halaman sebelumnya")
]
Year = Annotated[int, Field(ge=1900, le=2200)]


class Paged(BaseModel):
    """Which page of a list."""

    limit: Limit = 50
    cursor: Cursor = None
