"""Programs are told when jobs end: signed, once each, again and again until they answer."""

from __future__ import annotations

import hashlib
import hmac
import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from service.actions.manage_hooks import add_hook, find_hook, list_deliveries, remove_hook
from service.app import House, new_name
from service.hooks.address import ensure_address, target_of
from service.hooks.book import PAUSES
from service.hooks.courier import Courier
from service.hooks.errors import AddressUnusable, HookUnknown
from tests.service.serving import asker
from workers.job import Job, JobState, Recipe

OFFICE = "Kecamatan Jekulo"


@dataclass
class Clock:
    """A clock in the test's hands."""

    at: datetime = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.at


@dataclass
class Listener:
    """A program of an office, on a port of its own."""

    url: str = ""
    status: int = 204
    heard: list[tuple[dict[str, str], bytes]] = field(default_factory=list)


@pytest.fixture
def listener() -> Iterator[Listener]:
    told = Listener()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["content-length"]))
            told.heard.append(({k.lower(): v for k, v in self.headers.items()}, body))
            self.send_response(told.status)
            self.send_header("location", f"{told.url}/lain")
            self.send_header("content-length", "0")
            self.end_headers()

        def log_message(self, *_: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    told.url = f"http://127.0.0.1:{server.server_port}/lontar"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield told
    server.shutdown()
    server.server_close()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def timed(house: House, clock: Clock) -> House:
    return replace(house, clock=clock)


def ended(house: House, office: str = OFFICE, state: JobState = JobState.FILED) -> str:
    """A job that ended now."""
    job = Job(
        id=new_name(),
        recipe=Recipe.ISSUE,
        kind="sop",
        data='{"rahasia": "isi"}',
        data_digest="0" * 64,
        actor_name="uji",
        asked_at=house.clock(),
        finished_at=house.clock(),
        state=state,
        office=office,
    )
    with house.database.transaction() as connection:
        house.jobs.add(connection, job)
    return job.id


def test_a_program_is_told_once_and_can_check_by_whom(timed: House, listener: Listener):
    """What ended, signed with the moment; nothing of the document's data."""
    hook = add_hook(listener.url, office="kecamatan  JEKULO", house=timed)
    job = ended(timed)
    ended(timed, office="Kantor lain")
    courier = Courier(timed, local=True)

    courier.round()
    courier.round()

    [(headers, body)] = listener.heard
    told = json.loads(body)
    assert (told["event"], told["job"], told["office"]) == ("job.filed", job, OFFICE)
    assert b"rahasia" not in body
    moment, made = (each.partition("=")[2] for each in headers["lontar-signature"].split(","))
    wanted = hmac.new(hook.secret.encode(), f"{moment}.".encode() + body, hashlib.sha256)
    assert made == wanted.hexdigest()
    assert int(moment) == int(timed.clock().timestamp())
    [delivery] = list_deliveries(hook, house=timed)
    assert (delivery.status, delivery.error, delivery.due_at) == (204, None, None)
    assert headers["lontar-delivery"] == delivery.id


def test_a_webhook_of_all_offices_is_told_of_all(timed: House, listener: Listener):
    """Also of what was rejected or cancelled, but not of what ended before it was entered."""
    ended(timed)
    timed.clock.at += timedelta(seconds=1)
    add_hook(listener.url, office="*", house=timed)
    wanted = {
        ended(timed, office="Kantor lain", state=JobState.REJECTED),
        ended(timed, state=JobState.CANCELLED),
    }

    Courier(timed, local=True).round()

    assert {json.loads(body)["job"] for _, body in listener.heard} == wanted


@pytest.mark.parametrize("status", [500, 404, 302])
def test_what_fails_is_tried_again_later_and_later(
    timed: House, listener: Listener, clock: Clock, status: int
):
    """At growing distances, until it is given up; redirections are not followed."""
    hook = add_hook(listener.url, office=OFFICE, house=timed)
    ended(timed)
    courier, listener.status = Courier(timed, local=True), status

    courier.round()
    assert courier.round() == 0
    for pause in PAUSES:
        clock.at += timedelta(seconds=pause)
        assert courier.round() == 1
    clock.at += timedelta(days=1)
    assert courier.round() == 0

    assert len(listener.heard) == len(PAUSES) + 1
    [delivery] = list_deliveries(hook, house=timed)
    assert (delivery.due_at, delivery.attempts) == (None, len(PAUSES) + 1)
    assert delivery.error == f"Dijawab dengan status {status}."


def test_a_program_that_comes_back_is_told_then(timed: House, listener: Listener, clock: Clock):
    """One failure is no loss."""
    hook = add_hook(listener.url, office=OFFICE, house=timed)
    ended(timed)
    courier, listener.status = Courier(timed, local=True), 503
    courier.round()

    listener.status = 200
    clock.at += timedelta(seconds=PAUSES[0])
    courier.round()

    [delivery] = list_deliveries(hook, house=timed)
    assert (delivery.status, delivery.attempts, delivery.error) == (200, 2, None)


def test_nobody_listening_is_no_harm(timed: House):
    """The reason is noted, the courier goes on."""
    hook = add_hook("http://127.0.0.1:9/", office=OFFICE, house=timed)
    ended(timed)

    Courier(timed, local=True).round()

    [delivery] = list_deliveries(hook, house=timed)
    assert (delivery.status, delivery.attempts) == (None, 1)
    assert "Tidak ada jawaban" in (delivery.error or "")


def test_a_removed_webhook_is_told_nothing(timed: House, listener: Listener, clock: Clock):
    """Not even what was due already."""
    hook = add_hook(listener.url, office=OFFICE, house=timed)
    ended(timed)
    listener.status = 500
    courier = Courier(timed, local=True)
    courier.round()

    remove_hook(hook, house=timed)
    clock.at += timedelta(days=1)
    ended(timed)
    courier.round()

    assert len(listener.heard) == 1
    with pytest.raises(HookUnknown):
        find_hook(hook.id, house=timed)


def test_the_machine_itself_is_never_told(timed: House, listener: Listener):
    """A webhook is no way into what answers only to this machine."""
    hook = add_hook(listener.url, office=OFFICE, house=timed)
    ended(timed)

    Courier(timed).round()

    assert listener.heard == []
    [delivery] = list_deliveries(hook, house=timed)
    assert "mesin ini sendiri" in (delivery.error or "")


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "localhost",
        "[::1]",
        "0.0.0.0",  # noqa: S104 - an address to be refused
        "169.254.169.254",
        "[::ffff:127.0.0.1]",
        "2130706433",
    ],
)
def test_addresses_of_this_machine_are_seen_through(host: str):
    """However they are written."""
    with pytest.raises(AddressUnusable):
        target_of(f"http://{host}/")


