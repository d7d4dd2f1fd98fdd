"""kombu's Redis transport, cured of one illness: a worker that goes deaf when Redis restarts.

While every child is busy the worker listens to nothing. If Redis goes away and comes back in that
time, the acknowledgements fail, kombu goes on counting those messages as held, sees no room for
another, and never listens again. So a message whose end could not be told is forgotten here all
the same: the next attempt to listen meets the broken connection, and Celery opens a new one.
What Redis still holds of it is delivered again one day, and the ledger makes that harmless.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from kombu.transport import redis, virtual

if TYPE_CHECKING:
    from collections.abc import Iterator


class QoS(redis.QoS):
    """Counts the messages that this worker holds."""

    def ack(self, delivery_tag: str) -> None:
        """A message is done with."""
        with self._forgotten_whatever_happens(delivery_tag):
            super().ack(delivery_tag)  # type: ignore[no-untyped-call] # kombu's

    def reject(self, delivery_tag: str, requeue: bool = False) -> None:
        """A message is given back, or away."""
        with self._forgotten_whatever_happens(delivery_tag):
            super().reject(delivery_tag, requeue=requeue)  # type: ignore[no-untyped-call] # kombu's

    @contextmanager
    def _forgotten_whatever_happens(self, delivery_tag: str) -> Iterator[None]:
        try:
            yield
        except Exception:
            virtual.QoS.ack(self, delivery_tag)  # type: ignore[no-untyped-call] # kombu's
            raise


class Channel(redis.Channel):
    """A connection's channel, with the counting above."""

    QoS = QoS


class Transport(redis.Transport):
    """What Celery is told to use."""

    Channel = Channel
