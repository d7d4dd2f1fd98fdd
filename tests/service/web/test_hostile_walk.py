"""Every page and every form there is, asked with hostile text: nothing of it comes to life.

Nobody has to remember this test: routes are found by themselves, forms by following the pages. A
form to which nothing leads makes it fail.
"""

from __future__ import annotations

import json
import pkgutil
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser
from importlib import import_module
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

import pytest
from fastapi import APIRouter
from fastapi.routing import APIRoute
from httpx2 import Response

from service import web
from service.accounts.acts import Role
from service.actions.begin_draft import begin_draft
from service.actions.manage_hooks import add_hook
from service.actions.manage_people import add_person, find_person, membership
from service.actions.sign_in import sign_in
from service.app import House
from tests.service.filing import filed
from tests.service.serving import WORDS
from tests.service.web.browsing import Browser, browser_of
from tests.service.web.test_keeping import asked
from tests.workers.office_forming import kept
from workers.jobs import JobState

EVIL = "</textarea></title><script>alert(1)</script>'\" onfocus=alert(1) autofocus {{7*7}}"
IN_ADDRESSES = EVIL + "\r\nSet-Cookie: jahat=1"
OFFICE = "Dinas <script>alert(1)</script>'\""
MOST = 2
"""Pages of one route, and in each round forms of one route, that are looked at."""
ENDS = ("/keluar", "/akun", "/akun/sesi/akhiri")
"""What would end the session of who walks."""
ENDING = re.compile(r"/(hapus|cabut|batal|buang|terbitkan|akhiri|keadaan|sesi)\b")
UNREACHED = {
    **dict.fromkeys(("/masuk", "/periksa"), "for strangers; test_hostile asks them"),
    **dict.fromkeys(
        ("/pengguna/{person}/identitas", "/pengguna/{person}/undangan"),
        "where there is an identity provider; they take no text",
    ),
    **dict.fromkeys(
        (
            "/pemeriksaan/{name}/cetak",
            "/pemeriksaan/{name}/kembalikan",
            "/pemeriksaan/{name}/setujui",
            "/naskah/{name}/tarik",
            "/naskah/{name}/buka",
            "/naskah/{name}/terbitkan",
        ),
        "of drafts that somebody else sent on; test_naskah walks their rounds",
    ),
    **dict.fromkeys(
        ("/naskah/{name}/formulir/terima", "/naskah/{name}/formulir"), "of whole data sets"
    ),
    **dict.fromkeys(("/naskah/{name}/pulihkan", "/naskah/{name}/loloskan"), "after other changes"),
    **dict.fromkeys(
        ("/kumpulan/{batch}/batal", "/kumpulan/{batch}/ulang", "/kumpulan/baru/naskah"),
        "of batches that a sound file made",
    ),
    **dict.fromkeys(
        ("/templat/versi/{templat}/berlakukan", "/templat/{kind}/bawaan"),
        "of forms that were seen and published",
    ),
    "/buku-nomor/{year}/{book:path}": "while a number is reserved",
}
"""POST routes whose forms this walk does not meet, each with the reason."""


def routes() -> list[APIRoute]:
    """All routes of the pages."""
    found = []
    for module in pkgutil.iter_modules(web.__path__):
        router = getattr(import_module(f"service.web.{module.name}"), "router", None)
        if isinstance(router, APIRouter):
            found += [each for each in router.routes if isinstance(each, APIRoute)]
    assert len(found) > 60
    return found


ROUTES = routes()


def pattern_of(method: str, path: str) -> str | None:
    """The route that an address leads to."""
    for each in ROUTES:
        if method in each.methods and each.path_regex.match(path):
            return each.path
    return None


@dataclass
class Form:
    """What a browser would send."""

    action: str
    fields: list[tuple[str, str]] = field(default_factory=list)
    typed: set[str] = field(default_factory=set)
    """Names of fields in which a person writes."""
    files: set[str] = field(default_factory=set)


