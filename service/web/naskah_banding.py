"""``/pemeriksaan/…/banding``: the prints of a draft under review beside what came before."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Path, Request, Response

from service.accounts.acts import Act
from service.actions.compare_prints import Print
from service.actions.compare_versions import print_of
from service.actions.picture_page import picture_page
from service.actions.print_for_review import ask_for_review, print_for_review, print_of_job
from service.comparing.errors import CompareError, PrintMissing
from service.door.caller import Caller
from service.door.seeing import job_seen
from service.drafts.draft import Draft
from service.drafts.rules import Step, open_steps
from service.errors import DataError
from service.web.asking import Fields, reads, text_of
from service.web.banding import PICTURE, compared
from service.web.banding_tampak import MOST_TOLD, VIEWS, Side, View
from service.web.naskah_lawan import Opponent, chosen, differences, opponents
from service.web.naskah_melihat import draft_seen, rounds_of
from service.web.notices import moved
from service.web.rendering import page, query
from service.web.words import stage
from workers.errors import JobUnknown
from workers.jobs import Job, JobState, Recipe

router = APIRouter(prefix="/pemeriksaan/{name}")
Reviews = Annotated[Caller, Depends(reads(Act.REVIEW))]
Number = Annotated[int, Path(ge=1, le=1_000_000)]


@router.get("/banding")
def compare(
    request: Request,
    name: str,
    caller: Reviews,
    *,
    lawan: str = "",
    tampak: View = View.DATA,
    rupa: bool = False,
) -> Response:
    """The draft beside an earlier round or an issued document: data, text, pages."""
    draft = draft_seen(name, caller)
    all_ = opponents(draft, rounds_of(draft, caller), caller)
    opponent = chosen(all_, lawan)
    told: dict[str, Any] = {
        "changes": (),
        "fault": "",
        "leaves": None,
        "spreads": (),
        "waits": (),
        "asks": False,
        "sides": (opponent.side if opponent else Side("–"), _now(draft)),
    }
    if opponent is not None and tampak is View.DATA:
        told["changes"] = differences(draft, opponent, caller)
    elif opponent is not None:
        told |= _prints(draft, opponent, caller, looks=rupa)
    here = f"/pemeriksaan/{draft.id}/banding"
    return page(
        request,
        "naskah/banding.html",
        caller=caller,
        draft=draft,
        all_=all_,
        opponent=opponent,
        view=tampak,
        here=here,
        looking=""
        if rupa
        else here + query(lawan=opponent.key if opponent else "", tampak=View.PAGES, rupa=1),
        ways=[
            (each, label, here + query(lawan=opponent.key if opponent else "", tampak=each))
            for each, label in VIEWS.items()
        ],
        correct=f"/pemeriksaan/{draft.id}"
        if Step.RETURN in open_steps(draft, person=caller.person)
        else "",
        most=MOST_TOLD,
        **told,
    )


@router.post("/cetak")
def print_both(request: Request, name: str, caller: Reviews, fields: Fields) -> Response:
    """Have the KONSEP prints made that are wanting."""
    draft = draft_seen(name, caller)
    opponent = chosen(
        opponents(draft, rounds_of(draft, caller), caller), text_of(fields, "lawan")[:40]
    )
    sent = [draft.data]
    if opponent is not None and opponent.round is not None:
        sent.append(opponent.round.data)
    told = ""
    for data in sent:
        try:
            ask_for_review(draft, data, house=caller.house)
        except DataError as error:
            told = str(error)
    view = View.PAGES if text_of(fields, "tampak") == View.PAGES else View.TEXT
    key = opponent.key if opponent else ""
    to = f"/pemeriksaan/{draft.id}/banding{query(lawan=key, tampak=view)}"
    return moved(request, to, caller=caller, told=told)


@router.get("/cetakan/{job}/halaman/{number}")
def picture(name: str, job: str, number: Number, caller: Reviews) -> Response:
    """A page of a KONSEP as a picture."""
    draft, printing = draft_seen(name, caller), job_seen(job, caller)
    if printing.recipe is not Recipe.KONSEP or printing.kind != draft.kind:
        raise JobUnknown(job)
    told = print_of_job(printing, house=caller.house)
    shown = picture_page(told, page=number, house=caller.house)
    return Response(shown, media_type="image/png", headers=PICTURE)


def _now(draft: Draft) -> Side:
    return Side("Naskah ini", (f"revisi {draft.revision}, {draft.changed_by}",))


def _prints(draft: Draft, opponent: Opponent, caller: Caller, *, looks: bool) -> dict[str, Any]:
    """Both prints compared, or how far they are, or that they must be asked for."""
    house = caller.house
    wanted = [(_now(draft), draft.data)]
    if opponent.round is not None:
        wanted.insert(0, (opponent.side, opponent.round.data))
    jobs = [(side, print_for_review(draft, data, house=house)) for side, data in wanted]
    if any(job is None for _, job in jobs):
        return {"asks": True}
    known = [(side, job) for side, job in jobs if job is not None]
    if waits := [_progress(side, job) for side, job in known if not job.state.finished]:
        return {"waits": waits}
    try:
        prints = [_finished(side, job, caller) for side, job in known]
        sides = [replace(side, pictures=_pictures(draft, job)) for side, job in known]
        if opponent.document is not None:
            prints.insert(0, print_of(opponent.held, house=house))
            sides.insert(0, opponent.side)
        before, after = prints
        return compared(before, after, caller, looks=looks) | {"sides": tuple(sides)}
    except CompareError as error:
        return {"fault": str(error)}


def _finished(side: Side, job: Job, caller: Caller) -> Print:
    if job.state is not JobState.PRINTED:
        raise PrintMissing(f"{side.name} ({job.error or 'KONSEP-nya tidak dapat dicetak'})")
    return print_of_job(job, house=caller.house)


def _pictures(draft: Draft, job: Job) -> str:
    return f"/pemeriksaan/{draft.id}/cetakan/{job.id}/halaman/"


def _progress(side: Side, job: Job) -> str:
    return f"{side.name}: {stage(job.stage)}"
