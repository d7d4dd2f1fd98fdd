"""``/naskah/…/buang``: put a draft aside and bring it back; let one through without a judge."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response

from service.accounts.acts import Act
from service.actions.discard_draft import discard_draft, restore_draft
from service.actions.let_through import let_through
from service.actions.step_draft import kind_of
from service.door.caller import Caller
from service.drafts.errors import DraftError
from service.drafts.rules import Step, after
from service.errors import IssueBlocked
from service.web.asking import Fields, reads
from service.web.naskah_langkah import refused
from service.web.naskah_melihat import draft_seen, revision_of, words_for
from service.web.notices import moved
from service.web.rendering import page

router = APIRouter(prefix="/naskah/{name}")
Writes = Annotated[Caller, Depends(reads(Act.REQUEST))]


@router.get("/buang")
def ask(request: Request, name: str, caller: Writes) -> Response:
    """Ask whether it is meant."""
    draft = draft_seen(name, caller)
    after(draft, Step.DISCARD, person=caller.person)
    kind = kind_of(draft, house=caller.house)
    return page(request, "naskah/buang.html", caller=caller, **words_for(draft, kind=kind))


@router.post("/buang")
def discard(request: Request, name: str, caller: Writes, fields: Fields) -> Response:
    """Put it aside."""
    draft, revision = draft_seen(name, caller), revision_of(fields)
    try:
        discard_draft(draft, revision=revision, person=caller.person, house=caller.house)
    except DraftError as error:
        return refused(request, caller, draft, error)
    told = f"Naskah “{draft.title}” dibuang; ia dapat dipulihkan dari daftar Dibuang."
    return moved(request, "/naskah", caller=caller, told=told)


@router.post("/pulihkan")
def restore(request: Request, name: str, caller: Writes, fields: Fields) -> Response:
    """Bring it back."""
    draft, revision = draft_seen(name, caller), revision_of(fields)
    try:
        restore_draft(draft, revision=revision, person=caller.person, house=caller.house)
    except DraftError as error:
        return refused(request, caller, draft, error)
    return moved(request, f"/naskah/{name}", caller=caller, told="Naskah dipulihkan.")


@router.post("/loloskan")
def pass_(request: Request, name: str, caller: Writes, fields: Fields) -> Response:
    """Go on without a judgement, where nobody may judge."""
    draft, revision = draft_seen(name, caller), revision_of(fields)
    try:
        let_through(draft, revision=revision, person=caller.person, house=caller.house)
    except (DraftError, IssueBlocked) as error:
        return refused(request, caller, draft, error)
    told = "Naskah dilanjutkan tanpa pemeriksa; kini dapat diterbitkan."
    return moved(request, f"/naskah/{name}", caller=caller, told=told)
