"""The composition root of a worker: settings become the tools of one process.

Nothing that holds a connection or a process is shared across a fork: each child of the pool opens
its own workshop, warms its own engine, and closes both when it ends.
"""

from __future__ import annotations

import contextlib
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from celery import signals

from archive.archive import Archive
from archive.database import Database
from doc_templates.registry import kinds
from workers.broker import PRODUCE, make_celery
from workers.errors import PipelineError
from workers.jobs import Jobs
from workers.owners import this_process
from workers.tasks import Workshop, make_job
from workers.tools.docx import Forms
from workers.tools.soffice import SofficeConverter, open_converter

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from celery import Celery

    from workers.settings import WorkerSettings
    from workers.tools.engine import LokEngine


class LateConverter:
    """A converter that is opened with its first document, so that a missing one fails a job."""

    def __init__(self, settings: WorkerSettings) -> None:
        """Remember the limits; nothing is started."""
        self._settings = settings
        self._opened: LokEngine | SofficeConverter | None = None

    def to_pdf(self, docx: Path, pdf: Path) -> None:
        """Lay out a DOCX."""
        self._open().to_pdf(docx, pdf)

    def describe(self) -> Mapping[str, str]:
        """What pages depend on besides the document."""
        return self._open().describe()

    def warm(self) -> None:
        """Begin to start the engine, where there is one that stays warm."""
        with contextlib.suppress(PipelineError):
            self._open().warm()

    def close(self) -> None:
        """End the engine; safe twice."""
        if self._opened is not None:
            self._opened.close()
            self._opened = None

    def _open(self) -> LokEngine | SofficeConverter:
        if self._opened is None:
            self._opened = open_converter(
                self._settings.home / "engine",
                seconds=self._settings.engine_seconds,
                documents=self._settings.engine_documents,
                megabytes=self._settings.engine_megabytes,
            )
        return self._opened


def clock() -> datetime:
    """The moment, UTC."""
    return datetime.now(UTC)


def open_workshop(settings: WorkerSettings) -> Workshop:
    """The tools of this process; nothing is started before the first job."""
    database = Database(settings.database)
    return Workshop(
        settings=settings,
        database=database,
        jobs=Jobs(database),
        archive=Archive(settings.ocfl_root, settings.staging, database),
        kinds=kinds(),
        forms=Forms(),
        converter=LateConverter(settings),
        owner=this_process(),
        now=clock,
    )


def make_worker_app(settings: WorkerSettings) -> Celery:
    """The Celery application with its one task, as a worker process runs it."""
    app = make_celery(settings)
    workshops: Final[list[Workshop]] = []

    def open_here(**_: object) -> None:
        workshops[:] = [open_workshop(settings)]
        converter = workshops[0].converter
        if isinstance(converter, LateConverter):
            converter.warm()

    def close_here(**_: object) -> None:
        while workshops:
            workshop = workshops.pop()
            workshop.converter.close()
            workshop.database.close()

    @app.task(name=PRODUCE)  # type: ignore[untyped-decorator] # Celery has no types
    def produce(job_id: str) -> str | None:
        if not workshops:
            open_here()
        return make_job(job_id, workshop=workshops[0])

    # A prefork child announces itself with the first pair, the solo worker with the outer two.
    signals.worker_process_init.connect(open_here, weak=False)
    signals.worker_process_shutdown.connect(close_here, weak=False)
    signals.worker_shutdown.connect(close_here, weak=False)
    return app
