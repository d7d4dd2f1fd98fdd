"""The description of the API, true to what it answers: one shape of errors, no other status."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from fastapi.openapi.utils import get_openapi

from service.door.problems import ProblemView

if TYPE_CHECKING:
    from fastapi import FastAPI

_REF = "#/components/schemas/{model}"


def describe(app: FastAPI, *, path: str = "") -> None:
    """Have the application describe itself with our problems instead of FastAPI's own.

    Args:
        app: the application.
        path: below which it lies on its host; empty for the root.
    """

    def described() -> dict[str, Any]:
        if app.openapi_schema is None:
            app.openapi_schema = _description(app, path=path)
        return app.openapi_schema

    app.openapi = described  # type: ignore[method-assign] # FastAPI's own way to change it


def _description(app: FastAPI, *, path: str) -> dict[str, Any]:
    whole = get_openapi(
        title=app.title,
        version=app.version,
        summary=app.summary,
        openapi_version=app.openapi_version,
        routes=app.routes,
        tags=app.openapi_tags,
        servers=[{"url": path}] if path else None,
    )
    problem = ProblemView.model_json_schema(ref_template=_REF)
    parts = problem.pop("$defs", {})
    schemas = whole.setdefault("components", {}).setdefault("schemas", {})
    schemas.update({"ProblemView": problem, **parts})
    for unused in ("HTTPValidationError", "ValidationError"):
        schemas.pop(unused, None)
    return whole
