"""Upkeep: wake what nobody woke, take over from the dead, clear the tables.

A thread of the worker's main process. It only sends messages and removes old folders; who may
have a job is decided by the ledger, so any number of sweepers do no harm.
"""

from __future__ import annotations

import logging
import shutil
import threading
import time
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from archive.errors import ArchiveError
from workers.errors import BrokerUnavailable, JobUnknown, PipelineError
from workers.job import JobState

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from workers.inbox import Inbox
    from workers.jobs import Jobs
    from workers.owners import Owner

LOG: Final = logging.getLogger(__name__)

TAKING_SECONDS: Final = 2.0
"""How long a message may be on its way from an empty queue to the ledger."""
CLEARING_SECONDS: Final = 3600.0
"""Pause between two looks for folders that nobody needs any more."""


def sweep(
    *, jobs: Jobs, inbox: Inbox, owner: Owner, now: datetime, wake_seconds: float
) -> tuple[str, ...]:
    """Wake every job that needs it; gives back their ids.

    While messages wait in the queue, a job's own may be among them and is given ``wake_seconds``.
    Where none waits and a job is still asleep, its message was lost, or is being taken right now.

    Raises:
        BrokerUnavailable: nobody can be woken now; nothing is noted, the next sweep tries again.
    """
    patience = wake_seconds if inbox.waiting() else min(wake_seconds, TAKING_SECONDS)
    asleep = jobs.unwoken(now=now, seen_from=owner, wake_seconds=patience)
    for job_id in asleep:
        inbox.put(job_id)
    if asleep:
        jobs.woken(asleep, now=now)
    return asleep


def clear(work: Path, *, jobs: Jobs, now: datetime, keep: timedelta) -> tuple[str, ...]:
    """Remove working folders of jobs that ended longer ago than ``keep``, or that nobody knows."""
    if not work.is_dir():
        return ()
    gone = []
    for folder in sorted(each for each in work.iterdir() if each.is_dir()):
        if _ended(folder, jobs=jobs, now=now) > keep:
            shutil.rmtree(folder, ignore_errors=True)
            gone.append(folder.name)
    return tuple(gone)


def _ended(folder: Path, *, jobs: Jobs, now: datetime) -> timedelta:
    """How long ago the folder lost its use."""
    try:
        job = jobs.get(folder.name)
    except JobUnknown:
        return timedelta(seconds=now.timestamp() - folder.stat().st_mtime)
    if job.finished_at is None:
        return timedelta(0)
    # A filed document is in the archive; its folder outlives it only through a crash.
    return timedelta.max if job.state is JobState.FILED else now - job.finished_at


class Sweeper:
    """The thread that sweeps every few seconds until it is told to stop."""

    def __init__(
        self,
        *,
        jobs: Jobs,
        inbox: Inbox,
        owner: Owner,
        now: Callable[[], datetime],
        seconds: float,
        wake_seconds: float,
        work: Path,
        keep: timedelta,
        first: Callable[[], object],
        rest: Callable[[], object],
    ) -> None:
        """Prepare; nothing runs before ``start``.

        Args:
            jobs: the ledger.
            inbox: through whom workers are woken.
            owner: this process, which tells the dead of its machine from the living.
            now: the clock.
            seconds: pause between two sweeps.
            wake_seconds: how long a message may go unanswered while others work.
            work: where the working folders are.
            keep: how long a KONSEP is kept there.
            first: done once before the first sweep (finish what a crash left undone).
            rest: done after each sweep (let go of connections, so that no fork inherits one).
        """
        self._jobs, self._inbox, self._owner, self._now = jobs, inbox, owner, now
        self._seconds, self._wake_seconds = seconds, wake_seconds
        self._work, self._keep = work, keep
        self._first, self._rest = first, rest
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="sweeper", daemon=True)

    def start(self) -> None:
        """Begin to sweep; the first sweep wakes whatever is asked, however lately it was called."""
        self._thread.start()

    def stop(self) -> None:
        """End after the sweep that is under way; safe twice."""
        self._stop.set()
        if self._thread.is_alive():
            self._thread.join(timeout=10)

    def _run(self) -> None:
        self._quietly(self._first)
        self._quietly(lambda: self._sweep(wake_seconds=0))
        cleared = float("-inf")
        while not self._stop.wait(self._seconds):
            self._quietly(lambda: self._sweep(wake_seconds=self._wake_seconds))
            if time.monotonic() - cleared > CLEARING_SECONDS:
                cleared = time.monotonic()
                self._quietly(self._clear)

    def _sweep(self, *, wake_seconds: float) -> None:
        woken = sweep(
            jobs=self._jobs,
            inbox=self._inbox,
            owner=self._owner,
            now=self._now(),
            wake_seconds=wake_seconds,
        )
        if woken:
            LOG.info("%d jobs woken", len(woken))

    def _clear(self) -> None:
        gone = clear(self._work, jobs=self._jobs, now=self._now(), keep=self._keep)
        if gone:
            LOG.info("%d working folders cleared", len(gone))

    def _quietly(self, step: Callable[[], object]) -> None:
        try:
            step()
        except BrokerUnavailable as error:
            LOG.warning("nobody can be woken: %s", error.reason)
        except (ArchiveError, PipelineError, OSError) as error:
            LOG.warning("upkeep put off: %s", type(error).__name__)
        except Exception:
            LOG.exception("upkeep failed")
        finally:
            self._rest()
