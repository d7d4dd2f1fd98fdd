"""Pages of long lists: a mark that leads to the next one, opaque to programs."""

from __future__ import annotations

import base64
import binascii
import json
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

from pydantic import BaseModel, Field, StringConstraints

from service.refusals import CursorUnreadable

if TYPE_CHECKING:
    from collections.abc import Callable

Mark = TypeVar("Mark")
Limit = Annotated[int, Field(ge=1, le=200, description="Paling banyak sekian butir")]
Cursor = Annotated[
    str | None, Field(max_length=500, description="Penanda `next` dari halaman sebelumnya")
]
Word = Annotated[str, StringConstraints(max_length=200, pattern=r"^[^\x00]*$")]
"""Text of a question: of one line's length, and without what databases cannot hold."""
Year = Annotated[int, Field(ge=1900, le=2200)]


class Paged(BaseModel):
    """Which page of a list."""

    limit: Limit = 50
    cursor: Cursor = None


def written(*parts: str | int) -> str:
    """A mark."""
    return base64.urlsafe_b64encode(json.dumps(parts).encode()).decode().rstrip("=")


def read(cursor: str | None, make: Callable[[list[Any]], Mark]) -> Mark | None:
    """What a mark says.

    Raises:
        CursorUnreadable: it is none of ours.
    """
    if cursor is None:
        return None
    try:
        padded = cursor.encode("ascii") + b"=" * (-len(cursor) % 4)
        return make(json.loads(base64.b64decode(padded, altchars=b"-_", validate=True)))
    except (
        UnicodeError,
        binascii.Error,
        ValueError,
        TypeError,
        LookupError,
        RecursionError,
        OverflowError,
    ) as error:
        raise CursorUnreadable from error
