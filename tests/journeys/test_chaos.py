"""Chaos: whatever is killed without warning, every document is filed once and no number is lost."""

from __future__ import annotations

import random
import time
from contextlib import closing, suppress

import ocfl
import psutil
import pytest

from archive.records import DocumentId
from tests.redis_server import _one_redis, redis_server
from tests.workers.asking import BOOK, Office
from tests.workers.processes import drain, running, wait_for
from workers.errors import BrokerUnavailable
from workers.inbox import open_inbox
from workers.jobs import JobState

__all__ = ["_one_redis", "redis_server"]

pytestmark = [pytest.mark.slow, pytest.mark.libreoffice, pytest.mark.broker]

REQUESTS = 40


@pytest.fixture(params=["folder", "redis"])
def office(request, tmp_path):
    """An installation with the embedded queue, and one with Redis."""
    url = request.getfixturevalue("redis_server").url if request.param == "redis" else None
    # Short breaths, so that the story fits into a test; an office has more patience.
    office = Office.at(tmp_path / "home", broker_url=url, sweep_seconds=0.5, retry_seconds=0.5)
    yield office
    office.database.close()


def ask_for(office, count):
    """Requests as the service makes them: written down first, then handed over if possible."""
    ids = office.request(count)
    with closing(open_inbox(office.settings)) as inbox:
        for job_id in ids:
            with suppress(BrokerUnavailable):
                inbox.put(job_id)
    return ids


def filed(office):
    return len(office.jobs.list(states=[JobState.FILED], limit=1000))


def wait_until_filed(office, count):
    assert wait_for(lambda: filed(office) >= count), f"only {filed(office)} of {count} were filed"


def kill_one_of(processes, dice):
    """kill -9, of one that is still there."""
    found = wait_for(processes)
    assert found
    with suppress(psutil.NoSuchProcess):
        dice.choice(processes()).kill()


@pytest.mark.timeout(170)
def test_forty_documents_outlive_every_kill(office, request):
    """Engine, pool child, Redis, the worker itself: after all of it forty are filed, once each."""
    dice = random.Random(20260105)  # noqa: S311 — dice, not secrets
    redis = request.getfixturevalue("redis_server") if office.settings.broker_url else None
    began = time.monotonic()

    with running(office, "--concurrency", "2") as worker:
        ids = ask_for(office, 20)
        wait_until_filed(office, 3)
        kill_one_of(worker.engines, dice)
        wait_until_filed(office, 6)
        kill_one_of(worker.pool, dice)
        wait_until_filed(office, 9)
        if redis is not None:
            redis.kill()
            ids += ask_for(office, 4)
            redis.start()
        ids += ask_for(office, REQUESTS - len(ids))
        wait_until_filed(office, 14)
        kill_one_of(worker.engines, dice)
        kill_one_of(worker.pool, dice)
        wait_until_filed(office, 18)
        worker.kill()
    with running(office, "--concurrency", "2") as worker:
        wait_until_filed(office, 24)
        worker.kill()
    if redis is not None:
        redis.kill()
        redis.start()
    assert drain(office, "--concurrency", "2") == 0

    assert len(set(ids)) == REQUESTS
    assert office.states(ids) == {"filed"}
    _each_is_filed_once(office, ids)
    _no_number_is_missing(office)
    assert list(office.archive.fsck()) == []
    assert ocfl.StorageRoot(root=str(office.settings.ocfl_root)).validate()
    assert list(office.settings.work.iterdir()) == []
    print(f"chaos took {time.monotonic() - began:.0f} s")  # noqa: T201 — told by pytest -s


def _each_is_filed_once(office, ids):
    for job_id in ids:
        job = office.jobs.get(job_id)
        document = office.archive.document(DocumentId(job.document))
        assert [version.key for version in document.versions] == [job_id]
        assert document.record.number == job.number
        assert job.version == 1


def _no_number_is_missing(office):
    entries = office.archive.register.entries(book=BOOK, year=2026)
    assert sorted(each.number.sequence for each in entries) == list(range(1, REQUESTS + 1))
    assert {each.state for each in entries} == {"issued"}
    assert office.archive.register.gaps(BOOK, 2026) == []
