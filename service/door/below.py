"""An installation below a path of a host that has others: ``https://host/lontar``.

Inside, all addresses are written as at the root. Here, around everything, the path is taken off
what comes and put before what goes: redirects, cookies, and the attributes of pages. Text of people
cannot be mistaken for an attribute, since its quotation marks are escaped.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from starlette.datastructures import MutableHeaders

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

_ATTRIBUTE: Final = re.compile(
    rb'(\s(?:href|src|action|formaction|hx-(?:get|post|put|patch|delete|push-url))=")/(?!/)'
)
_LEADING: Final = ("location", "hx-redirect", "hx-location", "hx-push-url", "hx-replace-url")
_COOKIE_PATH: Final = re.compile(r"(;\s*path=)/(?=;|$)", re.IGNORECASE)


class BelowPath:
    """Stands outermost; nothing else knows that there is a path."""

    def __init__(self, app: ASGIApp, *, path: str) -> None:
        """Stand around an application.

        Args:
            app: the application.
            path: below which it lies, such as ``/lontar``.
        """
        self._app, self._path = app, path

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let one request through."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        answer = _Answer(self._path, send)
        await self._app(self._inside(scope), receive, answer.send)

    def _inside(self, scope: Scope) -> Scope:
        """The request as at the root; a proxy may have taken the path off already."""
        path: str = scope["path"]
        if path == self._path or path.startswith(self._path + "/"):
            path = path[len(self._path) :] or "/"
        raw = scope.get("raw_path") or b""
        above = self._path.encode()
        if raw.startswith(above):
            raw = raw[len(above) :] or b"/"
        return {**scope, "path": path, "raw_path": raw, "root_path": ""}


class _Answer:
    """One answer on its way out; a page is held back until all of it is there."""

    def __init__(self, path: str, send: Send) -> None:
        self._path, self._send = path, send
        self._start: Message | None = None
        self._page = bytearray()

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            self._lead(headers)
            if headers.get("content-type", "").startswith("text/html"):
                self._start = message
                return
        elif self._start is not None:
            self._page += message.get("body", b"")
            if not message.get("more_body", False):
                await self._send_page(self._start)
            return
        await self._send(message)

    def _lead(self, headers: MutableHeaders) -> None:
        for name in _LEADING:
            value = headers.get(name, "")
            if value.startswith("/") and not value.startswith("//"):
                headers[name] = self._path + value
        cookies = headers.getlist("set-cookie")
        if cookies:
            del headers["set-cookie"]
        for each in cookies:
            headers.append("set-cookie", _COOKIE_PATH.sub(rf"\g<1>{self._path}", each))

    async def _send_page(self, start: Message) -> None:
        page = _ATTRIBUTE.sub(rb"\g<1>" + self._path.encode() + b"/", bytes(self._page))
        MutableHeaders(scope=start)["content-length"] = str(len(page))
        await self._send(start)
        await self._send({"type": "http.response.body", "body": page})
