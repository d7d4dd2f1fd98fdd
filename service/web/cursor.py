"""The mark of the next page as it stands in an address."""

from __future__ import annotations

import base64
import json
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

from fastapi import Query
from pydantic import StringConstraints

from service.refusals import CursorUnreadable

if TYPE_CHECKING:
    from collections.abc import Callable

Mark = TypeVar("Mark")
PAGE: int = 50
"""Lines of one page."""
Cursor = Annotated[str, Query(max_length=500)]
Word = Annotated[str, StringConstraints(max_length=200, pattern=r"^[^\x00]*$")]
"""What is looked for: of one line's length, and without what databases cannot hold."""


def written(*parts: str | int) -> str:
    """A mark."""
    return base64.urlsafe_b64encode(json.dumps(parts).encode()).decode().rstrip("=")


def read(cursor: str, make: Callable[[list[Any]], Mark]) -> Mark | None:
    """What a mark says; None for the first page.

    Raises:
        CursorUnreadable: it is none of ours.
    """
    if not cursor:
        return None
    try:
        padded = cursor.encode("ascii") + b"=" * (-len(cursor) % 4)
        return make(json.loads(base64.b64decode(padded, altchars=b"-_", validate=True)))
    except (ValueError, TypeError, LookupError, RecursionError, OverflowError) as error:
        raise CursorUnreadable from error
