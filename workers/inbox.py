"""The one door through which work is handed over: put the id of a job that is written down."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final, Protocol

from workers.errors import BrokerUnavailable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from workers.settings import WorkerSettings

RETRIES: Final = {"max_retries": 1, "interval_start": 0.1, "interval_step": 0.1}
"""Once more, then the caller is told: the ledger holds the job and the sweeper will send it."""


class Inbox(Protocol):
    """Whoever takes the ids of jobs to be made."""

    def put(self, job_id: str) -> None:
        """Wake a worker for a job that is committed to the ledger.

        Raises:
            BrokerUnavailable: nobody could be woken; the job is safe and will be found.
        """

    def waiting(self) -> int:
        """How many messages no worker has taken yet.

        Raises:
            BrokerUnavailable: nobody can tell.
        """

    def close(self) -> None:
        """Let go of the connection; safe twice."""


class CeleryInbox:
    """Sends the task by its name, so that the code behind it is never imported here."""

    def __init__(self, settings: WorkerSettings) -> None:
        """Remember where; Celery itself is loaded with the first message."""
        self._settings = settings
        self._app: Any = None

    def put(self, job_id: str) -> None:
        """Send the job's id to a worker, or say within a few seconds that it failed."""
        from workers.broker import PRODUCE  # noqa: PLC0415 — see below

        with self._at_the_border() as app:
            app.send_task(PRODUCE, [job_id], retry=True, retry_policy=RETRIES)

    def waiting(self) -> int:
        """Length of the queue."""
        from workers.broker import QUEUE  # noqa: PLC0415 — see below

        with self._at_the_border() as app, app.connection_for_write() as connection:
            connection.ensure_connection(max_retries=1, interval_start=0.1)
            declared = connection.default_channel.queue_declare(queue=QUEUE, durable=True)
            return int(declared.message_count)

    def close(self) -> None:
        """Close the pool of connections."""
        if self._app is not None:
            self._app.close()
            self._app = None

    @contextmanager
    def _at_the_border(self) -> Iterator[Any]:
        # Here, not above: Celery costs a quarter of a second at the start of every command.
        from kombu.exceptions import KombuError, OperationalError  # noqa: PLC0415

        from workers.broker import make_celery  # noqa: PLC0415

        try:
            if self._app is None:
                self._app = make_celery(self._settings)
            yield self._app
        except (OperationalError, KombuError, OSError) as error:
            raise BrokerUnavailable(type(error).__name__) from error


class InlineInbox:
    """Makes each job at once in this very process; for tests and tools."""

    def __init__(self, make: Callable[[str], object]) -> None:
        """Take what makes a job, given its id."""
        self._make = make

    def put(self, job_id: str) -> None:
        """Make the job now."""
        self._make(job_id)

    def waiting(self) -> int:
        """Nothing ever waits."""
        return 0

    def close(self) -> None:
        """Nothing is held."""


def open_inbox(settings: WorkerSettings) -> CeleryInbox:
    """The inbox of this installation."""
    return CeleryInbox(settings)
