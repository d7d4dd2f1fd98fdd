"""Too much, too slow, too deep, too odd: a real server, pressed on all sides, goes on answering."""

from __future__ import annotations

import json
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import replace

import pytest
import uvicorn

from service.app import House
from service.door.patience import MOST_CONNECTIONS, PatientProtocol
from service.serve import make_app, server_config
from tests.service.serving import WORDS, asker, client_of, person_as
from tests.service.web.browsing import browser_of, stranger_of
from tests.service.web.test_frame import door_key


@contextmanager
def served(house: House) -> Iterator[uvicorn.Server]:
    """The server as `lontar serve` sets it up, at a port of this computer."""
    server = uvicorn.Server(
        server_config(make_app(house), house.settings, host="127.0.0.1", port=0)
    )
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    deadline = time.monotonic() + 20
    while not server.started:
        assert time.monotonic() < deadline
        time.sleep(0.02)
    try:
        yield server
    finally:
        server.should_exit = True
        thread.join(20)


def port_of(server: uvicorn.Server) -> int:
    return int(server.servers[0].sockets[0].getsockname()[1])


def connected(port: int) -> socket.socket:
    opened = socket.create_connection(("127.0.0.1", port), timeout=10)
    opened.settimeout(10)
    return opened


def answer_of(port: int, sent: bytes) -> bytes:
    """What comes back until the other side closes."""
    with closing(connected(port)) as line:
        line.sendall(sent)
        told = b""
        try:
            while chunk := line.recv(65536):
                told += chunk
        except ConnectionResetError:
            pass
        return told


def asked(path: str, *headers: str, method: str = "GET") -> bytes:
    lines = [f"{method} {path} HTTP/1.1", "Host: uji", "Connection: close", *headers, "", ""]
    return "\r\n".join(lines).encode()


def status_of(answer: bytes) -> int:
    return int(answer.split(b" ", 2)[1]) if answer else 0


def test_a_pressed_server_goes_on_answering(house: House, monkeypatch: pytest.MonkeyPatch):
    """Trickled heads and bodies end in time, heads without end are refused, others are served."""
    monkeypatch.setattr(PatientProtocol, "head_seconds", 0.6)
    hurried = house.settings.model_copy(update={"upload_seconds": 0.6, "upload_megabytes": 1})
    with served(replace(house, settings=hurried)) as server, ExitStack() as lines:
        port = port_of(server)
        silent = [lines.enter_context(closing(connected(port))) for _ in range(60)]
        trickling = lines.enter_context(closing(connected(port)))
        begun = time.monotonic()
        trickling.sendall(b"GET /healthz HTTP/1.1\r\nHost: uji\r\n")
        slow_body = lines.enter_context(closing(connected(port)))
        form = "Content-Type: application/x-www-form-urlencoded"
        slow_body.sendall(asked("/periksa", "Content-Length: 1000", form, method="POST") + b"a")
        assert status_of(answer_of(port, asked("/healthz"))) == 200

        assert b"408" in slow_body.recv(65536).split(b"\r\n")[0]
        trickling.sendall(b"X-A: a\r\n")
        assert trickling.recv(100) == b""
        assert time.monotonic() - begun < 8
        assert all(each.recv(10) == b"" for each in silent)

        long = "X-Panjang: " + "a" * 200_000
        cookie = "Cookie: lontar=" + "b" * 60_000
        chunked = asked("/periksa", "Transfer-Encoding: chunked", form, method="POST") + b"".join(
            b"10000\r\n" + b"c" * 65536 + b"\r\n" for _ in range(20)
        )
        assert status_of(answer_of(port, asked("/healthz", long))) in {0, 400, 431}
        assert status_of(answer_of(port, asked("/dokumen", cookie))) in {303, 400, 401, 431}
        assert status_of(answer_of(port, chunked)) in {0, 413}
        for method in ("TRACE", "TRACK", "CONNECT", "DELETE", "X"):
            assert status_of(answer_of(port, asked("/masuk", method=method))) in {400, 405}, method
        for odd in (b"\x16\x03\x01\x02", b"GET / HTTP/9.9\r\n\r\n", b"\r\n" * 40, b"\0" * 400):
            assert status_of(answer_of(port, odd)) < 500, odd
        smuggled = asked("/healthz", "Content-Length: 5", "Transfer-Encoding: chunked")
        assert status_of(answer_of(port, smuggled)) in {0, 200, 400}
        assert status_of(answer_of(port, asked("/healthz"))) == 200


