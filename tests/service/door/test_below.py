"""Below a path of a host that has others, and behind a proxy: nothing leads astray."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from archive.records import DocumentId
from service.accounts.acts import Role
from service.actions.sign_in import sign_in
from service.app import House
from service.serve import make_app, server_config
from tests.service.filing import filed
from tests.service.serving import WORDS, person_as
from tests.service.web.browsing import HTML

PATH = "/arsip/lontar"
LINKS = re.compile(r'\s(?:href|src|action|formaction|hx-[a-z-]+)="(/[^"]*)"')


@pytest.fixture
def below(house: House) -> House:
    settings = house.settings.model_copy(update={"base_url": f"https://kantor.example{PATH}/"})
    return replace(house, settings=settings)


def browser(house: House, **more: Any) -> TestClient:
    return TestClient(
        make_app(house),
        base_url="https://kantor.example",
        headers=HTML,
        follow_redirects=False,
        **more,
    )


@pytest.mark.parametrize("root_path", ["", PATH])
def test_a_person_signs_in_and_follows_every_link(below: House, tmp_path: Path, root_path: str):
    """Each address on a page lies below the path and leads to a page."""
    document = filed(below, tmp_path, office="Dinas Kominfo", title='Judul href="/x" href=/x')
    person_as(below, *(f"{role}:*" for role in Role), password=WORDS)
    guest = browser(below, root_path=root_path)

    turned = guest.get(f"{PATH}/dokumen?q=a")
    assert turned.headers["location"] == f"{PATH}/masuk?ke=%2Fdokumen%3Fq%3Da"
    door = guest.get(turned.headers["location"])
    key = re.search(r'name="formulir" value="(\w+)"', door.text)
    assert key
    fields = {"formulir": key[1], "nama_masuk": "siti", "kata_sandi": WORDS, "ke": "/dokumen?q=a"}
    entered = guest.post(f"{PATH}/masuk", data=fields)
    assert entered.headers["location"] == f"{PATH}/dokumen?q=a"
    cookie = next(
        each for each in entered.headers.get_list("set-cookie") if "__Secure-lontar=" in each
    )
    assert f"Path={PATH}" in cookie
    assert "Secure" in cookie
    assert "HttpOnly" in cookie

    home = guest.get(PATH)
    links = set(LINKS.findall(home.text)) | {f"{PATH}/dokumen/{document}"}
    assert len(links) > 10
    for link in sorted(links):
        assert link.startswith(f"{PATH}/") or link == PATH, link
        if not link.endswith("/keluar"):
            answer = guest.get(link)
            assert answer.status_code == 200, link
            if "text/html" in answer.headers["content-type"]:
                told = set(LINKS.findall(answer.text))
                assert all(each.startswith(f"{PATH}/") for each in told), link
    shown = guest.get(f"{PATH}/dokumen/{document}").text
    assert "Judul href=&#34;/x&#34; href=/x" in shown


def test_what_stands_outside_names_the_whole_address(below: House, tmp_path: Path):
    """QR codes, names of problems, the description of the API."""
    document = filed(below, tmp_path)
    code = below.archive.document(DocumentId(document)).record.code
    guest = browser(below)

    assert below.settings.verify_url(code or "") == f"https://kantor.example{PATH}/v/{code}"
    assert guest.get(f"{PATH}/v/{code}").status_code == 200
    described = guest.get(f"{PATH}/api/v1/openapi.json").json()
    assert described["servers"] == [{"url": PATH}]
    person_as(below, "auditor:*", password=WORDS)
    guest.cookies.set(
        "__Secure-lontar", sign_in("siti", WORDS, address="web:-", house=below).secret
    )
    version = guest.get(f"{PATH}/api/v1/documents/{document}/versions/1").json()
    assert version["files"][0]["href"].startswith(f"{PATH}/api/v1/documents/{document}/")
    problem = guest.get(f"{PATH}/api/v1/tidak-ada").json()
    assert problem["type"] == f"https://kantor.example{PATH}/masalah/path-unknown"
    assert guest.get("/healthz").status_code == 200
    assert guest.get(f"{PATH}ini/masuk").status_code == 404


def behind(house: House, *, proxies: str, came_from: str) -> TestClient:
    """The server as it is configured, reached from an address."""
    settings = house.settings.model_copy(update={"proxies": proxies})
    config = server_config(make_app(house), settings, host="127.0.0.1", port=0)
    config.load()
    return TestClient(config.loaded_app, client=(came_from, 40000), headers=HTML)


@pytest.mark.parametrize(
    ("proxies", "came_from", "forwarded", "believed"),
    [
        ("127.0.0.1", "127.0.0.1", "198.51.100.7", "198.51.100.7"),
        ("127.0.0.1", "203.0.113.9", "198.51.100.7", "203.0.113.9"),
        # What the asker wrote herself stands before what the proxy saw.
        ("127.0.0.1", "127.0.0.1", "198.51.100.7, 203.0.113.9", "203.0.113.9"),
        ("127.0.0.1,10.0.0.0/8", "10.1.2.3", "198.51.100.7, 10.9.9.9", "198.51.100.7"),
        ("127.0.0.1", "127.0.0.1", "bukan alamat", "bukan alamat"),
        ("127.0.0.1", "127.0.0.1", "", "127.0.0.1"),
    ],
)
def test_only_a_trusted_proxy_names_the_address_of_who_asks(
    house: House, proxies: str, came_from: str, forwarded: str, believed: str
):
    """The trail, the lock-out and the turnstile go by that address."""
    person_as(house, "auditor:*", password=WORDS)
    client = behind(house, proxies=proxies, came_from=came_from)
    if forwarded:
        client.headers["x-forwarded-for"] = forwarded
    key = re.search(r'name="formulir" value="(\w+)"', client.get("/masuk").text)
    assert key
    told = {"formulir": key[1], "nama_masuk": "siti", "kata_sandi": "salah sekali ini"}
    client.post("/masuk", data=told)

    assert house.archive.whole_trail(before=None, limit=1)[0].address == f"web:{believed}"
    for _ in range(7):
        client.post("/masuk", data=told)
    with pytest.raises(Exception, match="Terlalu banyak"):
        sign_in("siti", WORDS, address="web:-", house=house)


def test_strangers_cannot_get_round_the_turnstile_by_naming_other_addresses(house: House):
    """Without a proxy between, the header is only a claim."""
    slow = replace(house, settings=house.settings.model_copy(update={"public_per_minute": 3}))
    client = behind(slow, proxies="127.0.0.1", came_from="203.0.113.9")

    told = [
        client.get("/v/tidakada", headers={"x-forwarded-for": f"198.51.100.{each}"}).status_code
        for each in range(5)
    ]

    assert told == [404, 404, 404, 429, 429]
