"""Around every request: one shape of errors, a name, limits, headers, a line in the log."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import update
from starlette.testclient import TestClient

from archive.errors import DatabaseUnavailable, FileAltered
from service.app import House
from service.door.log import JsonLine
from service.serve import make_app
from tests.service.serving import asker, client_of
from tests.service.web.test_keeping import asked
from workers.job_table import JOBS
from workers.log import Line, about


@pytest.fixture
def client(house: House) -> TestClient:
    return client_of(house)


def failing(house: House, error: Exception) -> TestClient:
    """An application in which one address fails."""
    app = make_app(house)

    @app.get("/gagal")
    def fail() -> None:
        raise error

    return TestClient(app, raise_server_exceptions=False)


def settings(house: House, **changes: object) -> House:
    return replace(house, settings=house.settings.model_copy(update=changes))


@pytest.mark.parametrize(
    ("method", "path", "status", "code"),
    [
        ("GET", "/tidak-ada", 404, "path-unknown"),
        ("GET", "/api/v1/tidak-ada", 404, "path-unknown"),
        ("DELETE", "/healthz", 405, "method-unknown"),
        ("GET", "/metrics", 401, "not-signed-in"),
    ],
)
def test_all_errors_have_one_shape(
    client: TestClient, method: str, path: str, status: int, code: str
):
    """Problem details with Indonesian words, a code and the request's name."""
    answer = client.request(method, path)

    problem = answer.json()
    assert answer.status_code == problem["status"] == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert problem["code"] == code
    assert problem["type"] == f"http://localhost:8000/masalah/{code}"
    assert problem["detail"].endswith(".")
    assert problem["instance"] == f"urn:lontar:{answer.headers['x-request-id']}"


def test_a_refused_method_tells_those_that_are_taken(client: TestClient):
    """RFC 9110 §15.5.6."""
    assert client.delete("/healthz").headers["allow"] == "GET"


@pytest.mark.parametrize(
    "error",
    [
        RuntimeError("NIP 198501012010011001 tertulis di sini"),
        FileAltered("/srv/rahasia/arsip", "a", "b"),
        OSError(13, "Permission denied", "/srv/rahasia"),
        DatabaseUnavailable("host=10.0.0.7 password authentication failed"),
    ],
)
def test_faults_of_ours_tell_nothing_of_the_inside(
    house: House, error: Exception, caplog: pytest.LogCaptureFixture
):
    """Neither answer nor log show what the error's own words may hold; the name leads to it."""
    caplog.set_level(logging.INFO, logger="service.door")
    answer = failing(house, error).get("/gagal")

    line = json.loads(JsonLine().format(caplog.records[-1]))
    told = answer.text + json.dumps(line)
    assert answer.status_code >= 500
    assert not any(each in told for each in ("1985", "rahasia", "10.0.0.7", "password"))
    assert line["request"] == answer.headers["x-request-id"]
    assert line["error"] == type(error).__qualname__


def test_a_name_given_by_a_proxy_is_kept_unless_it_could_forge_the_log(client: TestClient):
    """Letters and digits are taken over, anything else gets a name of ours."""
    kept = client.get("/healthz", headers={"x-request-id": "abc-123-def"})
    fresh = client.get("/healthz", headers={"x-request-id": 'x"},{"level":"ERROR'})

    assert kept.headers["x-request-id"] == "abc-123-def"
    assert len(fresh.headers["x-request-id"]) == 12


def test_every_answer_bears_the_headers_of_safety(client: TestClient):
    """No script from elsewhere, no guessing of types, no frames of strangers, nothing cached."""
    for path in ("/healthz", "/tidak-ada"):
        headers = client.get(path).headers
        policy = headers["content-security-policy"]

        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["cache-control"] == "no-store"
        assert "strict-transport-security" not in headers


def test_with_https_the_browser_is_told_to_stay_there(house: House):
    """HSTS, as soon as the installation has an address of its own."""
    client = client_of(settings(house, base_url="https://arsip.contoh.go.id"))

    assert "max-age" in client.get("/healthz").headers["strict-transport-security"]


def test_a_body_is_refused_by_what_its_header_says(house: House):
    """Before a byte of it is read."""
    client = client_of(settings(house, upload_megabytes=1))

    answer = client.post("/healthz", content=b"x", headers={"content-length": str(2**21)})

    assert answer.status_code == 413
    assert answer.json()["detail"] == "Kiriman melebihi batas 1 MB."


def test_the_log_names_the_person_and_the_route_but_no_secret(
    house: House, caplog: pytest.LogCaptureFixture
):
    """One line a request: who, what, how it ended, how long it took."""
    caplog.set_level(logging.INFO, logger="service.door")
    client = asker(house, "admin:*")
    client.get("/metrics?rahasia=1")

    line = json.loads(JsonLine().format(caplog.records[-1]))
    assert line["person"] == "siti"
    assert line["route"] == "/metrics"
    assert line["status"] == 200
    assert "rahasia" not in json.dumps(line)
    assert "lontar_" not in json.dumps(line)


