"""Walks every page in Chromium as each sample person, and keeps what it saw to be looked at.

``make pages`` follows the links of the demo's pages, on a phone, on an office monitor, at twice
the size and without JavaScript. It writes var/pages: a picture of every page, and an index.html
with what axe, the browser's console and the width of the page say of it.
"""

from __future__ import annotations

import argparse
import pkgutil
import re
import shutil
import sys
from collections import Counter, deque
from dataclasses import dataclass, field, replace
from html import escape
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import parse_qs, urlsplit

from fastapi import APIRouter
from fastapi.routing import APIRoute
from playwright.sync_api import sync_playwright
from rich.console import Console

from service import web
from service.app import open_house
from service.cli.demo_people import PEOPLE
from tests.service.web.conftest import AXE, CHROMIUM, FLAGS, SIZES, served

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from playwright.sync_api import Browser, BrowserContext, Page, Response

FOLDER: Final = Path("var/pages")
SCREENS: Final = {**SIZES, "dua-kali": (640, 400)}
"""The last one is the office monitor with its pages at 200 per cent (WCAG 2.2, 1.4.4)."""
EXAMPLES: Final = 2
"""Pages of one route and the same questions that are looked at, for each person."""
GRAVE: Final = {"moderate", "serious", "critical"}
LEFT_ALONE: Final = re.compile(r"/keluar|/statis/|/berkas/|/api/|/halaman/\d+$")


@dataclass
class Seen:
    """A page as one person saw it."""

    person: str
    path: str
    route: str
    faults: list[str] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Walk:
    """What a walk needs: a browser, the address of the pages, and whose turn it is."""

    browser: Browser
    address: str
    person: str
    password: str
    folder: Path

    def pages(self) -> Iterator[Seen]:
        """Every page that links lead to, from the first one on."""
        contexts = {name: self._signed_in(size) for name, size in SCREENS.items()}
        plain = self._signed_in(SIZES["meja"], scripts=False)
        queue, known, counted = deque(["/"]), {"/"}, Counter[tuple[str, str]]()
        while queue:
            path = queue.popleft()
            route = route_of(path)
            kind = (route, ",".join(sorted(parse_qs(urlsplit(path).query))))
            if counted[kind] >= EXAMPLES or len(parse_qs(urlsplit(path).query)) > 1:
                continue
            counted[kind] += 1
            seen = Seen(self.person, path, route)
            links = self._look(seen, contexts, plain)
            yield seen
            queue += [each for each in links if each not in known]
            known.update(links)
        for each in (*contexts.values(), plain):
            each.close()

    def _signed_in(self, size: tuple[int, int], *, scripts: bool = True) -> BrowserContext:
        width, height = size
        context = self.browser.new_context(
            viewport={"width": width, "height": height},
            locale="id-ID",
            java_script_enabled=scripts,
            accept_downloads=False,
        )
        if self.person:
            page = context.new_page()
            page.goto(f"{self.address}/masuk")
            page.get_by_label("Nama masuk").fill(self.person)
            page.get_by_label("Kata sandi").fill(self.password)
            page.get_by_role("button", name="Masuk").click()
            page.close()
        return context

    def _look(
        self, seen: Seen, contexts: Mapping[str, BrowserContext], plain: BrowserContext
    ) -> list[str]:
        links: list[str] = []
        for name, context in contexts.items():
            page = context.new_page()
            page.on("pageerror", lambda error: seen.faults.append(str(error)))
            answer = opened(page, self.address + seen.path)
            if answer is None:
                page.close()
                return []
            if answer.status >= 400:  # noqa: PLR2004 - what HTTP calls a refusal
                seen.faults.append(f"{answer.status}")
            links = links_of(page, self.address)
            seen.faults += [f"{name}: {each}" for each in faults_of(page)]
            slug = re.sub(r"[^a-z0-9]+", "-", seen.path.lower()).strip("-")[:80] or "awal"
            picture = self.folder / f"{self.person or 'publik'}--{slug}--{name}.png"
            page.screenshot(path=picture, full_page=True)
            seen.pictures.append(picture.name)
            page.close()
        page = plain.new_page()
        answer = opened(page, self.address + seen.path)
        if answer is None or not page.locator("main h1").count():
            seen.faults.append("tanpa JavaScript: halaman kosong")
        page.close()
        return links


