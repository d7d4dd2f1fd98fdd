"""The worker process: the same jobs through either queue and either database, and a calm end."""

from __future__ import annotations

from contextlib import ExitStack, closing

import pytest

from tests.postgres import fresh_database, postgres_server
from tests.redis_server import _one_redis, free_port, redis_server
from tests.workers.asking import ANNA, BOOK, Office, a_job, ask, konsep
from tests.workers.processes import drain, running, wait_for
from workers.inbox import open_inbox
from workers.jobs import JobState
from workers.settings import WorkerSettings

__all__ = ["_one_redis", "postgres_server", "redis_server"]

pytestmark = pytest.mark.libreoffice


@pytest.fixture(
    params=[
        "folder",
        pytest.param("redis", marks=pytest.mark.broker),
        pytest.param("postgresql", marks=pytest.mark.postgres),
    ]
)
def office(request, tmp_path):
    """An installation of each sort in turn."""
    with ExitStack() as stack:
        known = {}
        if request.param == "redis":
            known["broker_url"] = request.getfixturevalue("redis_server").url
        if request.param == "postgresql":
            server = request.getfixturevalue("postgres_server")
            known["database_url"] = stack.enter_context(fresh_database(server))
        office = Office.at(tmp_path / "home", **known)
        yield office
        office.database.close()


@pytest.fixture
def alone(tmp_path):
    """An installation without any server."""
    office = Office.at(tmp_path / "home")
    yield office
    office.database.close()


def put(office, ids):
    with closing(open_inbox(office.settings)) as inbox:
        for job_id in ids:
            inbox.put(job_id)


@pytest.mark.parametrize("concurrency", ["1", "2"])
def test_a_drained_worker_leaves_nothing_undone(office, concurrency):
    """Issues are filed under numbers without gap, a KONSEP is printed, the exit status is 0."""
    ids = office.request(3)
    ask(office.database, konsep("draft"))
    put(office, [*ids, "draft"])

    status = drain(office, "--concurrency", concurrency)

    assert status == 0
    assert office.states(ids) == {"filed"}
    assert office.states(["draft"]) == {"printed"}
    assert (office.settings.work / "draft" / "document.pdf").is_file()
    assert office.archive.register.gaps(BOOK, 2026) == []
    assert list(office.archive.fsck()) == []


def test_jobs_that_nobody_was_told_of_are_found(office):
    """The broker was down when they were asked; the ledger was not."""
    ids = office.request(2)

    status = drain(office, "--concurrency", "1")

    assert status == 0
    assert office.states(ids) == {"filed"}


def test_draining_for_some_jobs_does_not_wait_for_others(alone):
    """Whoever waits for one document is not kept by a job that waits for its next attempt."""
    jobs = ask(alone.database, konsep("mine"), a_job("stuck", data=[]))
    alone.jobs.claim("stuck", owner=ANNA, now=jobs.get("stuck").asked_at, lease_seconds=1e9)

    status = drain(alone, "--concurrency", "1", "--jobs", "mine")

    assert status == 0
    assert alone.states(["mine"]) == {"printed"}
    assert alone.states(["stuck"]) == {"making"}


def test_without_work_draining_ends_at_once(alone):
    """Nothing to do is no reason to start anything."""
    assert drain(alone, seconds=20) == 0


def test_an_installation_without_tables_is_told(tmp_path):
    """The worker says what is missing and ends with a status of its own."""
    home = tmp_path / "empty"
    office = Office.at(home)
    office.database.close()
    for path in home.glob("db.sqlite3*"):
        path.unlink()

    with running(office, "--drain") as worker:
        assert worker.process.wait(timeout=20) == 3
        assert "Traceback" not in worker.log.read_text()


def test_a_worker_asked_to_stop_finishes_what_it_holds(alone):
    """SIGTERM leaves no job in the making and loses none; the next worker does the rest."""
    ids = alone.request(12)
    put(alone, ids)
    with running(alone, "--concurrency", "2") as worker:
        assert wait_for(lambda: alone.jobs.list(states=[JobState.FILED]))
        status = worker.ask_to_stop()

    left = alone.jobs.unfinished()
    assert status == 0
    assert alone.jobs.list(states=[JobState.MAKING]) == []
    assert left > 0
    assert drain(alone, "--concurrency", "2") == 0
    assert alone.states(ids) == {"filed"}


def test_poison_is_rejected_while_the_worker_lives(alone):
    """Between two bad jobs a good one is made, by the same process."""
    ask(alone.database, a_job("bad", data=[]), konsep("good"), a_job("gone", kind="tidak_ada"))
    with running(alone, "--concurrency", "1") as worker:
        assert wait_for(lambda: alone.jobs.unfinished() == 0)
        assert worker.process.poll() is None

    assert alone.states(["bad", "gone"]) == {"rejected"}
    assert alone.states(["good"]) == {"printed"}


def test_the_log_tells_jobs_and_no_data(alone):
    """Every line about a job names it; no name from the document stands in any."""
    (job_id,) = alone.request(1)

    drain(alone, "--concurrency", "1")

    log = (alone.settings.home / "worker.log").read_text()
    assert f"job={job_id} workers.tasks: filed as" in log
    assert "KUDUS" not in log.upper()


def test_a_worker_waits_for_a_broker_that_is_not_there_yet(tmp_path):
    """A broker that starts after the worker is found; nothing is lost meanwhile."""
    settings = WorkerSettings(home=tmp_path, broker_url=f"redis://127.0.0.1:{free_port()}/0")
    office = Office.at(tmp_path / "home", broker_url=settings.broker_url)
    office.request(1)

    with running(office, "--concurrency", "1") as worker:
        assert wait_for(lambda: "Cannot connect" in worker.log.read_text(), seconds=20)
        assert worker.process.poll() is None
    office.database.close()
