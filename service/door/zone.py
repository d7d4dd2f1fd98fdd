"""The zone in which the pages of a request tell moments."""

from __future__ import annotations

from contextvars import ContextVar
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

    from service.moments import Zone

ZONE: Final[ContextVar[Zone]] = ContextVar("zone", default="WIB")
"""Of the request at hand: a filter of a template is told nothing but its value."""


class InZone:
    """Tells all that is inside which zone it stands in."""

    def __init__(self, app: ASGIApp, *, zone: Zone) -> None:
        """Stand around an application."""
        self._app, self._zone = app, zone

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let one request through."""
        before = ZONE.set(self._zone)
        try:
            await self._app(scope, receive, send)
        finally:
            ZONE.reset(before)
