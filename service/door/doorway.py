"""Around every request: its name, its limits, its headers, its line in the log."""

from __future__ import annotations

import logging
import re
import time
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final

from starlette.datastructures import Headers, MutableHeaders

from service.door.problems import refusal
from service.outcomes import outcome_of
from service.tracing import FIELDS, REQUEST

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from service.door.limits import BodyLimit
    from service.door.metrics import Metrics

LOG: Final = logging.getLogger("service.door")
REQUEST_ID: Final = "x-request-id"
_GIVEN: Final = re.compile(r"[A-Za-z0-9._-]{8,64}")
"""A name that a proxy gave and that may stand in a log."""
_SAFE: Final = {
    "content-security-policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
        "font-src 'self'; connect-src 'self'; frame-src 'self'; object-src 'none'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'self'"
    ),
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "referrer-policy": "same-origin",
    "x-content-type-options": "nosniff",
    "x-frame-options": "SAMEORIGIN",
}
"""Nothing from elsewhere, nothing inline; a PDF may be shown in a frame of our own page."""
_HSTS: Final = "max-age=31536000"


class Doorway:
    """The outermost layer of the application; nothing that happens inside leaves without it."""

    def __init__(
        self,
        app: ASGIApp,
        *,
        base_url: str,
        limit: BodyLimit,
        metrics: Metrics,
        new_name: Callable[[], str],
    ) -> None:
        """Stand around an application."""
        self._app, self._base_url, self._limit = app, base_url, limit
        self._metrics, self._new_name = metrics, new_name
        self._safe = dict(_SAFE)
        if base_url.startswith("https:"):
            self._safe["strict-transport-security"] = _HSTS

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let one request through."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        given = headers.get(REQUEST_ID, "")
        name = given if _GIVEN.fullmatch(given) else self._new_name()
        state = scope.setdefault("state", {})
        state["request_id"] = name
        named = REQUEST.set(name)
        started, answered = time.perf_counter(), [0]

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                answered[0] = message["status"]
                told = MutableHeaders(scope=message)
                told[REQUEST_ID] = name
                for key, value in self._safe.items():
                    told.setdefault(key, value)
                told.setdefault("cache-control", "no-store")
            await send(message)

        try:
            self._limit.announced(headers.get("content-length"))
            await self._app(scope, self._limit.watch(receive), sending)
        except Exception as error:  # noqa: BLE001 - the last border: every error is told here
            outcome = outcome_of(error)
            state["problem"] = outcome.slug
            if outcome.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
                state["error"] = error
            if not answered[0]:
                refused = refusal(error, base_url=self._base_url, request_id=name)
                await refused(scope, receive, sending)
        finally:
            self._tell(scope, status=answered[0], seconds=time.perf_counter() - started)
            REQUEST.reset(named)

    def _tell(self, scope: Scope, *, status: int, seconds: float) -> None:
        state = scope["state"]
        route = _route(scope)
        client = scope.get("client")
        line: dict[str, Any] = {
            "request": state["request_id"],
            "method": scope["method"],
            "route": route,
            "path": scope["path"],
            "status": status,
            "ms": round(seconds * 1000, 1),
            "address": client[0] if client else "-",
        }
        for key in ("person", "problem"):
            if key in state:
                line[key] = state[key]
        error = state.get("error")
        failed = error is not None or status >= HTTPStatus.INTERNAL_SERVER_ERROR
        LOG.log(
            logging.ERROR if failed else logging.INFO,
            "answered",
            extra={FIELDS: line},
            exc_info=error,
        )
        self._metrics.answered(method=scope["method"], route=route, status=status, seconds=seconds)


def _route(scope: Scope) -> str:
    """The address's pattern, ``/api/v1/jobs/{job}``; ``-`` for all that nobody knows."""
    pattern: str | None = getattr(scope.get("route"), "path", None)
    if pattern is None:
        return "-"
    if ":path" in pattern:
        return pattern
    # A router that was included tells its patterns without the prefix, which stands in the path.
    steps = scope["path"].split("/")
    return "/".join(steps[: len(steps) - pattern.count("/")]) + pattern
