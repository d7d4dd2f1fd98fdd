"""``/``: what a person can do here, and what happened last."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response

from archive.index.search import Search
from service.accounts.acts import Act
from service.accounts.permissions import EVERYWHERE, guarded, offices_of
from service.accounts.person import Person
from service.app import House
from service.door.caller import Caller
from service.web.asking import reads
from service.web.home_menunggu import own_drafts, waiting_for
from service.web.naskah_melihat import MARKS, STATES
from service.web.rendering import page
from workers.job_list import JobSearch, count_states, list_jobs

router = APIRouter()
_FEW = 6


@router.get("/")
def home(request: Request, caller: Annotated[Caller, Depends(reads(Act.MANAGE_OWN))]) -> Response:
    """The first page after signing in, by what the person is."""
    house, person = caller.house, caller.person
    return page(
        request,
        "home.html",
        caller=caller,
        documents=_documents(person, house),
        jobs=_jobs(person, house),
        waiting=waiting_for(person, house),
        mine=own_drafts(person, house),
        writes=Act.REQUEST in caller.acts,
        states=STATES,
        marks=MARKS,
    )


def _documents(person: Person, house: House) -> dict[str, object] | None:
    offices = offices_of(person, Act.SEE_DOCUMENTS)
    if not offices:
        return None
    within = None if EVERYWHERE in offices else offices
    wanted = Search(within=within, guarded=guarded(person))
    found = house.archive.search(wanted, limit=_FEW)
    states = dict(house.archive.facets(wanted)["state"])
    return {"entries": found.entries, "states": states, "all": sum(states.values())}


def _jobs(person: Person, house: House) -> dict[str, object] | None:
    offices = offices_of(person, Act.SEE_JOBS)
    if not offices:
        return None
    wanted = JobSearch(within=None if EVERYWHERE in offices else offices)
    found, _ = list_jobs(house.database, wanted, limit=_FEW)
    return {"latest": found, "states": count_states(house.database, wanted)}
