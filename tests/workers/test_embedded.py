"""The embedded queue: a folder that loses no order, doubles nothing and survives rubbish."""

from __future__ import annotations

from collections import Counter
from threading import Thread

import pytest
from kombu import Connection, Queue

from workers.broker import make_celery
from workers.settings import WorkerSettings

QUEUE = Queue("lontar", routing_key="lontar")


@pytest.fixture
def settings(tmp_path):
    return WorkerSettings(home=tmp_path / "home")


@pytest.fixture
def connect(settings):
    """Opens connections to one folder; closes them at the end."""
    app = make_celery(settings)
    opened = []

    def connect() -> Connection:
        opened.append(app.connection_for_write())
        return opened[-1]

    yield connect
    for connection in opened:
        connection.release()
    app.close()


def take_all(connection, into, *, until=0.3):
    """Take messages until none came for a while."""
    queue = connection.SimpleQueue(QUEUE)
    while True:
        try:
            message = queue.get(timeout=until)
        except queue.Empty:
            break
        into.append(message.payload)
        message.ack()
    queue.close()


def put(connection, *payloads):
    queue = connection.SimpleQueue(QUEUE)
    for payload in payloads:
        queue.put(payload)
    queue.close()


def test_messages_come_out_as_they_went_in(connect):
    """First asked, first made."""
    taken = []

    put(connect(), *range(50))
    take_all(connect(), taken)

    assert taken == list(range(50))


def test_readers_and_writers_at_once_lose_and_double_nothing(connect):
    """Two readers share what three writers put, and see no message that is half written."""
    connections = [connect() for _ in range(5)]
    taken = []
    writers = [
        Thread(target=put, args=(connections[who], *(f"{who}-{n}" for n in range(60))))
        for who in range(3)
    ]
    readers = [
        Thread(target=take_all, args=(connections[who], taken), kwargs={"until": 1.0})
        for who in (3, 4)
    ]

    for thread in (*readers, *writers):
        thread.start()
    for thread in (*readers, *writers):
        thread.join()

    expected = [f"{who}-{n}" for who in range(3) for n in range(60)]
    assert Counter(taken) == Counter(expected)


def test_an_unreadable_message_is_passed_over(connect, settings):
    """Rubbish in the folder stops nobody; the ledger sends what it stood for again."""
    put(connect(), "first")
    rubbish = settings.queue / "messages" / "00000000000000000000_x.lontar.msg"
    rubbish.write_bytes(b"\x00not json")
    taken = []

    take_all(connect(), taken)

    assert taken == ["first"]
    assert not rubbish.exists()
