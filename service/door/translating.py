"""Errors of the web libraries as errors of ours, so that all are told alike."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Any, cast

from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from service.door.caller import house_of
from service.door.problems import refusal
from service.errors import Problem
from service.located import written
from service.outcomes import outcome_of
from service.refusals import (
    BodyTooLarge,
    BodyTooSlow,
    MethodUnknown,
    PathUnknown,
    RequestInvalid,
    RequestUnreadable,
)
from service.validating import plain_sentence

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails
    from starlette.requests import Request
    from starlette.responses import Response

_PLACES = {"body", "query", "path", "header", "cookie", "form"}


def answer(request: Request, error: Exception) -> Response:
    """The answer to an error that was foreseen; in the log stands its name only."""
    house, state = house_of(request), request.state
    ours = in_our_words(error, request)
    outcome = outcome_of(ours)
    state.problem = outcome.slug
    if outcome.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        state.error = ours
    response = refusal(ours, base_url=house.settings.base_url, request_id=state.request_id)
    if isinstance(error, HTTPException) and (allowed := (error.headers or {}).get("Allow")):
        response.headers["Allow"] = allowed
    return response


def in_our_words(error: Exception, request: Request) -> Exception:
    """An error of FastAPI or Starlette as one of ours; any other as it is."""
    if isinstance(error, RequestValidationError):
        return _invalid(error)
    if isinstance(error, HTTPException):
        return _refused(error, request)
    return error


def _refused(error: HTTPException, request: Request) -> Exception:
    # A limit that was met while a form was read comes wrapped.
    if isinstance(error.__cause__, BodyTooLarge | BodyTooSlow):
        return error.__cause__
    if error.status_code == HTTPStatus.NOT_FOUND:
        return PathUnknown()
    if error.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
        return MethodUnknown(request.method)
    return RequestUnreadable()


def _invalid(error: RequestValidationError) -> Exception:
    told = cast("list[ErrorDetails]", error.errors())
    if any(each["type"] == "json_invalid" for each in told):
        return RequestUnreadable("isinya bukan JSON yang benar")
    return RequestInvalid([_problem(each) for each in told])


def _problem(error: ErrorDetails) -> Problem:
    loc: tuple[Any, ...] = error["loc"]
    path = loc[1:] if loc and loc[0] in _PLACES else loc
    return Problem(written(path), plain_sentence(error))