def test_an_office_may_have_its_programs_in_its_own_network():
    """The connection goes to the number that was judged, under the name that was asked."""
    target = target_of("https://10.1.2.3:8443/a?b=1")

    assert (target.url, target.host) == ("https://10.1.2.3:8443/a?b=1", "10.1.2.3:8443")


@pytest.mark.parametrize(
    "url",
    [
        "",
        "ftp://a/",
        "//a/",
        "http://",
        "http://a:b@c/",
        "http://a:99999/",
        "http://a b/",
        "http://a/\r\nX: y",
        "http://é/",
        "http://[::1/",
        "http://a/" + "x" * 500,
    ],
)
def test_what_is_no_address_is_refused_at_once(url: str):
    """With a sentence that says why."""
    with pytest.raises(AddressUnusable, match=r"\.$"):
        ensure_address(url)


def test_webhooks_are_managed_by_the_admins_of_their_office(house: House):
    """The secret is told once; other offices' webhooks do not exist."""
    admin, other = asker(house, f"admin:{OFFICE}"), asker(house, "admin:Kantor lain", login="budi")
    wish = {"url": "https://program.example.id/lontar", "office": OFFICE}

    made = admin.post("/api/v1/webhooks", json=wish)

    path = f"/api/v1/webhooks/{made.json()['id']}"
    assert made.status_code == 201
    assert made.json()["secret"] not in admin.get("/api/v1/webhooks").text
    assert admin.get(f"{path}/deliveries").json() == []
    assert other.get("/api/v1/webhooks").json() == []
    assert other.get(f"{path}/deliveries").status_code == other.delete(path).status_code == 404
    assert other.post("/api/v1/webhooks", json=wish).status_code == 403
    assert admin.post("/api/v1/webhooks", json={**wish, "office": "*"}).status_code == 403
    assert admin.delete(path).status_code == 204
    assert admin.get("/api/v1/webhooks").json() == []