def opened(page: Page, url: str) -> Response | None:
    """The answer to opening an address; None where it is a file to be kept, not a page."""
    try:
        answer = page.goto(url)
    except Exception as error:
        if "Download is starting" in str(error) or "ERR_ABORTED" in str(error):
            return None
        raise
    shown = answer is not None and "text/html" in (answer.headers.get("content-type") or "")
    return answer if shown else None


def links_of(page: Page, address: str) -> list[str]:
    """Paths of our own pages that a page leads to, in order."""
    found = page.eval_on_selector_all("a[href]", "all => all.map(each => each.href)")
    own = [
        each.removeprefix(address).partition("#")[0] for each in found if each.startswith(address)
    ]
    return [each for each in dict.fromkeys(own) if each and not LEFT_ALONE.search(each)]


def faults_of(page: Page) -> list[str]:
    """What axe and the page's width say of it."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    told = [
        f"{each['id']}: {each['help']} – {each['nodes'][0]['html'][:120]}"
        for each in found["violations"]
        if each["impact"] in GRAVE
    ]
    wide, room = page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
    return told + ([f"lebih lebar daripada layar: {wide} > {room}"] if wide > room else [])


def routes() -> list[APIRoute]:
    """All pages that can be opened."""
    found = []
    for module in pkgutil.iter_modules(web.__path__):
        router = getattr(import_module(f"service.web.{module.name}"), "router", None)
        if isinstance(router, APIRouter):
            found += [each for each in router.routes if isinstance(each, APIRoute)]
    return [each for each in found if "GET" in each.methods]


def route_of(path: str) -> str:
    """The route that answers a path, as it is written in the code."""
    plain = urlsplit(path).path
    return next((each.path for each in routes() if each.path_regex.match(plain)), path)


def never_seen(seen: list[Seen]) -> list[str]:
    """Pages that no link led to."""
    reached = {each.route for each in seen}
    return sorted({each.path for each in routes()} - reached)


def write_index(folder: Path, seen: list[Seen], missed: list[str]) -> None:
    """One page that shows all pictures with what was found."""
    parts = ["<!doctype html><meta charset=utf-8><title>Halaman Lontar</title>"]
    parts += [f"<p>Tidak dicapai tautan: {escape(', '.join(missed))}"] if missed else []
    for each in seen:
        parts.append(f"<h2>{escape(each.person or 'publik')} {escape(each.path)}</h2>")
        parts += [f"<p><b>{escape(fault)}</b>" for fault in each.faults]
        parts += [f'<img src="{escape(name)}" height=500 alt="">' for name in each.pictures]
    (folder / "index.html").write_text("\n".join(parts), encoding="utf-8")


def main() -> int:
    """Walk as everyone; 0 where nothing was found."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--as", dest="only", choices=["publik", *PEOPLE], help="one person alone")
    chosen = asked.parse_args().only
    console, house = Console(), open_house()
    password = (house.settings.home / "demo" / "akun.txt").read_text(encoding="utf-8").strip()
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    people = [chosen] if chosen else ["publik", *PEOPLE]
    seen: list[Seen] = []
    with served(house) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        first = Walk(browser, address, "", password, FOLDER)
        for each in people:
            for page in replace(first, person="" if each == "publik" else each).pages():
                seen.append(page)
                console.print(f"{each:14} {page.path[:90]}")
                for fault in page.faults:
                    console.print(f"  [red]{escape(fault)}")
        browser.close()
    missed = never_seen(seen)
    write_index(FOLDER, seen, missed)
    bad = sum(bool(page.faults) for page in seen)
    console.print(f"{len(seen)} pages, {bad} with faults; no link led to: {', '.join(missed)}")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
