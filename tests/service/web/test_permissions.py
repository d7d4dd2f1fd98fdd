"""Every page × every role × own and other office, generated from the routes themselves."""

from __future__ import annotations

import pkgutil
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from fastapi import APIRouter
from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute

from service import web
from service.accounts.acts import Act, Role
from service.accounts.permissions import TABLE
from service.actions.manage_hooks import add_hook
from service.app import House
from tests.service.filing import filed
from tests.service.serving import person_as
from tests.service.web.browsing import Browser, browser_of, stranger_of
from tests.service.web.test_keeping import asked
from tests.workers.office_forming import kept
from workers.jobs import Job

OWN, OTHER = "Dinas Kominfo", "Kecamatan Jekulo"
BATCH = "b" * 24
OPEN = {
    *("/masuk", "/masuk/penyedia", "/masuk/kembali", "/keluar"),
    *("/masuk/undangan", "/masuk/undangan/terima"),
    *("/periksa", "/v/{code}", "/statis/{digest}/{name}"),
}
"""What anyone may open; nothing else is without an act."""
WHOLE = ("/pengguna", "/jejak", "/kantor")
"""What concerns the whole installation."""
KNOWN = {
    *("document", "version", "number", "name", "job", "batch"),
    *("person", "kind", "templat", "webhook"),
}
"""Names in addresses that this test can fill."""


def acts_of(dependant: Dependant) -> set[Act]:
    """The acts that a route names."""
    found = (
        {vars(dependant.call)["act"]} if "act" in getattr(dependant.call, "__dict__", {}) else set()
    )
    return found.union(*(acts_of(each) for each in dependant.dependencies))


def routes() -> Iterator[tuple[str, str, set[Act]]]:
    """Method, address and acts of every page."""
    for module in pkgutil.iter_modules(web.__path__):
        router = getattr(import_module(f"service.web.{module.name}"), "router", None)
        if isinstance(router, APIRouter):
            for route in router.routes:
                assert isinstance(route, APIRoute)
                for method in route.methods:
                    yield method, route.path, acts_of(route.dependant)


PAGES = sorted(routes())
GUARDED = sorted((each for each in PAGES if each[2]), key=lambda page: page[1].endswith("akhiri"))
"""Those that end sessions come last."""


def address(path: str, values: dict[str, str]) -> str:
    """An address with its names filled."""
    filled = re.sub(r"{(\w+)(?::\w+)?}", lambda match: values.get(match[1], "x"), path)
    if path == "/banding":
        held = f"{values.get('document', 'x')}:1"
        return f"{filled}?a={held}&b={held}"
    return filled + ("?dari=1&ke=1" if path.endswith("/banding") else "")


def test_every_page_names_one_act_or_is_open_to_all():
    """Nothing was forgotten, nothing has become open by accident."""
    assert len(GUARDED) > 15
    assert {path for _, path, acts in PAGES if not acts} == OPEN
    assert all(len(acts) == 1 for _, _, acts in GUARDED)


def test_nobody_gets_in_without_signing_in(house: House):
    """Each page leads to the door, and each form, too."""
    guest = stranger_of(house)
    for method, path, _ in GUARDED:
        answer = guest.client.request(method, address(path, {}))
        assert (answer.status_code, answer.headers["location"][:6]) == (303, "/masuk"), path


def test_a_form_without_its_key_changes_nothing(house: House):
    """For every form there is, asked by someone who may do everything."""
    someone = browser_of(house, *(f"{role}:*" for role in Role))
    for method, path, _ in GUARDED:
        if method == "POST":
            for key in ("", "0" * 64):
                answer = someone.send(address(path, {}), key=key)
                assert answer.status_code == 403, path
                assert "tidak berasal dari halaman" in answer.text, path


@pytest.mark.parametrize("role", list(Role))
def test_a_role_opens_what_its_acts_reach(
    house: House,
    tmp_path: Path,
    role: Role,
    data_file: Callable[..., Path],
    sample: Callable[..., Any],
):
    """403 for what is not hers to do, 404 for what she may not know of, never a fault of ours."""
    job = asked(house, data_file, sample)
    own_job = str(job.office)
    _batched(house, job)
    own = browser_of(house, f"{role}:{OWN}", f"{role}:{own_job}")
    person = person_as(house, "auditor:*", login="lain")
    values = {
        "version": "1",
        "number": "1",
        "name": "document.pdf",
        "person": person.id,
        "job": job.id,
        "batch": BATCH,
        "kind": "perjanjian_kinerja",
    }
    mine, theirs = (
        values
        | {
            "document": filed(house, tmp_path, office=office),
            "templat": kept(house.database, b"PK", office=office).id,
            "webhook": add_hook("https://program.example.id/", office=office, house=house).id,
        }
        for office in (OWN, OTHER)
    )
    elsewhere = Browser(*_signed(house, role))

    for method, path, acts in GUARDED:
        names = set(re.findall(r"{(\w+)", path))
        allowed = role in TABLE[next(iter(acts))]
        if not names <= KNOWN:
            if not allowed:
                assert _ask(own, method, path, {}) == 403, path
            continue
        told = _ask(own, method, path, mine)
        unseen = _ask(elsewhere, method, path, theirs)
        assert told < 500, path
        if not allowed or path.startswith(WHOLE):
            assert (told, unseen) == (403, 403), (method, path)
        elif names & {"document", "job", "batch", "templat", "webhook"}:
            assert unseen == 404, (method, path)
            assert told not in {401, 403}, (method, path)
        else:
            assert told in ({200, 303, 400, 404, 422} if method == "POST" or names else {200}), path


def _batched(house: House, job: Job) -> None:
    """Another job of its office, in a batch."""
    other = replace(job, id="serempak", key=None, number=None, document=None, batch=BATCH)
    with house.database.transaction() as connection:
        house.jobs.add(connection, other)


def _signed(house: House, role: Role) -> Any:
    browser = browser_of(house, f"{role}:Kantor Ketiga", login="ketiga")
    return browser.client, browser.key


def _ask(browser: Browser, method: str, path: str, values: dict[str, str]) -> int:
    where = address(path, values)
    answer = browser.get(where) if method == "GET" else browser.send(where)
    return answer.status_code
