"""The API's asking side: checks, single requests, batches, progress, taking back, asking again."""

from __future__ import annotations

import json
import time
from typing import Any

import pytest
from sqlalchemy import update

from archive.book import NumberState
from service.app import House
from service.door import stream
from tests.service.conftest import Letterbox
from tests.service.serving import asker, client_of, signed_in, token_of, with_form
from workers.job_table import JOBS
from workers.jobs import JobState

ASK = "/api/v1/kinds/perjanjian_kinerja/jobs"
CHECK = "/api/v1/kinds/perjanjian_kinerja/checks"


@pytest.fixture
def office(house: House, sample) -> str:
    """The office of the sample, as it prints it."""
    kind = house.kinds["perjanjian_kinerja"]
    return kind.describe(kind.model.model_validate(sample())).office


@pytest.fixture
def officer(house: House, office: str):
    return asker(house, f"penyusun:{office}")


def finish(house: House, job: str, state: JobState, **values: Any) -> None:
    """What a worker would write down at the end."""
    with house.database.transaction() as connection:
        connection.execute(
            update(JOBS)
            .where(JOBS.c.id == job)
            .values(state=state.value, finished_at=house.clock(), **values)
        )


def test_data_are_checked_as_the_command_does(officer, sample):
    """Findings with their places, proposals and figures; nothing is written."""
    told = officer.post(CHECK, json=sample()).json()

    assert set(told) == {"blocked", "findings", "proposals", "figures"}
    assert all(each["pointer"].startswith("/") or not each["pointer"] for each in told["findings"])
    assert officer.get("/api/v1/jobs").json()["jobs"] == []


def test_every_fault_is_told_with_its_pointer_and_line(officer, sample):
    """All at once, as RFC 9457 wants it."""
    content = json.dumps(sample(tahun="x", asing=1), indent=1)

    answer = officer.post(CHECK, content=content, headers={"content-type": "application/json"})

    assert answer.status_code == 422
    places = {each["pointer"]: each for each in answer.json()["errors"]}
    assert {"/tahun", "/asing"} <= set(places)
    assert places["/asing"]["line"] == content.count("\n")


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b'{"a": 1, "a": 2}', "data-syntax"),
        (b'{"a": NaN}', "data-syntax"),
        (b"[" * 5000, "data-syntax"),
        (b"\xff\xfe", "data-not-text"),
        (b"", "data-syntax"),
        (b"[]", "data-invalid"),
    ],
)
def test_bodies_that_no_program_reads_alike_are_refused(officer, content: bytes, code: str):
    """Keys given twice, NaN, towers of brackets, other encodings."""
    answer = officer.post(CHECK, content=content, headers={"content-type": "application/json"})

    assert (answer.status_code, answer.json()["code"]) == (422, code)


def test_a_request_is_numbered_and_in_the_ledger(
    officer, sample, house: House, letterbox: Letterbox, office: str
):
    """In the name of the person who asked, for the office of the document."""
    answer = officer.post(ASK, json=sample())

    told = answer.json()["job"]
    job = house.jobs.get(told["id"])
    assert answer.status_code == 202
    assert answer.headers["location"] == f"/api/v1/jobs/{job.id}"
    assert (told["state"], told["number"], told["office"]) == ("asked", job.number, office)
    assert (job.actor_name, job.actor_address) == ("Staf Uji (siti)", "web:testclient")
    assert letterbox.taken == [job.id]


def test_a_key_makes_asking_safe_to_repeat(officer, sample, house: House, office: str):
    """The same person, key and data: the same job; other data are refused; keys are one's own."""
    key = {"idempotency-key": "pk-2026"}
    first = officer.post(ASK, json=sample(), headers=key)
    again = officer.post(ASK, json=sample(), headers=key)
    other = officer.post(ASK, json=sample(tanggal="3 Januari 2023"), headers=key)
    colleague = asker(house, f"penyusun:{office}", login="budi").post(
        ASK, json=sample(), headers=key
    )

    assert (first.status_code, again.status_code) == (202, 200)
    assert again.json()["job"]["id"] == first.json()["job"]["id"]
    assert again.json()["repeated"]
    assert other.status_code in {409, 422}
    assert colleague.status_code in {202, 409}
    assert colleague.json().get("job", {}).get("id") != first.json()["job"]["id"]
    assert officer.post(ASK, json=sample(), headers={"idempotency-key": " "}).status_code == 400


def test_nobody_asks_for_another_office(house: House, sample):
    """Neither a document nor a KONSEP in its name."""
    stranger = asker(house, "penyusun:Kantor lain", "pemeriksa:Kantor lain")

    for path in (ASK, ASK.replace("jobs", "previews")):
        assert stranger.post(path, json=sample()).json()["code"] == "not-allowed"
    assert house.jobs.list() == []
    assert house.archive.register.entries() == []


