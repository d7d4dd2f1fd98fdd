"""What joins the lines of a log: the request in each line of the service, the job when asked.

Lines of the worker bear the job (``workers/log``), so a request leads to its job's whole story.
"""

from __future__ import annotations

from contextvars import ContextVar
from typing import Final

FIELDS: Final = "lontar"
"""Attribute of a log record that holds what the line tells besides its message."""
REQUEST: Final[ContextVar[str]] = ContextVar("request", default="")
"""Name of the request that is being answered; threads that answer it see it, too."""
