"""Lines of JSON that tell what was asked and how it ended, never what stands in a document."""

from __future__ import annotations

import json
import logging
import sys
import traceback
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

from service.tracing import FIELDS, REQUEST

if TYPE_CHECKING:
    from types import TracebackType

_LOUD: Final = ("uvicorn", "celery", "kombu", "httpx2", "httpcore2", "pyhanko", "multipart")


class JsonLine(logging.Formatter):
    """One JSON object a line; of an exception only its type and its way."""

    def format(self, record: logging.LogRecord) -> str:
        """The line."""
        at = datetime.fromtimestamp(record.created, UTC)
        line: dict[str, Any] = {
            "at": at.isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "from": record.name,
            "message": record.getMessage(),
            **({"request": request} if (request := REQUEST.get()) else {}),
            **getattr(record, FIELDS, {}),
        }
        if record.exc_info and record.exc_info[0] is not None:
            line["error"] = record.exc_info[0].__qualname__
            line["way"] = _way(record.exc_info[2])
        return json.dumps(line, ensure_ascii=False, default=str)


def start_logging(*, quiet: bool = False) -> None:
    """Log to standard error; with ``quiet`` only what goes wrong."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLine())
    level = logging.WARNING if quiet else logging.INFO
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for name in _LOUD:
        logging.getLogger(name).setLevel(logging.WARNING)


def _way(trace: TracebackType | None) -> list[str]:
    """Where it happened; the message of a stranger's exception may hold data of a document."""
    return [f"{each.filename}:{each.lineno} {each.name}" for each in traceback.extract_tb(trace)]
