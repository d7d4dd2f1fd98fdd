"""A thousand documents by one call, while people look on and the worker is killed half-way."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx2 as httpx
import psutil
import pytest

from archive.records import DocumentId
from doc_templates.registry import kind
from service.actions.sign_in import sign_in
from service.app import House, open_house
from service.settings import ServiceSettings
from tests.service.serving import WORDS, person_as, token_of
from workers.jobs import JobState

pytestmark = [pytest.mark.slow, pytest.mark.libreoffice, pytest.mark.timeout(1200)]

MANY = 1000
PAGES = ("/dokumen", "/pekerjaan", "/api/v1/documents?limit=50", "/api/v1/jobs?limit=50")
PROJECT = Path(__file__).parents[2]


@dataclass
class Server:
    """``lontar serve`` of a home, with the worker that it brings along."""

    process: subprocess.Popen[bytes]
    url: str
    asker: httpx.Client
    seconds: dict[str, list[float]] = field(default_factory=dict)
    """Page → how long each answer took."""

    def json(self, path: str) -> Any:
        answer = self.asker.get(path)
        assert answer.status_code == 200, answer.text
        return answer.json()

    def look(self) -> None:
        """Open every page once, as the people do who wait."""
        for path in PAGES:
            began = time.perf_counter()
            answer = self.asker.get(path)
            self.seconds.setdefault(path, []).append(time.perf_counter() - began)
            assert answer.status_code == 200, (path, answer.text)

    def workers(self) -> list[psutil.Process]:
        """The worker with all that is below it, the worker first."""
        kin = psutil.Process(self.process.pid).children(recursive=True)
        return [each for each in kin if "workers" in " ".join(each.cmdline())] or kin


@contextmanager
def serving(house: House, token: str, cookie: str) -> Iterator[Server]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    clean = {key: value for key, value in os.environ.items() if not key.startswith("LONTAR_")}
    command = [sys.executable, "-m", "service", "serve", "--port", str(port)]
    url = f"http://127.0.0.1:{port}"
    with (
        (house.settings.home / "serve.log").open("wb") as log,
        subprocess.Popen(
            command,
            cwd=PROJECT,
            env=clean | {"LONTAR_HOME": str(house.settings.home)},
            stderr=log,
        ) as process,
        httpx.Client(
            base_url=url,
            headers={"authorization": f"Bearer {token}", "accept": "*/*"},
            cookies={"lontar": cookie},
            timeout=120,
        ) as asker,
    ):
        server = Server(process, url, asker)
        try:
            _until(lambda: _answers(server))
            yield server
        finally:
            process.terminate()


def test_a_thousand_by_one_call(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    """The progress is right, pages answer, and all are filed once though the worker was killed."""
    house = open_house(ServiceSettings(home=tmp_path / "rumah"))
    form, data = kind("perjanjian_kinerja"), kind("perjanjian_kinerja").sample("eselon-iv")
    office = form.describe(form.model.model_validate(data)).office
    person = person_as(house, f"penyusun:{office}", password=WORDS)
    cookie = sign_in(person.login, WORDS, address="web:uji", house=house).secret
    body = {"documents": [{"kind": form.name, "data": data} for _ in range(MANY)]}

    with serving(house, token_of(person, house), cookie) as server:
        began = time.monotonic()
        answer = server.asker.post(
            "/api/v1/batches", json=body, headers={"idempotency-key": "seribu"}
        )
        asked = time.monotonic() - began
        assert answer.status_code == 202, answer.text
        told = answer.json()
        assert (told["accepted"], told["refused"]) == (MANY, 0)

        progress = _follow(server, told["batch"])
        took = time.monotonic() - began

        again = server.asker.post(
            "/api/v1/batches", json=body, headers={"idempotency-key": "seribu"}
        )
        assert again.json()["batch"] == told["batch"]

    assert progress == sorted(progress)
    assert len(set(progress)) > 20
    _each_is_filed_once(house)
    figures = [f"asked in {asked:.1f} s, filed in {took:.0f} s, {MANY / took:.1f} a second"]
    figures += [_figure(path, sorted(seconds)) for path, seconds in server.seconds.items()]
    with capsys.disabled():
        print("", *figures, sep="\n")  # noqa: T201 - measured, not judged
    house.database.close()


def _follow(server: Server, batch: str) -> list[int]:
    """Look until all are finished, killing the worker half-way; gives what was told each time."""
    progress, killed = [], False
    while not progress or progress[-1] < MANY:
        view = server.json(f"/api/v1/batches/{batch}")
        assert view["total"] == sum(view["states"].values()) == MANY
        assert view["finished"] == view["states"]["filed"]
        progress.append(view["finished"])
        if not killed and view["finished"] >= MANY // 2:
            killed = True
            for each in server.workers():
                with suppress(psutil.NoSuchProcess):
                    each.kill()
        server.look()
        time.sleep(0.25)
    return progress


def _figure(path: str, ordered: list[float]) -> str:
    median, late = ordered[len(ordered) // 2], ordered[int(len(ordered) * 0.95)]
    told = f"median {median * 1000:.0f} ms, p95 {late * 1000:.0f} ms"
    return f"{path}: {told} of {len(ordered)} answers meanwhile"


def _each_is_filed_once(house: House) -> None:
    jobs = house.jobs.list(limit=2 * MANY)
    assert len(jobs) == MANY
    assert {each.state for each in jobs} == {JobState.FILED}
    assert len({each.document for each in jobs}) == MANY
    for job in jobs:
        document = house.archive.document(DocumentId(job.document or ""))
        assert [version.key for version in document.versions] == [job.id]
        assert document.record.number == job.number
    entries = house.archive.register.entries()
    assert sorted(each.number.sequence or 0 for each in entries) == list(range(1, MANY + 1))
    assert {each.state.value for each in entries} == {"issued"}
    assert list(house.archive.fsck()) == []
    assert list(house.settings.work.iterdir()) == []


def _answers(server: Server) -> bool:
    with suppress(httpx.HTTPError):
        return server.asker.get("/readyz").status_code == 200
    return False


def _until(condition: Any, seconds: float = 30.0) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "not in time"
        time.sleep(0.1)