class Page(HTMLParser):
    """Links, forms, and what came to life."""

    def __init__(self, html: str, here: str) -> None:
        super().__init__()
        self.here = urlsplit(here).path
        self.links: list[str] = []
        self.forms: list[Form] = []
        self.alive: list[str] = []
        self._form: Form | None = None
        self._select = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        self._judge(tag, told)
        if tag == "a" and told.get("href", "").startswith("/"):
            self.links.append(told["href"])
        elif tag == "form" and told.get("method") == "post":
            self._form = Form(told.get("action") or self.here)
            self.forms.append(self._form)
        elif self._form is not None:
            self._field(tag, told)
        to = told.get("hx-post") or told.get("formaction")
        whole = self._form or (self.forms[-1] if self.forms and told.get("hx-include") else None)
        if to and whole is not None and to != whole.action:
            # It shares the fields of its form, also those that are still to come.
            self.forms.append(replace(whole, action=to))

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._form = None

    def _judge(self, tag: str, told: dict[str, str]) -> None:
        if any(each.startswith("on") for each in told) or tag in {"base", "object", "embed"}:
            self.alive.append(f"{tag} {told}")
        if tag == "script" and not told.get("src", "").startswith("/statis/"):
            self.alive.append(f"{tag} {told}")
        for name in ("href", "action", "src", "formaction"):
            where = told.get(name, "").strip().lower()
            if where.startswith(("javascript:", "data:", "//", "http:", "https:")):
                self.alive.append(f"{tag} {name}={where}")

    def _field(self, tag: str, told: dict[str, str]) -> None:
        assert self._form is not None
        name, kind = told.get("name", ""), told.get("type", "text")
        if tag == "select":
            self._select = name
        if tag == "option" and self._select and told.get("value") != "":
            self._form.fields.append((self._select, told.get("value", EVIL)))
            self._select = ""
        if not name or tag not in {"input", "textarea", "button"}:
            return
        if kind == "file":
            self._form.files.add(name)
            return
        if tag == "textarea" or kind in {"text", "search", "password"}:
            self._form.typed.add(name)
        self._form.fields.append((name, told.get("value", "on")))


@dataclass
class Walk:
    """One person who may do everything, and what she met."""

    browser: Browser
    own: str
    """Her id; what is done to herself would end her session."""
    waiting: list[str] = field(default_factory=lambda: ["/"])
    seen: Counter[str] = field(default_factory=Counter)
    pages: set[str] = field(default_factory=set)
    sent: Counter[str] = field(default_factory=Counter)
    reached: set[str] = field(default_factory=set)
    forms: list[Form] = field(default_factory=list)

    def judge(self, answer: Response, where: str) -> Page | None:
        assert answer.status_code < 500, (where, answer.status_code)
        assert "jahat" not in str(answer.headers.get_list("set-cookie")), where
        assert not any("\n" in value or "\r" in value for value in answer.headers.values()), where
        assert answer.headers["x-content-type-options"] == "nosniff", where
        if "text/html" not in answer.headers.get("content-type", ""):
            return None
        page = Page(answer.text, where)
        assert not page.alive, (where, page.alive)
        assert "{{49}}" not in answer.text, where
        return page

    def go(self, path: str) -> None:
        page = self.judge(self.browser.get(path), path)
        if page is None:
            return
        self.pages.add(path)
        self.forms += page.forms
        self.waiting += page.links

    def crawl(self) -> None:
        while self.waiting:
            path = self.waiting.pop(0).partition("#")[0]
            pattern = pattern_of("GET", urlsplit(path).path)
            assert pattern, f"a link leads nowhere: {path}"
            if path in self.pages or self.seen[pattern] > MOST:
                continue
            self.seen[pattern] += 1
            self.go(path)

    def reset(self) -> None:
        """Begin another round."""
        self.sent.clear()
        self.seen.clear()

    def send(self, form: Form, text: str) -> None:
        pattern = pattern_of("POST", urlsplit(form.action).path)
        assert pattern, f"a form leads nowhere: {form.action}"
        if pattern in ENDS or self.own in form.action or self.sent[pattern] >= MOST:
            return
        self.sent[pattern] += 1
        self.reached.add(pattern)
        told: dict[str, list[str]] = {}
        for name, value in form.fields:
            told.setdefault(name, []).append(text if name in form.typed else value)
        files = dict.fromkeys(form.files, (EVIL, b"PK\x03\x04x", "text/plain"))
        answer = self.browser.client.post(form.action, data=told, files=files or None)
        page = self.judge(answer, form.action)
        if page is not None:
            self.forms += page.forms
        if answer.status_code == 303 and answer.headers["location"].startswith("/"):
            self.waiting.append(answer.headers["location"])