def test_a_request_leads_to_its_job_and_a_job_to_the_lines_of_its_worker(
    house: House, caplog: pytest.LogCaptureFixture, sample: Callable[..., Any]
):
    """Web and worker are joined: the request names the job, the worker's lines bear it."""
    for name in ("service", "workers"):
        caplog.set_level(logging.INFO, logger=name)
    formatted: list[str] = []
    caplog.handler.setFormatter(JsonLine())
    caplog.handler.emit = lambda record: formatted.append(JsonLine().format(record))  # type: ignore[method-assign]
    client = asker(house, "penyusun:*")
    answer = client.post("/api/v1/kinds/perjanjian_kinerja/jobs", json=sample())
    assert answer.status_code == 202, answer.text

    lines = [json.loads(each) for each in formatted]
    asked = next(each for each in lines if each["message"] == "asked")
    assert asked["job"] in answer.headers["location"]
    assert asked["request"] == answer.headers["x-request-id"]
    assert {each.get("request") for each in lines if each["from"].startswith("service.door")} == {
        answer.headers["x-request-id"]
    }
    with about(asked["job"]):
        line = Line().format(logging.LogRecord("workers.tasks", 20, "", 1, "filed", (), None))
    assert f"job={asked['job']} workers.tasks: filed" in line


def test_when_the_engine_holds_jobs_up_it_is_told_but_requests_are_taken(
    house: House, client: TestClient, data_file: Callable[..., Path], sample: Callable[..., Any]
):
    """They are safe in the ledger until the engine lives again."""
    job = asked(house, data_file, sample)
    with house.database.transaction() as connection:
        stuck = update(JOBS).where(JOBS.c.id == job.id)
        connection.execute(stuck.values(error_code="EngineDied", error="Mesin berhenti."))

    answer = client.get("/readyz")

    parts = {each["name"]: each for each in answer.json()["parts"]}
    assert answer.status_code == 200
    assert not parts["mesin tata letak"]["good"]
    assert "1 pekerjaan tertahan" in parts["mesin tata letak"]["told"]


def test_waiting_and_converting_are_told_apart(
    house: House, data_file: Callable[..., Path], sample: Callable[..., Any]
):
    """A full queue looks otherwise than a slow engine."""
    job, now = asked(house, data_file, sample), house.clock()
    times = {
        "asked_at": now - timedelta(seconds=90),
        "finished_at": now,
        "state": "filed",
        "seconds": 30.0,
        "checkpoints": json.dumps({"convert": {"seconds": 12.5}}),
    }
    with house.database.transaction() as connection:
        connection.execute(update(JOBS).where(JOBS.c.id == job.id).values(times))

    text = asker(house, "admin:*").get("/metrics").text

    assert 'lontar_job_queue_wait_seconds{quantile="0.5"} 60.0' in text
    assert 'lontar_job_work_seconds{quantile="0.5"} 30.0' in text
    assert 'lontar_job_conversion_seconds{quantile="0.5"} 12.5' in text


def test_figures_count_requests_by_route(house: House):
    """Addresses that nobody knows are counted as one, so that no stranger can fill the memory."""
    client = asker(house, "admin:*")
    for path in ("/a", "/b", "/healthz"):
        client.get(path)

    text = client.get("/metrics").text

    assert 'lontar_requests_total{method="GET",route="-",status="404"} 2.0' in text
    assert 'lontar_requests_total{method="GET",route="/healthz",status="200"} 1.0' in text
    assert 'lontar_jobs{state="asked"} 0.0' in text
    assert "lontar_job_queue_wait_seconds" in text
    assert "lontar_job_conversion_seconds" in text


def test_figures_name_routes_whole(house: House):
    """With the prefix of the API, and with the names of what varies instead of its values."""
    client = asker(house, "admin:*")
    client.get("/api/v1/people/siti")
    client.get("/api/v1/people/siti%2f..")

    text = client.get("/metrics").text

    assert 'route="/api/v1/people/{person}",status="200"} 1.0' in text
    assert "siti" not in text


def test_figures_are_for_those_who_may_see_them(house: House):
    """An auditor reads documents, not the installation's figures."""
    assert asker(house, "auditor:*").get("/metrics").status_code == 403


def test_it_is_ready_when_all_parts_are(client: TestClient):
    """Each part is told with a sentence."""
    answer = client.get("/readyz")

    assert answer.status_code == 200
    parts = {each["name"]: each for each in answer.json()["parts"]}
    assert set(parts) == {"basis data", "arsip", "antrean", "pekerja", "mesin tata letak"}
    assert all(each["good"] for each in parts.values())


def test_without_its_archive_it_is_not_ready(house: House, client: TestClient):
    """A storage that went away is told, and requests are sent elsewhere."""
    house.settings.ocfl_root.rename(house.settings.ocfl_root.with_name("elsewhere"))

    answer = client.get("/readyz")

    assert answer.status_code == 503
    assert client.get("/healthz").status_code == 200


def test_a_dead_worker_is_told_but_pages_are_served(house: House):
    """Requests are safe in the ledger meanwhile."""
    client = client_of(house, worker=lambda: "Pekerja bawaan belum berjalan.")

    answer = client.get("/readyz")

    parts = {each["name"]: each for each in answer.json()["parts"]}
    assert answer.status_code == 200
    assert not parts["pekerja"]["good"]


def test_companions_live_as_long_as_the_application(house: House):
    """Started before the first request, stopped after the last, in the opposite order."""
    told: list[str] = []

    class Companion:
        def __init__(self, name: str) -> None:
            self.name = name

        def start(self) -> None:
            told.append(f"+{self.name}")

        def stop(self) -> None:
            told.append(f"-{self.name}")

    with client_of(house, companions=(Companion("a"), Companion("b"))) as client:
        client.get("/healthz")

    assert told == ["+a", "+b", "-b", "-a"]
