"""The Redis transport: a worker that was busy while Redis restarted hears again."""

from __future__ import annotations

from contextlib import closing

import pytest
from redis.exceptions import ConnectionError as RedisGone

from tests.redis_server import _one_redis, redis_server
from workers.broker import QUEUE, make_celery
from workers.settings import WorkerSettings

__all__ = ["_one_redis", "redis_server"]

pytestmark = pytest.mark.broker


@pytest.fixture
def busy_channel(tmp_path, redis_server):
    """A channel that may hold one message, and holds one."""
    app = make_celery(WorkerSettings(home=tmp_path, broker_url=redis_server.url))
    held = []
    with closing(app), app.connection_for_write() as connection:
        channel = connection.channel()
        channel.basic_qos(0, 1, False)
        with connection.Consumer(app.amqp.queues[QUEUE], channel=channel) as consumer:
            consumer.register_callback(lambda _, message: held.append(message))
            app.send_task("anything", [])
            connection.drain_events(timeout=5)
            yield channel, held[0], redis_server
            redis_server.start()


@pytest.mark.parametrize("end", ["ack", "reject", "requeue"])
def test_a_message_whose_end_redis_never_heard_is_not_held_for_ever(busy_channel, end):
    """There is room for the next message, so the worker listens and meets the lost connection."""
    channel, message, server = busy_channel
    assert not channel.qos.can_consume()
    server.kill()

    with pytest.raises(RedisGone):
        getattr(message, end)()

    assert channel.qos.can_consume()
