"""A server and Debian's Chromium, as people meet the pages."""

from __future__ import annotations

import os
import re
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, Page, sync_playwright

from service.app import House
from service.serve import make_app

AXE = Path(__file__).with_name("axe") / "axe.min.js"
CHROMIUM = "/usr/bin/chromium"
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
SIZES = {"telepon": (360, 740), "meja": (1280, 800)}
"""Screens, in CSS pixels: a small phone and an old office monitor."""


@contextmanager
def served(house: House) -> Iterator[str]:
    """The application at an address of this computer."""
    server = uvicorn.Server(
        uvicorn.Config(make_app(house), port=0, log_config=None, access_log=False)
    )
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    deadline = time.monotonic() + 20
    while not server.started:
        assert time.monotonic() < deadline, "the server does not start"
        time.sleep(0.05)
    port = server.servers[0].sockets[0].getsockname()[1]
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join(20)


@pytest.fixture
def address(house: House) -> Iterator[str]:
    with served(house) as found:
        yield found


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """One for the tests of a file: while it is open, its loop forbids others ``asyncio.run``."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@dataclass
class Screen:
    """One person's screen, on which every page is looked at as it comes."""

    page: Page
    address: str
    name: str
    shots: Path | None
    complaints: list[str]

    def open(self, path: str) -> None:
        self.page.goto(self.address + path)

    def look(self, name: str) -> None:
        """Judge the page by axe, see that nothing sticks out, and keep a picture if wanted."""
        self.page.wait_for_load_state("load")
        self.page.evaluate(AXE.read_text(encoding="utf-8"))
        found = self.page.evaluate("axe.run(document, {resultTypes: ['violations']})")
        grave = [
            f"{each['id']}: {each['help']} – {each['nodes'][0]['html'][:120]}"
            for each in found["violations"]
            if each["impact"] in {"serious", "critical", "moderate"}
        ]
        assert not grave, f"{name} ({self.name}): {grave}"
        width = self.page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
        assert width[0] <= width[1], f"{name} ({self.name}) is wider than the screen: {width}"
        assert not self.complaints, f"{name} ({self.name}): {self.complaints}"
        if self.shots is not None:
            self.page.screenshot(path=self.shots / f"{name}-{self.name}.png", full_page=True)


@pytest.fixture(params=SIZES)
def screen(request: pytest.FixtureRequest, chromium: Browser, address: str) -> Iterator[Screen]:
    """A fresh browser of one size; LONTAR_TEST_SHOTS names a folder for pictures."""
    width, height = SIZES[request.param]
    context = chromium.new_context(viewport={"width": width, "height": height}, locale="id-ID")
    page = context.new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on(
        "console",
        lambda message: (
            complaints.append(message.text)
            if message.type == "error" and not re.search(r"status of 4\d\d", message.text)
            else None
        ),
    )
    folder = os.environ.get("LONTAR_TEST_SHOTS")
    shots = Path(folder) if folder else None
    if shots is not None:
        shots.mkdir(parents=True, exist_ok=True)
    yield Screen(page, address, request.param, shots, complaints)
    context.close()
