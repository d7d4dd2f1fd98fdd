"""``/naskah/…``: prints of a draft marked KONSEP, asked for, followed and looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

from fastapi import APIRouter, Depends, Path, Request, Response
from starlette.responses import FileResponse

from service.accounts.acts import Act
from service.actions.preview_draft import file_of, pages_of, picture_konsep, preview_draft
from service.actions.step_draft import kind_of
from service.comparing.errors import CompareError
from service.door.caller import Caller
from service.door.seeing import job_seen
from service.drafts.errors import DraftError
from service.drafts.text import data_of, text_of
from service.errors import DataError, DataInvalid
from service.web.asking import Fields, reads
from service.web.naskah_bentuk import shape_of
from service.web.naskah_isian import filled
from service.web.naskah_langkah import refused
from service.web.naskah_melihat import ask_konsep, draft_seen, words_for
from service.web.notices import moved
from service.web.rendering import fragment, page
from workers.errors import JobUnknown
from workers.jobs import Job, JobState, Recipe

if TYPE_CHECKING:
    from service.drafts.draft import Draft

router = APIRouter(prefix="/naskah/{name}")
Previews = Annotated[Caller, Depends(reads(Act.PREVIEW))]
Number = Annotated[int, Path(ge=1, le=10_000)]
_KEPT = {"Cache-Control": "private, max-age=3600, immutable"}
"""A print never changes; its next state is another print."""


@router.post("/konsep")
def print_(request: Request, name: str, caller: Previews) -> Response:
    """Have what is saved printed as a KONSEP."""
    draft = draft_seen(name, caller)
    try:
        job = ask_konsep(draft, draft.data, caller)
    except (DataError, DraftError) as error:
        return refused(request, caller, draft, error)
    return moved(request, f"/naskah/{name}/konsep/{job.id}", caller=caller)


@router.post("/pratinjau")
def preview(name: str, caller: Previews, fields: Fields) -> Response:
    """The same of what stands in the form, saved or not; a part of the page."""
    draft = draft_seen(name, caller)
    shape = shape_of(kind_of(draft, house=caller.house))
    content = filled(data_of(draft.data).content, shape, fields)
    try:
        job = preview_draft(draft, text_of(content), house=caller.house)
    except DataInvalid as error:
        many = len(error.problems)
        fault = f"KONSEP dapat dicetak sesudah {many} isian diperbaiki."
        return _part(draft, None, caller, fault=fault)
    except (DataError, DraftError) as error:
        return _part(draft, None, caller, fault=str(error))
    return _part(draft, job, caller)


@router.get("/konsep/{job}")
def konsep(request: Request, name: str, job: str, caller: Previews, potongan: str = "") -> Response:
    """How far a print has come, and the print."""
    draft, printing = draft_seen(name, caller), _seen(job, caller)
    if potongan:
        return _part(draft, printing, caller)
    shown = _shown(draft, printing, caller)
    return page(request, "naskah/konsep.html", caller=caller, **shown, oob=False)


@router.get("/konsep/{job}/pdf")
def konsep_pdf(name: str, job: str, caller: Previews) -> Response:
    """The print itself; it is kept for some hours."""
    draft, printing = draft_seen(name, caller), _seen(job, caller)
    path = file_of(printing, house=caller.house)
    if printing.state is not JobState.PRINTED or not path.is_file():
        raise JobUnknown(job)
    return FileResponse(
        path,
        media_type="application/pdf",
        filename=f"{draft.kind}-{draft.id}-KONSEP.pdf",
        content_disposition_type="inline",
    )


@router.get("/konsep/{job}/halaman/{number}")
def picture(name: str, job: str, number: Number, caller: Previews) -> Response:
    """A page of the print as a picture."""
    draft_seen(name, caller)
    shown = picture_konsep(_seen(job, caller), number, house=caller.house)
    return Response(shown, media_type="image/png", headers=_KEPT)


def _seen(job: str, caller: Caller) -> Job:
    printing = job_seen(job, caller)
    if printing.recipe is not Recipe.KONSEP:
        raise JobUnknown(job)
    return printing


def _part(draft: Draft, job: Job | None, caller: Caller, *, fault: str = "") -> Response:
    shown = _shown(draft, job, caller, fault=fault)
    return fragment("naskah/pratinjau.html", session=caller.session, **shown, oob=True)


def _shown(draft: Draft, job: Job | None, caller: Caller, *, fault: str = "") -> dict[str, Any]:
    """What a page tells of a print; without a job, one waits for another."""
    pages, age = 0, 0
    if job is not None and job.state is JobState.PRINTED:
        try:
            pages = pages_of(job, house=caller.house)
        except CompareError as error:
            fault = str(error)
        if job.finished_at is not None:
            age = max(0, int((caller.house.clock() - job.finished_at).total_seconds()))
    return words_for(draft, job=job, fault=fault, pages=pages, age=age)
