"""``/naskah/…``: taking a draft back, and having its document issued."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response

from service.accounts.acts import Act
from service.actions.issue_draft import issue_draft
from service.actions.withdraw_draft import reopen_draft, withdraw_draft
from service.door.caller import Caller
from service.drafts.draft import Draft
from service.drafts.errors import DraftError
from service.drafts.text import data_of
from service.errors import DataError, IssueBlocked
from service.web.asking import Fields, reads
from service.web.forms import fault_of
from service.web.naskah_melihat import draft_seen, revision_of
from service.web.naskah_tampak import draft_page
from service.web.notices import moved

router = APIRouter(prefix="/naskah/{name}")
Writes = Annotated[Caller, Depends(reads(Act.REQUEST))]


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
