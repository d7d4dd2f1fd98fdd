"""The API: read a request, call one verb, show; all of it under ``/api/v1``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from service.api import (
    batches,
    checks,
    comparison,
    documents,
    files,
    hooks,
    jobs,
    keeping,
    kinds,
    me,
    people,
    receiving,
    registers,
    retention,
    templates,
    trail,
    verification,
)

if TYPE_CHECKING:
    from fastapi import FastAPI

PREFIX: Final = "/api/v1"
ROUTERS: Final = (
    kinds.router,
    checks.router,
    jobs.router,
    batches.router,
    documents.router,
    comparison.router,
    files.router,
    receiving.router,
    keeping.router,
    retention.router,
    registers.router,
    trail.router,
    templates.router,
    people.router,
    me.router,
    hooks.router,
    verification.router,
)
"""All routers, in the order in which a program meets them."""


def add_api(app: FastAPI) -> None:
    """Add every route."""
    for router in ROUTERS:
        app.include_router(router, prefix=PREFIX)