def test_what_is_under_way_is_finished_before_the_end(house: House):
    """Told to stop while a form is being sent, it takes the form and nobody new."""
    form = "Content-Type: application/x-www-form-urlencoded"
    with served(house) as server, closing(connected(port_of(server))) as line:
        port = port_of(server)
        line.sendall(asked("/periksa", "Content-Length: 6", form, method="POST") + b"a=")
        time.sleep(0.2)
        server.should_exit = True
        deadline = time.monotonic() + 10
        while server.servers[0].is_serving():
            assert time.monotonic() < deadline
            time.sleep(0.02)
        with pytest.raises(ConnectionRefusedError):
            connected(port)
        line.sendall(b"1234")

        assert status_of(line.recv(65536)) == 422


def test_the_server_takes_no_more_connections_than_it_can_serve(house: House):
    """The rest is told to come again."""
    config = server_config(make_app(house), house.settings, host="127.0.0.1", port=0)

    assert config.limit_concurrency == MOST_CONNECTIONS
    assert config.http is PatientProtocol


def test_data_that_are_too_deep_too_many_or_too_odd_get_a_sentence(house: House):
    """Never a fault of ours, whatever a program sends."""
    officer = asker(house, "penyusun:*", "admin:*")
    checks = "/api/v1/kinds/perjanjian_kinerja/checks"
    for body in (
        b"[" * 100_000,
        b'{"a":' * 50_000 + b"1" + b"}" * 50_000,
        json.dumps({"a": "\ud800"}).encode(),
        b'{"a": 1e999999}',
        b'{"a": ' + b"9" * 10_000 + b"}",
        b"\xff\xfe",
        b'{"a":1,"a":2}',
        b"",
    ):
        answer = officer.post(checks, content=body, headers={"content-type": "application/json"})
        assert 400 <= answer.status_code < 500, body[:40]
        assert answer.json()["detail"].endswith("."), body[:40]


def test_forms_with_too_many_fields_or_files_are_refused(house: House):
    """Before anything of them is looked at."""
    officer = browser_of(house, "penyusun:*", "admin:*")
    many = "&".join(f"f{each}=1" for each in range(50_002))
    as_form = {"content-type": "application/x-www-form-urlencoded"}
    fields = officer.client.post("/pengguna/tambah", content=many, headers=as_form)
    files = officer.client.post(
        "/periksa", files=[("berkas", (f"{each}.pdf", b"x")) for each in range(102)]
    )
    broken = officer.client.post(
        "/periksa", content=b"--x\r\n", headers={"content-type": "multipart/form-data; boundary=y"}
    )

    assert fields.status_code == 400
    assert files.status_code == 400
    assert broken.status_code in {400, 403, 422}


def test_a_session_that_someone_else_chose_is_not_taken_over(house: House):
    """Signing in gives a new secret; the one that was planted before stays nothing."""
    person_as(house, "auditor:*", password=WORDS)
    guest = stranger_of(house)
    planted = "a" * 43
    guest.client.cookies.set("lontar", planted)
    key = door_key(guest.get("/masuk").text)
    entered = guest.send("/masuk", key=key, nama_masuk="siti", kata_sandi=WORDS)

    assert planted not in str(entered.headers.get_list("set-cookie"))
    thief = stranger_of(house)
    thief.client.cookies.set("lontar", planted)
    assert thief.get("/").status_code == 303


def test_private_pages_are_kept_nowhere_and_framed_by_nobody(house: House):
    """Not by caches, not by histories, not by pages of others."""
    officer = browser_of(house, "admin:*", "auditor:*")
    for path in ("/", "/akun", "/akun/token", "/pengguna", "/jejak", "/kantor", "/webhook"):
        headers = officer.get(path).headers
        assert headers["cache-control"] == "no-store", path
        assert headers["x-frame-options"] == "SAMEORIGIN", path
        assert "frame-ancestors 'self'" in headers["content-security-policy"], path
        assert headers["referrer-policy"] == "same-origin", path


def test_cookies_are_for_our_pages_alone(house: House):
    """With https they bear the strictest name; none can be read by a program of a page."""
    settings = house.settings.model_copy(update={"base_url": "https://arsip.example"})
    person_as(house, "auditor:*", password=WORDS)
    guest = client_of(replace(house, settings=settings))
    guest.base_url = "https://arsip.example"
    key = door_key(guest.get("/masuk").text)
    told = {"formulir": key, "nama_masuk": "siti", "kata_sandi": WORDS}
    entered = guest.post("/masuk", data=told, follow_redirects=False)

    cookies = entered.headers.get_list("set-cookie")
    assert any(each.startswith("__Host-lontar=") for each in cookies)
    for each in cookies:
        assert {"HttpOnly", "Secure", "Path=/", "SameSite=lax"} <= set(each.split("; "))
        assert "Domain" not in each
