"""Waits for jobs; where no broker is set up, starts the worker that makes them.

The worker is a process of its own, told only which jobs are wanted: the service looks at the
ledger and never into the pipeline.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import IO, TYPE_CHECKING, Final

from service.errors import NotTakenInTime, WorkerFailed
from workers.jobs import JobState

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from service.app import House
    from workers.jobs import Job

PAUSE: Final = 0.1
"""Seconds between looks at the ledger."""
GLANCE: Final = 24
"""Jobs looked at each time, for each brings its data along; they are made in about their order,
and the rest have their turn when these are finished."""
_PATIENCE: Final = 10.0
"""Seconds that a worker gets to put its work down when we stop waiting."""
_PROJECT: Final = Path(__file__).resolve().parents[1]


def wait_for(
    ids: Sequence[str], *, house: House, within: float, on_change: Callable[[list[Job]], None]
) -> list[Job]:
    """Wait until all jobs are finished, and give them in the order asked.

    Raises:
        WorkerFailed: the worker that was started ended before they were.
        NotTakenInTime: they were not finished within so many seconds.
    """
    jobs = {name: house.jobs.get(name) for name in ids}
    if all(each.state.finished for each in jobs.values()):
        return list(jobs.values())
    with _worker_for(ids, house=house) as worker:
        deadline = time.monotonic() + within
        while True:
            # Asked before we look, so that a worker that ended has been seen finishing.
            status = worker.status()
            late = time.monotonic() > deadline
            open_jobs = _look(jobs, most=None if status or late else GLANCE, house=house)
            on_change(list(jobs.values()))
            if not open_jobs:
                return list(jobs.values())
            if status:
                raise WorkerFailed(open_jobs, status, worker.last_words())
            if late:
                raise NotTakenInTime(open_jobs, within, taken=_taken(jobs))
            time.sleep(PAUSE)


def _look(jobs: dict[str, Job], *, most: int | None, house: House) -> list[str]:
    """Look at the first so many unfinished jobs, or at all; names those still unfinished."""
    unfinished = (name for name, job in jobs.items() if not job.state.finished)
    for name in list(islice(unfinished, most)):
        jobs[name] = house.jobs.get(name)
    return [name for name, job in jobs.items() if not job.state.finished]


def _taken(jobs: dict[str, Job]) -> bool:
    return any(each.attempts or each.state is not JobState.ASKED for each in jobs.values())


class _Worker:
    """A worker process of ours, or nobody where workers stand by themselves."""

    def __init__(self, process: subprocess.Popen[bytes] | None, log: IO[bytes]) -> None:
        self._process, self._log = process, log

    def status(self) -> int | None:
        """Exit status, or None while it runs or where it is not ours."""
        return self._process.poll() if self._process else None

    def last_words(self) -> str:
        """The last line that it wrote."""
        self._log.seek(0)
        lines = self._log.read().decode("utf-8", "replace").strip().splitlines()
        return lines[-1] if lines else ""

    def stop(self) -> None:
        """End it gently, then firmly."""
        if self._process is None or self._process.poll() is not None:
            return
        self._process.terminate()
        try:
            self._process.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()


@contextmanager
def _worker_for(ids: Sequence[str], *, house: House) -> Iterator[_Worker]:
    with tempfile.TemporaryFile() as log:
        process = None
        if house.settings.broker_url is None:
            command = [sys.executable, "-P", "-m", "workers", "--drain", "--jobs", *ids]
            process = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                env=worker_environment(house),
            )
        worker = _Worker(process, log)
        try:
            yield worker
        finally:
            worker.stop()


def worker_environment(house: House) -> dict[str, str]:
    """The environment of a worker of this installation: same settings, same code."""
    return {
        # Whose secret it is no worker needs to know.
        **{name: value for name, value in os.environ.items() if "_CLIENT_SECRET" not in name},
        "LONTAR_HOME": str(house.settings.home.absolute()),
        "LONTAR_DATABASE_URL": house.settings.database,
        # -P keeps a folder named "workers" where the person stands from being ours.
        "PYTHONPATH": os.pathsep.join(
            filter(None, (str(_PROJECT), os.environ.get("PYTHONPATH", "")))
        ),
    }
