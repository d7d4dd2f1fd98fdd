"""People at a browser: signed in by a cookie, reading HTML, sending forms."""

from __future__ import annotations

import re
from typing import Any

from httpx2 import Response
from starlette.testclient import TestClient

from service.app import House
from tests.service.serving import client_of, signed_in

HTML = {"accept": "text/html,application/xhtml+xml"}


class Browser:
    """One person at one browser."""

    def __init__(self, client: TestClient, key: str = "") -> None:
        client.headers.update(HTML)
        client.follow_redirects = False
        self.client, self.key = client, key

    def get(self, path: str, **more: Any) -> Response:
        return self.client.get(path, **more)

    def send(
        self, path: str, *, key: str | None = None, files: Any = None, **fields: Any
    ) -> Response:
        """Send a form with the key of the session, or with another one."""
        told = {"formulir": self.key if key is None else key} | fields
        return self.client.post(path, data=told, files=files)

    def send_and_read(self, path: str, **fields: Any) -> str:
        """Send a form and read the page that it leads to."""
        answer = self.send(path, **fields)
        assert answer.status_code == 303, (answer.status_code, answer.text)
        return self.get(answer.headers["location"]).text


def browser_of(house: House, *roles: str, login: str = "siti") -> Browser:
    """Someone with these roles, signed in."""
    return Browser(*signed_in(house, *roles, login=login))


def stranger_of(house: House) -> Browser:
    """Someone nobody knows."""
    return Browser(client_of(house))


def seen(html: str) -> str:
    """What a person reads of a page: without tags, spaces as one."""
    text = re.sub(r"<(script|style).*?</\1>|<[^>]+>", " ", html, flags=re.DOTALL)
    return " ".join(text.split())
