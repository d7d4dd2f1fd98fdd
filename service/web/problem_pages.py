"""Errors as pages for whoever reads pages: the same sentences that programs are told as JSON."""

from __future__ import annotations

import json
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

from starlette.datastructures import Headers, MutableHeaders

from service.door.problems import MEDIA_TYPE
from service.web.rendering import bare_page

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from service.web.rendering import Pages

_FOR_PROGRAMS: Final = ("/api/", "/healthz", "/readyz", "/metrics")


class ProblemPages:
    """Outermost: whatever failed inside, a browser gets a page and not a line of JSON."""

    def __init__(self, app: ASGIApp, *, pages: Pages) -> None:
        """Stand around an application."""
        self._app, self._pages = app, pages

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let one request through."""
        if scope["type"] != "http" or not _reads_pages(scope):
            await self._app(scope, receive, send)
            return
        started: list[Message] = []
        body = bytearray()

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                if Headers(raw=message["headers"]).get("content-type") == MEDIA_TYPE:
                    started.append(message)
                else:
                    await send(message)
            elif not started:
                await send(message)
            else:
                body.extend(message.get("body", b""))
                if not message.get("more_body", False):
                    await _tell(started[0], json.loads(body), scope=scope, send=send)

        await self._app(scope, receive, sending)


def _reads_pages(scope: Scope) -> bool:
    headers = Headers(scope=scope)
    if scope["path"].startswith(_FOR_PROGRAMS):
        return False
    return "text/html" in headers.get("accept", "") or "hx-request" in headers


async def _tell(start: Message, problem: dict[str, Any], *, scope: Scope, send: Send) -> None:
    headers = MutableHeaders(raw=list(start["headers"]))
    status, content = start["status"], b""
    if status == HTTPStatus.UNAUTHORIZED:
        # HTMX would put the page it is led to in place of a part; it is told to go there.
        part = "hx-request" in Headers(scope=scope)
        status = HTTPStatus.OK if part else HTTPStatus.SEE_OTHER
        headers["hx-redirect" if part else "location"] = "/masuk" + ("" if part else _back(scope))
        del headers["www-authenticate"]
    else:
        content = bare_page("problem.html", status=status, problem=problem).encode()
    headers["content-type"] = "text/html; charset=utf-8"
    headers["content-length"] = str(len(content))
    await send({"type": "http.response.start", "status": status, "headers": headers.raw})
    await send({"type": "http.response.body", "body": content})


def _back(scope: Scope) -> str:
    """How to come back here after signing in; a form that was sent is not sent again."""
    if scope["method"] != "GET" or scope["path"] == "/":
        return ""
    asked = scope["query_string"].decode("latin-1")
    return "?ke=" + quote(scope["path"] + (f"?{asked}" if asked else ""), safe="")
