"""Lines that tell which job they are about, and never what stands in a document."""

from __future__ import annotations

import logging
import sys
import traceback
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import TracebackType

_JOB: Final[ContextVar[str]] = ContextVar("job", default="-")

LOUD: Final = ("celery", "kombu", "amqp", "redis", "billiard", "pypdf", "fontTools")
"""Libraries whose chatter is not for the log of an office."""


@contextmanager
def about(job_id: str) -> Iterator[None]:
    """Name the job in every line that is logged inside."""
    token = _JOB.set(job_id)
    try:
        yield
    finally:
        _JOB.reset(token)


class Line(logging.Formatter):
    """``time level job=… where: message``; of an exception only its type and its way."""

    def __init__(self) -> None:
        super().__init__(
            "%(asctime)s %(levelname)s pid=%(process)d job=%(job)s %(name)s: %(message)s"
        )

    def format(self, record: logging.LogRecord) -> str:
        """One line, the exception's way below it."""
        record.job = _JOB.get()
        # Another formatter may have cached the exception's text, which can hold what was typed.
        record.exc_text = None
        return super().format(record)

    def formatException(  # noqa: N802 — the name is the base class's
        self,
        ei: tuple[type[BaseException], BaseException, TracebackType | None]
        | tuple[None, None, None],
    ) -> str:
        """Where it happened; the message may hold data of the document and is left out."""
        kind, _, way = ei
        if kind is None:
            return ""
        steps = [
            f"  {step.filename}:{step.lineno} {step.name}" for step in traceback.extract_tb(way)
        ]
        return "\n".join([f"{kind.__module__}.{kind.__qualname__}", *steps])


def start_logging(*, quiet: bool) -> None:
    """Log to standard error: everything that happens, or with ``quiet`` only what goes wrong."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(Line())
    logging.basicConfig(
        level=logging.WARNING if quiet else logging.INFO, handlers=[handler], force=True
    )
    for name in LOUD:
        logging.getLogger(name).setLevel(logging.ERROR if quiet else logging.WARNING)
