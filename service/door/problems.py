"""Errors as RFC 9457 has them, in one shape for all: ``application/problem+json``."""

from __future__ import annotations

import re
from http import HTTPStatus
from typing import TYPE_CHECKING, Annotated, Any, Final

from pydantic import BaseModel, Field
from starlette.responses import Response

from service.accounts.errors import SignInLocked
from service.errors import DataInvalid, IssueBlocked, Problem
from service.office_forms.errors import FormFaulty
from service.outcomes import outcome_of, sentence_of
from service.refusals import RangeBeyond, RequestInvalid, TooOften

if TYPE_CHECKING:
    from collections.abc import Mapping

    from doc_templates.form_codes import FormFault

MEDIA_TYPE: Final = "application/problem+json"
_STEP: Final = re.compile(r"\[(\d+)\]|([^.\[\]]+)")
_HIDDEN: Final = "Layanan tidak dapat menyelesaikan permintaan ini."
"""What is told of faults of ours: their own sentences may name folders and hosts."""
_TITLES: Final = {
    400: "Permintaan keliru",
    401: "Belum masuk",
    403: "Tidak berwenang",
    404: "Tidak ditemukan",
    405: "Cara tidak dikenal",
    408: "Terlalu lambat",
    409: "Berbenturan",
    413: "Terlalu besar",
    416: "Di luar berkas",
    422: "Belum sesuai",
    429: "Terlalu sering",
    500: "Kesalahan layanan",
    503: "Belum dapat dilayani",
    507: "Penyimpanan menolak",
}


class Detail(BaseModel):
    """One place that needs attention."""

    pointer: Annotated[str, Field(description="JSON Pointer (RFC 6901); kosong: seluruh data")]
    detail: str
    line: Annotated[int | None, Field(description="Baris pada data, dari 1")] = None
    code: Annotated[str | None, Field(description="Kode temuan")] = None
    level: Annotated[str | None, Field(description="E menghalangi, W perlu dilihat, I")] = None
    suggestions: list[str] = []


class ProblemView(BaseModel):
    """An error."""

    type: Annotated[str, Field(description="Alamat yang menamai galat ini")]
    title: str
    status: int
    detail: Annotated[str, Field(description="Apa yang terjadi, satu kalimat")]
    remedy: Annotated[str, Field(description="Apa yang dapat dilakukan; boleh kosong")]
    code: Annotated[str, Field(description="Nama tetap galat ini")]
    instance: Annotated[str | None, Field(description="Nama permintaan pada catatan")] = None
    errors: list[Detail] = []


def problem_of(error: BaseException, *, base_url: str, request_id: str) -> ProblemView:
    """What is told of an error."""
    outcome = outcome_of(error)
    ours = outcome.status >= HTTPStatus.INTERNAL_SERVER_ERROR
    return ProblemView(
        type=f"{base_url.rstrip('/')}/masalah/{outcome.slug}",
        title=_TITLES.get(outcome.status, "Galat"),
        status=outcome.status,
        detail=_HIDDEN if ours else sentence_of(error),
        remedy=f"Ulangi sebentar lagi, atau sebutkan {request_id} kepada pengelola."
        if ours
        else outcome.remedy_outside,
        code=outcome.slug,
        instance=f"urn:lontar:{request_id}",
        errors=_details(error),
    )


def refusal(error: BaseException, *, base_url: str, request_id: str) -> Response:
    """The answer that tells of an error."""
    problem = problem_of(error, base_url=base_url, request_id=request_id)
    return Response(
        problem.model_dump_json(),
        status_code=problem.status,
        media_type=MEDIA_TYPE,
        headers=dict(_headers_of(error)),
    )


def _headers_of(error: BaseException) -> Mapping[str, str]:
    """Headers that belong to an error."""
    if isinstance(error, TooOften | SignInLocked):
        return {"Retry-After": str(error.seconds)}
    if isinstance(error, RangeBeyond):
        return {"Content-Range": f"bytes */{error.size}"}
    if outcome_of(error).status == HTTPStatus.UNAUTHORIZED:
        return {"WWW-Authenticate": 'Bearer realm="lontar"'}
    return {}


def pointer(where: str) -> str:
    """A path as findings write it, ``kegiatan[3].waktu``, as a JSON Pointer."""
    steps = [number or name for number, name in _STEP.findall(where)]
    return "".join("/" + step.replace("~", "~0").replace("/", "~1") for step in steps)


def problems(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """How a route documents the errors that it may answer with."""
    return {
        status: {
            "description": _TITLES[status],
            "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/ProblemView"}}},
        }
        for status in sorted({*statuses, 500, 503, 507})
    }


def _details(error: BaseException) -> list[Detail]:
    if isinstance(error, DataInvalid | RequestInvalid):
        return [_of_problem(each) for each in error.problems]
    if isinstance(error, IssueBlocked):
        return [
            Detail(
                pointer=pointer(each.where),
                detail=each.sentence,
                code=each.code,
                level=each.level.value,
                suggestions=list(each.suggestions),
            )
            for each in error.findings
        ]
    if isinstance(error, FormFaulty):
        return [_of_fault(each) for each in error.faults]
    return []


def _of_fault(fault: FormFault) -> Detail:
    place = f"{fault.place}: " if fault.place else ""
    return Detail(
        pointer="",
        detail=f"{place}{fault.sentence} {fault.remedy}".strip(),
        code=fault.code,
        level=fault.level.value,
        suggestions=[fault.nearest] if fault.nearest else [],
    )


def _of_problem(problem: Problem) -> Detail:
    return Detail(pointer=pointer(problem.where), detail=problem.sentence, line=problem.line)
