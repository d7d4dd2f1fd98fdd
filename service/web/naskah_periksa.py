"""``/pemeriksaan``: drafts that wait for judgement, compared with what came before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Final

from fastapi import APIRouter, Depends, Request, Response

from service.accounts.acts import Act
from service.actions.approve_draft import approve_draft
from service.actions.return_draft import return_draft
from service.actions.step_draft import kind_of
from service.door.caller import Caller
from service.drafts.draft import Draft, DraftState, Mark
from service.drafts.errors import DraftError
from service.drafts.remarks import opinion_of
from service.drafts.rules import open_steps
from service.drafts.text import data_of
from service.errors import IssueBlocked
from service.located import read_path
from service.web.asking import Fields, reads
from service.web.forms import Faults, fault_of
from service.web.naskah_bentuk import shape_of
from service.web.naskah_lawan import chosen, differences, opponents
from service.web.naskah_medan import Said, fields_of, unplaced
from service.web.naskah_melihat import (
    MARKS,
    STATES,
    draft_seen,
    drafts_seen,
    revision_of,
    rounds_of,
    words_for,
    words_of,
)
from service.web.navigation import Link
from service.web.notices import moved
from service.web.rendering import page

router = APIRouter(prefix="/pemeriksaan")
LINKS = (Link(20, "Pemeriksaan", "/pemeriksaan", Act.REVIEW, "Periksa naskah yang diajukan."),)
Reviews = Annotated[Caller, Depends(reads(Act.REVIEW))]
MARK: Final = "k:"
"""In front of a path, it is the name of the field that holds its correction."""
_MOST_MARKS: Final = 200
_LONGEST_MARK: Final = 400


@dataclass(frozen=True, slots=True)
class Touched:
    """The places that differ; a place counts, too, where something above or below it differs."""

    places: tuple[str, ...]

    def __contains__(self, where: str) -> bool:
        path = read_path(where)
        others = (read_path(each) for each in self.places)
        return any(path[: len(each)] == each[: len(path)] for each in others)


@router.get("")
def waiting(request: Request, caller: Reviews) -> Response:
    """What waits for judgement, and what was judged lately."""
    waiting = drafts_seen(caller, [DraftState.DIAJUKAN])
    judged = drafts_seen(caller, [DraftState.DIKEMBALIKAN, DraftState.DISETUJUI])
    return page(
        request,
        "naskah/pemeriksaan.html",
        caller=caller,
        waiting=sorted(waiting, key=lambda each: each.changed_at),
        judged=judged[:20],
        rounds={each.id: len(rounds_of(each, caller)) for each in waiting},
        own={each.id for each in waiting if caller.person.id in each.writers},
        kinds=caller.house.kinds,
        states=STATES,
        marks=MARKS,
    )


@router.get("/{name}")
def review(
    request: Request, name: str, caller: Reviews, lawan: str = "", koreksi: str = ""
) -> Response:
    """A draft, what differs from what came before, and a place for corrections."""
    typed = {"": koreksi[:_LONGEST_MARK]} if koreksi else None
    return _shown(request, caller, draft_seen(name, caller), typed=typed, against=lawan)


@router.post("/{name}/kembalikan")
def give_back(request: Request, name: str, caller: Reviews, fields: Fields) -> Response:
    """Return a draft with corrections."""
    draft, reason = draft_seen(name, caller), words_of(fields, "alasan")
    marks = [
        Mark(key.removeprefix(MARK), words_of(fields, key).strip())
        for key in list(dict.fromkeys(fields))[:5000]
        if key.startswith(MARK) and words_of(fields, key).strip()
    ][:_MOST_MARKS]
    try:
        return_draft(
            draft,
            revision=revision_of(fields),
            reason=reason,
            marks=marks,
            person=caller.person,
            house=caller.house,
        )
    except DraftError as error:
        typed = {each.where: each.sentence for each in marks}
        return _shown(request, caller, draft, faults=fault_of(error), typed=typed, reason=reason)
    told = f"Naskah dikembalikan dengan {len(marks)} koreksi."
    return moved(request, "/pemeriksaan", caller=caller, told=told)


@router.post("/{name}/setujui")
def approve(request: Request, name: str, caller: Reviews, fields: Fields) -> Response:
    """Approve a draft."""
    draft, revision = draft_seen(name, caller), revision_of(fields)
    try:
        approve_draft(draft, revision=revision, person=caller.person, house=caller.house)
    except (DraftError, IssueBlocked) as error:
        return _shown(request, caller, draft, faults=fault_of(error))
    return moved(request, "/pemeriksaan", caller=caller, told="Naskah disetujui.")


def _shown(
    request: Request,
    caller: Caller,
    draft: Draft,
    *,
    faults: Faults | None = None,
    typed: Mapping[str, str] | None = None,
    reason: str = "",
    against: str = "",
) -> Response:
    kind, rounds = kind_of(draft, house=caller.house), rounds_of(draft, caller)
    data = data_of(draft.data)
    opinion = opinion_of(data, kind=kind)
    said = Said(opinion.remarks)
    form = fields_of(data.content, shape_of(kind), said)
    all_ = opponents(draft, rounds, caller)
    opponent = chosen(all_, against)
    found = differences(draft, opponent, caller) if opponent else []
    return page(
        request,
        "naskah/periksa.html",
        caller=caller,
        status=422 if faults else 200,
        **words_for(
            draft,
            kind=kind,
            form=form,
            elsewhere=unplaced(form, said),
            opinion=opinion,
            rounds=rounds,
            opponents=all_,
            opponent=opponent,
            differences=found,
            changed={each.where: each.sort.value for each in found},
            touched=Touched(tuple(each.where for each in found)),
            steps={each.name for each in open_steps(draft, person=caller.person)},
            own=caller.person.id in draft.writers,
            typed=typed or {},
            reason=reason,
            faults=faults or Faults(),
        ),
    )