def test_blocked_data_are_refused_with_their_findings(officer, sample, house: House):
    """Each finding with its place; no number is given."""
    empty = sample(program=[], sasaran=[])

    answer = officer.post(ASK, json=empty)

    assert answer.status_code == 422
    assert answer.json()["errors"]
    assert house.archive.register.entries() == []


def test_a_waiting_job_is_taken_back_and_its_number_void(officer, sample, house: House):
    """Once; what a worker holds or what has ended is not."""
    job = officer.post(ASK, json=sample()).json()["job"]["id"]

    cancelled = officer.post(f"/api/v1/jobs/{job}/cancellation")
    again = officer.post(f"/api/v1/jobs/{job}/cancellation")

    assert cancelled.json()["state"] == "cancelled"
    assert (again.status_code, again.json()["code"]) == (409, "not-cancellable")
    [entry] = house.archive.register.entries()
    assert entry.state is NumberState.VOID
    assert job in (entry.reason or "")


def test_a_rejected_job_is_asked_again(officer, sample, house: House):
    """Under the same number, by whoever steers jobs of that office."""
    job = officer.post(ASK, json=sample()).json()["job"]
    assert officer.post(f"/api/v1/jobs/{job['id']}/retry").status_code == 409
    finish(house, job["id"], JobState.REJECTED)

    again = officer.post(f"/api/v1/jobs/{job['id']}/retry").json()

    assert (again["state"], again["number"]) == ("asked", job["number"])


def test_jobs_of_other_offices_do_not_exist(officer, sample, house: House):
    """Neither to be seen nor to be steered."""
    job = officer.post(ASK, json=sample()).json()["job"]["id"]
    stranger = asker(house, "penyusun:Kantor lain", login="budi")

    assert stranger.get("/api/v1/jobs").json()["jobs"] == []
    for method, path in (
        ("GET", ""),
        ("GET", "/events"),
        ("POST", "/cancellation"),
        ("POST", "/retry"),
    ):
        assert stranger.request(method, f"/api/v1/jobs/{job}{path}").status_code == 404


def events(text: str) -> list[tuple[str, Any]]:
    told = [each.split("\n") for each in text.strip().split("\n\n")]
    return [
        (lines[0].removeprefix("event: "), json.loads(lines[1].removeprefix("data: ")))
        for lines in told
        if lines[0].startswith("event")
    ]


def test_progress_is_told_until_the_end(officer, sample, house: House):
    """The state at once, each change, and an end."""
    job = officer.post(ASK, json=sample()).json()["job"]["id"]
    finish(house, job, JobState.FILED, version=1, pages=2)

    answer = officer.get(f"/api/v1/jobs/{job}/events")

    assert answer.headers["content-type"].startswith("text/event-stream")
    told = events(answer.text)
    assert told[-1][0] == "end"
    assert told[-1][1]["state"] == "filed"


def test_streams_let_go_when_the_server_stops(house: House, sample, office: str):
    """Nobody waits for a job when the server is about to end."""
    asking = asker(house, f"penyusun:{office}")
    job = asking.post(ASK, json=sample()).json()["job"]["id"]
    client = client_of(house, stopping=lambda: True)
    client.headers["authorization"] = asking.headers["authorization"]

    assert [name for name, _ in events(client.get(f"/api/v1/jobs/{job}/events").text)] == ["state"]


def wishes(sample, count: int) -> dict[str, Any]:
    return {
        "documents": [
            {"kind": "perjanjian_kinerja", "key": f"pk-{number}", "data": sample()}
            for number in range(count)
        ]
    }


def test_a_batch_answers_for_each_document(officer, sample, house: House):
    """One refused holds up no other; its fault has its place in what was sent."""
    content = wishes(sample, 3)
    content["documents"][1]["data"]["asing"] = 1

    answer = officer.post("/api/v1/batches", json=content)

    told = answer.json()
    assert (answer.status_code, told["accepted"], told["refused"]) == (202, 2, 1)
    assert told["documents"][1]["problem"]["errors"][0]["pointer"] == "/asing"
    progress = officer.get(f"/api/v1/batches/{told['batch']}").json()
    assert (progress["total"], progress["finished"]) == (2, 0)
    assert len({each.number for each in house.jobs.list()}) == 2


