"""Every route, asked by every role, of the office concerned and of another one.

What is expected follows from the table of permissions and from the route's own Act; only the few
routes that concern the whole installation, or take an office in their body, are named here.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute
from starlette.testclient import TestClient

from doc_templates.registry import kinds
from service.accounts.acts import Act, Role
from service.accounts.permissions import TABLE
from service.actions.bring_form import bring_form
from service.actions.manage_hooks import add_hook
from service.actions.request_batch import Wish, request_batch
from service.api import PREFIX, ROUTERS
from service.app import House, open_house
from service.door import health
from service.door.caller import stranger
from service.reading import parse_data
from service.serve import make_app
from tests.service.conftest import Letterbox
from tests.service.filing import filed
from tests.service.serving import person_as, token_of
from workers.office_form import OfficeForm

KIND, SAMPLE = "perjanjian_kinerja", "camat"
OTHER = "Kantor lain"
OPEN = {"/healthz", "/readyz"}
INSTALLATION = {"/metrics", "/api/v1/trail"}
"""And everything below /people: only roles that count everywhere reach these."""
BY_BODY = {f"/api/v1/kinds/{{kind}}/{name}" for name in ("jobs", "previews")}
BODIES = {
    "standing": '{"state": "withdrawn", "since": "2026-01-02", "reason": "Uji."}',
    "keeping": '{"vital": true}',
}
"""Last word of a path → what is sent there; elsewhere the data of a document."""
NOT_MADE = {
    "/api/v1/jobs/{job}/preview",
    "/api/v1/templates/{template}/previews/{job}",
    "/api/v1/templates/{template}/previews/{job}/file",
}
"""Absent also for those who may see it, since no worker has been here."""


def routes() -> list[tuple[str, str, APIRoute]]:
    found = [
        (method, ("" if router is health.router else PREFIX) + route.path, route)
        for router in (health.router, *ROUTERS)
        for route in router.routes
        if isinstance(route, APIRoute)
        for method in sorted(route.methods)
    ]
    assert len(found) > 30
    return found


def calls(dependant: Dependant) -> Iterator[Any]:
    for each in dependant.dependencies:
        yield each.call
        yield from calls(each)


def act_of(route: APIRoute) -> Act | None:
    acts = {vars(call)["act"] for call in calls(route.dependant) if "act" in vars(call)}
    assert len(acts) <= 1
    return next(iter(acts), None)


@dataclass(frozen=True)
class World:
    """An installation in which one office has a document, a job and a batch."""

    client: TestClient
    house: House
    office: str
    names: dict[str, str]
    tokens: dict[str, str]

    def ask(self, method: str, path: str, token: str | None) -> int:
        names = dict(self.names)
        if path.endswith("/samples/{name}"):
            names["name"] = SAMPLE
        if "{webhook}" in path:
            # Afresh, for one of the questions takes it away.
            url = "https://program.example.id/"
            names["webhook"] = add_hook(url, office=self.office, house=self.house).id
        for name, value in names.items():
            path = path.replace(f"{{{name}}}", value)
        assert "{" not in path
        headers = {"authorization": f"Bearer {token}"} if token else {}
        if path.endswith("/signed"):
            files = {"file": b"%PDF-1.7"}
            return self.client.post(path, headers=headers, files=files).status_code
        if (method, path) == ("POST", "/api/v1/templates"):
            told = {"kind": KIND, "office": self.office, "reason": "Kop baru"}
            form = {"file": b"%PDF-1.7"}
            answer = self.client.post(path, headers=headers, data=told, files=form)
            return answer.status_code
        body = BODIES.get(path.rpartition("/")[2], self.names["body"])
        content = None if method in {"GET", "DELETE"} else body
        if method in {"POST", "PATCH", "PUT"}:
            headers["content-type"] = "application/json"
        return self.client.request(method, path, headers=headers, content=content).status_code


def brought_form(house: House, office: str) -> OfficeForm:
    """A form of the office that nobody published yet."""
    kind = house.kinds[KIND]
    content = kind.template.read_bytes()
    words = {"office": office, "file_name": "pk.docx", "reason": "Kop baru"}
    return bring_form(content, kind=kind, house=house, **words).form


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    folder: Path = tmp_path_factory.mktemp("matrix")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LONTAR_HOME", str(folder / "lontar"))
        patch.setenv("LONTAR_PUBLIC_PER_MINUTE", "100000")
        house = replace(open_house(), inbox=Letterbox())
    kind = kinds()[KIND]
    body = json.dumps(kind.sample(SAMPLE), ensure_ascii=False)
    data = parse_data("kiriman.json", body.encode())
    office = kind.describe(kind.model.model_validate(data.content)).office
    batch, [answer] = request_batch(
        [Wish(kind, data, "satu")], key="uji", ensure=lambda *_: None, house=house
    )
    assert answer.asked is not None
    names = {
        "body": body,
        "document": filed(house, folder / "in", office=office),
        "job": answer.asked.job.id,
        "batch": batch,
        "kind": KIND,
        "name": "document.pdf",
        "version": "1",
        "person": "penyusun-own",
        "template": brought_form(house, office).id,
        "token": "0" * 12,
    }
    tokens = {}
    for where, at in (("own", office), ("other", OTHER), ("all", "*")):
        for role in Role:
            person = person_as(house, f"{role}:{at}", login=f"{role}-{where}")
            tokens[f"{role}-{where}"] = token_of(person, house)
    # Streams let go at once, or a waiting job would be followed for an hour.
    app = make_app(house, stopping=lambda: True)
    client = TestClient(app, raise_server_exceptions=False)
    yield World(client, house, office, names, tokens)
    house.database.close()


@pytest.mark.parametrize(("method", "path", "route"), routes(), ids=str)
def test_every_route_has_one_act_or_is_open_on_purpose(method: str, path: str, route: APIRoute):
    """Nothing is open because somebody forgot to close it."""
    act = act_of(route)
    public = any(call is stranger for call in calls(route.dependant))

    assert act in TABLE or public or path in OPEN, f"{method} {path}"
    assert not (act and (public or path in OPEN))


@pytest.mark.parametrize("where", ["own", "other", "all"])
@pytest.mark.parametrize("role", Role)
def test_roles_reach_what_the_table_says_and_nothing_else(world: World, role: Role, where: str):
    """403 where the role does not reach, 404 where she may not know, else an answer."""
    wrong = []
    for method, path, route in routes():
        act = act_of(route)
        if act is None:
            continue
        status = world.ask(method, path, world.tokens[f"{role}-{where}"])
        wanted = expected(path, role in TABLE[act], where)
        if (method, path, where) == ("POST", "/api/v1/templates", "other"):
            wanted = 403
        good = status == wanted if wanted else status not in {401, 403, 404, 500}
        if path in NOT_MADE or "{token}" in path:
            good = status == (wanted or 404)
        if not good:
            wrong.append(f"{method} {path}: {status}, expected {wanted or 'an answer'}")

    assert wrong == []


def expected(path: str, in_table: bool, where: str) -> int | None:
    """The refusal that the table demands; None where there must be an answer."""
    of_all = path in INSTALLATION or "/people" in path
    if not in_table or (of_all and where != "all"):
        return 403
    if where != "other":
        return None
    if path in BY_BODY:
        return 403
    named = any(
        part in path for part in ("{document}", "{job}", "{batch}", "{webhook}", "{template}")
    )
    return 404 if named else None


def test_strangers_reach_only_what_is_open(world: World):
    """Without a session or token, and with one that is none of ours."""
    for method, path, route in routes():
        for token in (None, "lontar_palsu", "Bearer"):
            status = world.ask(method, path, token)
            if act_of(route) is None:
                assert status not in {401, 403}, path
            else:
                assert status in {401, 422} if "{" not in path else status == 401, f"{path}"


def test_the_world_is_as_before(world: World):
    """The auditors' and strangers' questions changed nothing of documents and numbers."""
    assert len(world.house.archive.find()) == 1
