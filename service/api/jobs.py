"""``/jobs``: ask for documents and KONSEP prints, watch them, take back, ask again."""

from __future__ import annotations

from datetime import datetime
from http import HTTPStatus
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Query, Request, Response
from pydantic import BaseModel
from starlette.responses import FileResponse

from service.accounts.acts import Act
from service.actions.cancel_job import cancel_job
from service.actions.handing_over import Asked
from service.actions.print_konsep import print_konsep
from service.actions.request_document import request_document
from service.actions.retry_job import retry_job
from service.api import paging
from service.api.checks import FindingView, finding_view
from service.api.data import BODY, Key, Sent, own_office
from service.api.kinds import kind_named
from service.api.paging import Paged, Word
from service.door.caller import Caller, asks
from service.door.problems import problems
from service.door.seeing import job_seen, seen_offices
from service.door.stream import follow
from workers.errors import JobUnknown
from workers.job_list import JobMark, JobSearch, list_jobs
from workers.jobs import Job, JobState

router = APIRouter(tags=["pekerjaan"])
Sees = Annotated[Caller, Depends(asks(Act.SEE_JOBS))]
Steers = Annotated[Caller, Depends(asks(Act.STEER_JOBS))]
Requests = Annotated[Caller, Depends(asks(Act.REQUEST))]
Previews = Annotated[Caller, Depends(asks(Act.PREVIEW))]
_REFUSALS = problems(400, 401, 403, 404, 422)
_STEERING = problems(400, 401, 403, 404, 409, 422)
_ASKING = problems(400, 401, 403, 404, 408, 409, 413, 422)
STREAM: dict[int | str, dict[str, Any]] = {200: {"content": {"text/event-stream": {}}}}


class JobView(BaseModel):
    """One document that was asked for, and how far it has come."""

    id: str
    recipe: Literal["issue", "konsep"]
    kind: str
    office: str | None
    batch: str | None
    state: JobState
    stage: str | None
    """The last finished stage."""
    number: str | None
    document: str | None
    version: int | None
    pages: int | None
    code: str | None
    verify_url: str | None
    asked_by: str
    asked_at: datetime
    finished_at: datetime | None
    attempts: int
    error: str | None
    """The last error, one sentence."""
    notes: list[str]


class AskedView(BaseModel):
    """A job that stands in the ledger."""

    job: JobView
    repeated: bool
    """The same had been asked under this key before; nothing was added."""
    findings: list[FindingView]
    asleep: str | None
    """Why no worker could be woken; the job is safe."""


class JobsView(BaseModel):
    """A page of jobs, the latest first."""

    jobs: list[JobView]
    next: str | None


class JobCriteria(Paged):
    """What is looked for."""

    state: JobState | None = None
    kind: Word | None = None
    office: Word | None = None
    batch: Word | None = None


@router.post(
    "/kinds/{kind}/jobs",
    summary="Minta satu dokumen",
    status_code=HTTPStatus.ACCEPTED,
    responses={200: {"model": AskedView, "description": "Sudah pernah diminta"}, **_ASKING},
    openapi_extra=BODY,
)
def request(kind: str, caller: Requests, data: Sent, key: Key, response: Response) -> AskedView:
    """Issue a document: checked, numbered and written down; 200 where the key was used before."""
    wanted = kind_named(kind, caller)
    own_office(caller)(wanted, data)
    asked = request_document(data, kind=wanted, key=key, house=caller.house)
    return _answered(asked, response)


@router.post(
    "/kinds/{kind}/previews",
    summary="Cetak KONSEP",
    status_code=HTTPStatus.ACCEPTED,
    responses={200: {"model": AskedView, "description": "Sudah pernah diminta"}, **_ASKING},
    openapi_extra=BODY,
)
def preview(kind: str, caller: Previews, data: Sent, key: Key, response: Response) -> AskedView:
    """Have a KONSEP printed; when its job is `printed`, it lies at `/jobs/{id}/preview`."""
    wanted = kind_named(kind, caller)
    own_office(caller)(wanted, data)
    return _answered(print_konsep(data, kind=wanted, key=key, house=caller.house), response)


