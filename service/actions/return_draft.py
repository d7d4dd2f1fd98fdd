"""Return a draft to its writers, with a reason or with corrections of its fields."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from service.actions.step_draft import last_round, stepped, written
from service.drafts import store
from service.drafts.draft import Verdict
from service.drafts.errors import ReasonMissing
from service.drafts.events import DraftReturned
from service.drafts.rules import Step

if TYPE_CHECKING:
    from collections.abc import Sequence

    from service.accounts.person import Person
    from service.app import House
    from service.drafts.draft import Draft, Mark


def return_draft(
    draft: Draft,
    *,
    revision: int,
    reason: str,
    marks: Sequence[Mark],
    person: Person,
    house: House,
) -> Draft:
    """End the round with corrections.

    Raises:
        ReasonMissing: neither reason nor correction was given.
        OwnDraft: the person wrote it.
        DraftChanged, NotAllowed, StepUnfit: as with every step.
    """
    returned = stepped(draft, Step.RETURN, revision=revision, person=person, house=house)
    told = reason.strip()
    if not told and not marks:
        raise ReasonMissing
    with house.database.transaction() as connection:
        ended = replace(
            last_round(connection, draft),
            verdict=Verdict.DIKEMBALIKAN,
            decided_by=house.actor.name,
            decided_at=returned.changed_at,
            reason=told,
            marks=tuple(marks),
        )
        what = DraftReturned(draft.id, ended.number, told, len(marks))
        written(connection, returned, what, house=house)
        store.close_round(connection, draft.id, ended)
    return returned
