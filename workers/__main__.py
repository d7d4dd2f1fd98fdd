"""``python -m workers``: the worker process, with the embedded queue or with Redis."""

from __future__ import annotations

import argparse
import logging
import os
import sys
import threading
import warnings
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from celery import signals
from celery.exceptions import CPendingDeprecationWarning, SecurityWarning
from celery.worker import state

from archive.errors import ArchiveError, DatabaseUnprepared
from workers.app import clock, make_worker_app, open_workshop
from workers.inbox import open_inbox
from workers.log import start_logging
from workers.owners import this_process
from workers.settings import WorkerSettings
from workers.upkeep import Sweeper

if TYPE_CHECKING:
    from collections.abc import Sequence

    from celery import Celery

    from workers.jobs import Jobs

LOG: Final = logging.getLogger("workers")

DRAIN_SECONDS: Final = 0.1
"""Pause between two looks whether all is done."""
NOT_PREPARED: Final = 3
"""Exit status where the installation has no tables yet."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Work until told to stop, or with ``--drain`` until nothing is left to do."""
    asked = _parser().parse_args(arguments)
    start_logging(quiet=asked.quiet)
    settings = WorkerSettings()
    workshop = open_workshop(settings)
    try:
        left = workshop.jobs.unfinished(asked.jobs)
    except DatabaseUnprepared as error:
        sys.stderr.write(f"{error}\n")
        return NOT_PREPARED
    except ArchiveError as error:
        LOG.warning("the database does not answer yet: %s", type(error).__name__)
        left = 1
    finally:
        workshop.database.close()
    if asked.drain and left == 0:
        return 0

    sweeper = Sweeper(
        jobs=workshop.jobs,
        inbox=open_inbox(settings),
        owner=this_process(),
        now=clock,
        seconds=settings.sweep_seconds,
        wake_seconds=settings.wake_seconds,
        work=settings.work,
        keep=timedelta(hours=settings.keep_hours),
        first=workshop.archive.reconcile,
        rest=workshop.database.close,
    )
    signals.worker_ready.connect(lambda **_: sweeper.start(), weak=False)
    if asked.drain:
        _stop_when_done(workshop.jobs, asked.jobs)
    status = _work(
        make_worker_app(settings),
        concurrency=asked.concurrency
        or _fitting(settings.concurrency, jobs=left if asked.drain else None),
    )
    sweeper.stop()
    return status


def _fitting(wished: int | None, *, jobs: int | None) -> int:
    """How many at once: one more than cores, for each waits for the disk a tenth of its time.

    No more than there are jobs, where only those are to be made: a process costs a second to start.
    """
    usual = wished or (os.cpu_count() or 1) + 1
    return usual if jobs is None else max(1, min(usual, jobs))


def _work(app: Celery, *, concurrency: int) -> int:
    """Run Celery's worker in this process; children of the pool die with it."""
    signals.setup_logging.connect(lambda **_: None, weak=False)
    # Celery fears pickles that run as root; here nothing but JSON is ever read.
    warnings.filterwarnings("ignore", category=SecurityWarning)
    # It announces another default of Celery 6; broker.py has made its choice.
    warnings.filterwarnings("ignore", category=CPendingDeprecationWarning)
    worker = app.Worker(
        concurrency=concurrency,
        pool="solo" if concurrency == 1 else "prefork",
        optimization="fair",
        without_gossip=True,
        without_mingle=True,
        without_heartbeat=True,
        quiet=True,
        redirect_stdouts=False,
    )
    LOG.info("working, %d at a time", concurrency)
    worker.start()
    return int(worker.exitcode or 0)


def _stop_when_done(jobs: Jobs, ids: Sequence[str] | None) -> None:
    """Have a thread ask the worker to stop once none of these jobs is unfinished."""
    pause = threading.Event()

    def watch() -> None:
        while True:
            pause.wait(DRAIN_SECONDS)
            try:
                if jobs.unfinished(ids) == 0:
                    state.should_stop = 0
                    return
            except ArchiveError:
                LOG.warning("the database does not answer; looking again")

    thread = threading.Thread(target=watch, name="drain", daemon=True)
    signals.worker_ready.connect(lambda **_: thread.start(), weak=False)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m workers",
        description="Menjalankan pekerja Lontar yang membuat dokumen dari antrean.",
        epilog="Contoh: python -m workers --concurrency 2",
    )
    parser.add_argument(
        "--concurrency",
        type=int,
        metavar="N",
        help="banyaknya dokumen yang dibuat serempak (bawaan: sebanyak inti prosesor)",
    )
    parser.add_argument(
        "--drain", action="store_true", help="berhenti setelah tidak ada pekerjaan yang tersisa"
    )
    parser.add_argument(
        "--jobs",
        nargs="+",
        metavar="ID",
        help="dengan --drain: cukup tunggu pekerjaan ini",
    )
    parser.add_argument("--quiet", action="store_true", help="hanya catat yang bermasalah")
    return parser


if __name__ == "__main__":
    sys.exit(main())