@router.get("/jobs", summary="Daftar pekerjaan", responses=_REFUSALS)
def jobs(criteria: Annotated[JobCriteria, Query()], caller: Sees) -> JobsView:
    """The jobs of the caller's offices."""
    wanted = JobSearch(
        **criteria.model_dump(exclude={"limit", "cursor"}), within=seen_offices(caller)
    )
    after = paging.read(
        criteria.cursor, lambda parts: JobMark(datetime.fromisoformat(parts[0]), str(parts[1]))
    )
    page, following = list_jobs(caller.house.database, wanted, after=after, limit=criteria.limit)
    return JobsView(
        jobs=[job_view(each) for each in page],
        next=following and paging.written(following.asked_at.isoformat(), following.job),
    )


@router.get("/jobs/{job}", summary="Satu pekerjaan", responses=_REFUSALS)
def job_(job: str, caller: Sees) -> JobView:
    """How far it has come."""
    return job_view(job_seen(job, caller))


@router.get(
    "/jobs/{job}/events",
    summary="Kemajuan satu pekerjaan",
    response_class=Response,
    responses={**STREAM, **_REFUSALS},
)
def events(job: str, caller: Sees, request: Request) -> Response:
    """Server-sent events `state`, each with the job, and `end` when it is finished."""
    seen = job_seen(job, caller)

    def look() -> tuple[JobView, bool]:
        now = caller.house.jobs.get(seen.id)
        return job_view(now), now.state.finished

    return follow(look, first=job_view(seen), request=request)


@router.get(
    "/jobs/{job}/preview",
    summary="PDF KONSEP",
    response_class=FileResponse,
    responses={200: {"content": {"application/pdf": {}}}, **_REFUSALS},
)
def preview_file(job: str, caller: Previews) -> FileResponse:
    """The print of a KONSEP; it is kept for `LONTAR_KEEP_HOURS`."""
    seen = job_seen(job, caller)
    path = caller.house.settings.work / seen.id / "document.pdf"
    if seen.state is not JobState.PRINTED or not path.is_file():
        raise JobUnknown(job)
    return FileResponse(
        path,
        media_type="application/pdf",
        filename=f"{seen.kind}-{seen.id}-KONSEP.pdf",
        content_disposition_type="inline",
    )


@router.post("/jobs/{job}/cancellation", summary="Batalkan", responses=_STEERING)
def cancel(job: str, caller: Steers) -> JobView:
    """Take back what no worker has taken up; its number is void."""
    return job_view(cancel_job(job_seen(job, caller), house=caller.house))


@router.post("/jobs/{job}/retry", summary="Minta lagi", responses=_STEERING)
def retry(job: str, caller: Steers) -> JobView:
    """Ask a rejected job again, under the same number."""
    seen = job_seen(job, caller)
    return job_view(retry_job(seen.id, house=caller.house).job)


def asked_view(asked: Asked) -> AskedView:
    """What was asked, for a program."""
    return AskedView(
        job=job_view(asked.job),
        repeated=asked.repeated,
        findings=[finding_view(each) for each in asked.findings],
        asleep=asked.asleep,
    )


def job_view(job: Job) -> JobView:
    """A job for a program; the data are not told, documents have them."""
    shared = {
        name: getattr(job, name)
        for name in JobView.model_fields
        if name not in {"asked_by", "notes", "recipe"}
    }
    return JobView(
        **shared, recipe=job.recipe.value, asked_by=job.actor_name, notes=list(job.notes)
    )


def _answered(asked: Asked, response: Response) -> AskedView:
    if asked.repeated:
        response.status_code = HTTPStatus.OK
    response.headers["Location"] = f"/api/v1/jobs/{asked.job.id}"
    return asked_view(asked)