def test_a_batch_asked_twice_is_the_same_batch(officer, sample, house: House):
    """After a broken line the whole call is simply sent again."""
    key = {"idempotency-key": "impor-januari"}
    first = officer.post("/api/v1/batches", json=wishes(sample, 2), headers=key).json()
    again = officer.post("/api/v1/batches", json=wishes(sample, 3), headers=key).json()

    assert again["batch"] == first["batch"]
    assert [each["asked"]["repeated"] for each in again["documents"]] == [True, True, False]
    assert len(house.jobs.list()) == 3


def test_progress_of_a_batch_ends_with_its_last_job(officer, sample, house: House, monkeypatch):
    """Figures by state, until nothing is left to do."""
    monkeypatch.setattr(stream, "PAUSE", 0.01)
    batch = officer.post("/api/v1/batches", json=wishes(sample, 2)).json()["batch"]
    for job in house.jobs.list():
        finish(house, job.id, JobState.FILED)

    told = events(officer.get(f"/api/v1/batches/{batch}/events").text)

    assert told[-1] == ("end", told[0][1])
    assert told[-1][1]["states"]["filed"] == told[-1][1]["finished"] == 2


@pytest.mark.parametrize(
    "content",
    [
        {},
        [],
        {"documents": []},
        {"documents": [1]},
        {"documents": [{"kind": "sop"}]},
        {"documents": [{"kind": 1, "data": {}}]},
        {"documents": [{"kind": "sop", "data": {}, "key": ""}]},
        {"documents": [{"kind": "sop", "data": {}, "key": "a b"}]},
        {"documents": [{"kind": "sop", "data": {}, "key": "a"}] * 2},
        {"documents": [{"kind": "sop", "data": {}}], "lain": 1},
    ],
)
def test_the_frame_of_a_batch_is_checked_first(officer, content: Any, house: House):
    """Nothing is asked before the whole frame is right."""
    answer = officer.post("/api/v1/batches", json=content)

    assert (answer.status_code, answer.json()["code"]) == (422, "request-invalid")
    assert house.jobs.list() == []


def test_a_batch_of_other_offices_does_not_exist(officer, sample, house: House):
    """Its name is no secret, its figures are."""
    batch = officer.post("/api/v1/batches", json=wishes(sample, 1)).json()["batch"]
    stranger = asker(house, "penyusun:Kantor lain", login="budi")

    assert stranger.get(f"/api/v1/batches/{batch}").status_code == 404
    assert stranger.get(f"/api/v1/batches/{batch}/events").status_code == 404


def test_a_session_must_show_its_form(house: House, sample, office: str):
    """A page of somebody else cannot make the browser ask for a document."""
    client, key = signed_in(house, f"penyusun:{office}")

    assert client.get("/api/v1/jobs").status_code == 200
    assert client.post(ASK, json=sample()).json()["code"] == "form-forged"
    assert client.post(ASK, json=sample(), headers=with_form("x" * 64)).status_code == 403
    assert client.post(ASK, json=sample(), headers=with_form(key)).status_code == 202


def test_a_token_does_only_what_it_was_made_for(house: House, sample, office: str):
    """Its person could do more."""
    client = asker(house, f"penyusun:{office}")
    from service.actions.manage_people import find_person  # noqa: PLC0415 - used here only

    token = token_of(find_person("siti", house=house), house, "periksa-data")
    client.headers["authorization"] = f"Bearer {token}"

    assert client.post(CHECK, json=sample()).status_code == 200
    assert client.post(ASK, json=sample()).status_code == 403
    client.headers["authorization"] = "Bearer lontar_palsu"
    assert client.post(CHECK, json=sample()).status_code == 401


def test_a_konsep_is_for_its_office_and_lies_where_the_worker_left_it(
    house: House, sample, office: str
):
    """Only when it is printed, and no longer than it is kept."""
    client = asker(house, f"penyusun:{office}")
    job = client.post(ASK.replace("jobs", "previews"), json=sample()).json()["job"]["id"]
    path = f"/api/v1/jobs/{job}/preview"
    assert client.get(path).status_code == 404

    folder = house.settings.work / job
    folder.mkdir(parents=True)
    (folder / "document.pdf").write_bytes(b"%PDF-1.7 konsep")
    finish(house, job, JobState.PRINTED)

    assert client.get(path).content == b"%PDF-1.7 konsep"
    assert asker(house, "penyusun:Kantor lain", login="budi").get(path).status_code == 404


def test_many_are_asked_in_bearable_time(officer, sample):
    """Fifty documents by one call, answered within ten seconds on the slowest machine."""
    begun = time.monotonic()
    told = officer.post("/api/v1/batches", json=wishes(sample, 50)).json()

    assert told["accepted"] == 50
    assert time.monotonic() - begun < 10
