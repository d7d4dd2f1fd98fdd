"""``/naskah/…``: prints of a draft, taking it back, and having its document issued."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response
from starlette.responses import FileResponse

from service.accounts.acts import Act
from service.actions.issue_draft import issue_draft
from service.actions.step_draft import kind_of
from service.actions.withdraw_draft import reopen_draft, withdraw_draft
from service.door.caller import Caller
from service.door.seeing import job_seen
from service.drafts.draft import Draft
from service.drafts.errors import DraftError
from service.drafts.text import data_of, text_of
from service.errors import DataError, DataInvalid, IssueBlocked
from service.web.asking import Fields, reads
from service.web.forms import fault_of
from service.web.naskah_bentuk import shape_of
from service.web.naskah_isian import filled
from service.web.naskah_melihat import ask_konsep, draft_seen, revision_of, words_for
from service.web.naskah_tampak import draft_page
from service.web.notices import moved
from service.web.rendering import fragment, page
from workers.errors import JobUnknown
from workers.jobs import Job, JobState

router = APIRouter(prefix="/naskah/{name}")
Previews = Annotated[Caller, Depends(reads(Act.PREVIEW))]
Writes = Annotated[Caller, Depends(reads(Act.REQUEST))]


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
        job = ask_konsep(draft, text_of(content), caller)
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
    draft, printing = draft_seen(name, caller), job_seen(job, caller)
    if potongan:
        return _part(draft, printing, caller)
    shown = words_for(draft, job=printing, fault="")
    return page(request, "naskah/konsep.html", caller=caller, **shown)


@router.get("/konsep/{job}/pdf")
def konsep_pdf(name: str, job: str, caller: Previews) -> Response:
    """The print itself; it is kept for some hours."""
    draft, printing = draft_seen(name, caller), job_seen(job, caller)
    path = caller.house.settings.work / printing.id / "document.pdf"
    if printing.state is not JobState.PRINTED or not path.is_file():
        raise JobUnknown(job)
    return FileResponse(
        path,
        media_type="application/pdf",
        filename=f"{draft.kind}-{draft.id}-KONSEP.pdf",
        content_disposition_type="inline",
    )


@router.post("/tarik")
def withdraw(request: Request, name: str, caller: Writes, fields: Fields) -> Response:
    """Take a draft back, to write on."""
    draft, revision = draft_seen(name, caller), revision_of(fields)
    try:
        withdraw_draft(draft, revision=revision, person=caller.person, house=caller.house)
    except DraftError as error:
        return refused(request, caller, draft, error)
    return moved(request, f"/naskah/{name}", caller=caller, told="Naskah ditarik kembali.")


@router.post("/buka")
def reopen(request: Request, name: str, caller: Writes, fields: Fields) -> Response:
    """Write on in a draft whose document was not made."""
    draft, revision = draft_seen(name, caller), revision_of(fields)
    try:
        reopen_draft(draft, revision=revision, person=caller.person, house=caller.house)
    except DraftError as error:
        return refused(request, caller, draft, error)
    return moved(request, f"/naskah/{name}", caller=caller, told="Naskah dibuka lagi.")


@router.post("/terbitkan")
def issue(request: Request, name: str, caller: Writes, fields: Fields) -> Response:
    """Ask for the document of an approved draft."""
    draft, revision = draft_seen(name, caller), revision_of(fields)
    try:
        asked = issue_draft(draft, revision=revision, person=caller.person, house=caller.house)
    except (DraftError, DataError, IssueBlocked) as error:
        return refused(request, caller, draft, error)
    told = f"Penerbitan diminta. {asked.asleep or ''}".strip()
    return moved(request, f"/naskah/{name}", caller=caller, told=told)


def _part(draft: Draft, job: Job | None, caller: Caller, *, fault: str = "") -> Response:
    shown = words_for(draft, job=job, fault=fault)
    return fragment("naskah/pratinjau.html", session=caller.session, **shown)


def refused(request: Request, caller: Caller, draft: Draft, error: Exception) -> Response:
    """The page of the draft, with why it was not done."""
    now = draft_seen(draft.id, caller)
    return draft_page(
        request,
        caller,
        now,
        content=data_of(now.data).content,
        faults=fault_of(error),
        status=422,
    )
