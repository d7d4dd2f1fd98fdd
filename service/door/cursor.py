"""The mark that leads to the next page of a long list: opaque, and of no use elsewhere."""

from __future__ import annotations

import base64
import json
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

from pydantic import StringConstraints

from service.refusals import CursorUnreadable

if TYPE_CHECKING:
    from collections.abc import Callable

Mark = TypeVar("Mark")
Word = Annotated[str, StringConstraints(max_length=200, pattern=r"^[^\x00]*$")]
"""Text of a question: of one line's length, and without what databases cannot hold."""


def written(*parts: str | int) -> str:
    """A mark."""
    return base64.urlsafe_b64encode(json.dumps(parts).encode()).decode().rstrip("=")


def read(cursor: str | None, make: Callable[[list[Any]], Mark]) -> Mark | None:
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