@pytest.fixture
def walk(
    house: House, tmp_path: Path, data_file: Callable[..., Path], sample: Callable[..., Any]
) -> Walk:
    """An installation in which everything bears hostile names."""
    add_person(
        login="jahat",
        name=EVIL,
        password=WORDS,
        memberships=[membership("penyusun", OFFICE)],
        house=house,
    )
    for year in (2025, 2026):
        filed(house, tmp_path, title=EVIL, office=OFFICE, number=f"{year}{EVIL}"[:90], year=year)
    filed(house, tmp_path, title=EVIL, office=OFFICE, number="3", kind="sop")
    kept(house.database, b"PK", office=OFFICE)
    add_hook("https://program.example.id/?<script>", office=OFFICE, house=house)
    job = asked(house, data_file, sample)
    bad = replace(
        job,
        id="jahat0000000",
        document=None,
        number=None,
        actor_name=EVIL,
        batch=None,
        state=JobState.REJECTED,
        error=EVIL,
        notes=(EVIL,),
        key=None,
    )
    with house.database.transaction() as connection:
        house.jobs.add(connection, bad)
    browser = browser_of(house, *(f"{role}:*" for role in Role))
    browser.client.timeout = 30
    person = find_person("siti", house=house)
    for login in ("siti", "jahat"):
        sign_in(login, WORDS, address=f"web:{EVIL}", house=house)
    for kind, name in (("perjanjian_kinerja", "camat"), ("sop", "")):
        samples = house.kinds[kind].samples()
        data = json.loads(samples.get(name or "", next(iter(samples.values()))).read_text("utf-8"))
        begin_draft(
            kind=house.kinds[kind],
            office=OFFICE,
            title=EVIL[:100],
            content=data,
            person=person,
            house=house,
        )
    return Walk(browser, person.id)


def test_hostile_text_in_every_address_is_only_text(walk: Walk):
    """Each name in a path and each question, of every route, with and without a key."""
    for route in ROUTES:
        path = re.sub(r"{\w+(:path)?}", quote(IN_ADDRESSES, safe=""), route.path)
        numbers = re.sub(r"{(version|number|year)}", "1", route.path)
        numbers = re.sub(r"{\w+(:path)?}", quote(IN_ADDRESSES, safe=""), numbers)
        asked = {
            each.alias: IN_ADDRESSES
            for each in (*route.dependant.query_params, *_below(route.dependant.dependencies))
        }
        for where in {path, numbers}:
            if "GET" in route.methods:
                walk.judge(walk.browser.get(where, params=asked), where)
                walk.judge(walk.browser.get(where), where)
            elif route.path not in ENDS:
                fields = dict.fromkeys(("nama", "alamat", "alasan", "aksi", "revisi"), EVIL)
                walk.judge(walk.browser.send(where, **fields), where)


def _below(dependencies: list[Any]) -> Iterator[Any]:
    for each in dependencies:
        yield from each.query_params
        yield from _below(each.dependencies)


def test_hostile_text_in_every_field_is_only_text(walk: Walk):
    """Every form is met, filled and sent; then all pages are looked at once more."""
    walk.crawl()
    for text in ("Dinas Kominfo", EVIL):
        forms, many = walk.forms, len(walk.forms)
        for form in forms[:many]:
            if not ENDING.search(form.action):
                walk.send(form, text)
        walk.crawl()
        walk.reset()
    # What takes things away comes last, and before it all is looked at with what was written.
    for path in sorted(walk.pages):
        walk.go(path)
    for form in walk.forms:
        if ENDING.search(form.action):
            walk.send(form, EVIL)
    for path in ("/", "/pengguna", "/jejak", "/pekerjaan", "/naskah", "/dokumen", "/webhook"):
        walk.go(path)

    wanted = {each.path for each in ROUTES if "POST" in each.methods} - set(ENDS)
    missed = wanted - set(walk.reached) - set(UNREACHED)
    known = {each.path for each in ROUTES}
    assert set(UNREACHED) <= known, "what is gone needs no reason any more"
    assert not missed, f"no page leads to these forms; lead there, or say why not: {missed}"
