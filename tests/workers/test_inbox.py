"""The one door: cheap to open, quick to say that nobody answers."""

from __future__ import annotations

import subprocess
import sys
import time
from contextlib import closing

import pytest

from tests.redis_server import _one_redis, free_port, redis_server
from workers.broker import QUEUE
from workers.errors import BrokerUnavailable
from workers.inbox import open_inbox
from workers.settings import WorkerSettings

__all__ = ["_one_redis", "redis_server"]


def test_the_door_is_light():
    """Opening the inbox loads neither Celery nor what makes documents."""
    script = (
        "import sys; from workers.inbox import open_inbox; from workers.jobs import Jobs;"
        "heavy = {'celery', 'kombu', 'docxtpl', 'pypdf', 'workers.tasks', 'workers.app'};"
        "print(sorted(heavy & set(sys.modules)))"
    )

    told = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )

    assert told.stdout.strip() == "[]"


def test_a_job_put_into_the_folder_waits_there(tmp_path):
    """Without a broker the message lies in LONTAR_HOME until a worker comes."""
    settings = WorkerSettings(home=tmp_path)

    with closing(open_inbox(settings)) as inbox:
        inbox.put("j1")
        inbox.put("j2")
        assert inbox.waiting() == 2

    assert len(list((settings.queue / "messages").glob(f"*.{QUEUE}.msg"))) == 2


@pytest.mark.broker
def test_a_job_put_into_redis_waits_there(tmp_path, redis_server):
    """With a broker the message waits in Redis."""
    settings = WorkerSettings(home=tmp_path, broker_url=redis_server.url)

    with closing(open_inbox(settings)) as inbox:
        inbox.put("j1")
        assert inbox.waiting() == 1

    with redis_server.client() as client:
        assert client.llen(QUEUE) == 1


def test_a_dead_broker_is_told_within_seconds(tmp_path):
    """Whoever asks for a document is not kept waiting for a broker that is down."""
    settings = WorkerSettings(home=tmp_path, broker_url=f"redis://127.0.0.1:{free_port()}/0")
    began = time.monotonic()

    with closing(open_inbox(settings)) as inbox, pytest.raises(BrokerUnavailable):
        inbox.put("j1")
    with closing(open_inbox(settings)) as inbox, pytest.raises(BrokerUnavailable):
        inbox.waiting()

    assert time.monotonic() - began < 5


@pytest.mark.broker
def test_a_broker_that_comes_back_is_found_again(tmp_path, redis_server):
    """An inbox that failed once is no broken inbox."""
    settings = WorkerSettings(home=tmp_path, broker_url=redis_server.url)
    with closing(open_inbox(settings)) as inbox:
        inbox.put("j1")
        redis_server.kill()
        with pytest.raises(BrokerUnavailable):
            inbox.put("j2")
        redis_server.start()

        inbox.put("j3")

    with redis_server.client() as client:
        assert client.llen(QUEUE) == 1


def test_a_folder_that_cannot_be_written_is_told(tmp_path):
    """A file in the place of the queue is an unreachable broker, not a crash."""
    (tmp_path / "queue").write_text("")

    with (
        closing(open_inbox(WorkerSettings(home=tmp_path))) as inbox,
        pytest.raises(BrokerUnavailable),
    ):
        inbox.put("j1")
