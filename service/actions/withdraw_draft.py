"""Take a draft back from those who judge it, or after they approved, to write on."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from service.actions.step_draft import last_round, stepped, written
from service.drafts import store
from service.drafts.draft import Verdict
from service.drafts.errors import StepUnfit
from service.drafts.events import DraftWithdrawn
from service.drafts.rules import Step
from workers.jobs import JobState

if TYPE_CHECKING:
    from service.accounts.person import Person
    from service.app import House
    from service.drafts.draft import Draft

_FAILED = frozenset({JobState.REJECTED, JobState.CANCELLED})


def withdraw_draft(draft: Draft, *, revision: int, person: Person, house: House) -> Draft:
    """Make it a konsep again; the round that lasted ends without a verdict on the draft.

    Raises:
        DraftChanged, NotAllowed, StepUnfit: as with every step.
    """
    taken = stepped(draft, Step.WITHDRAW, revision=revision, person=person, house=house)
    with house.database.transaction() as connection:
        written(connection, taken, DraftWithdrawn(draft.id, draft.state.value), house=house)
        ended = replace(
            last_round(connection, draft),
            verdict=Verdict.DITARIK,
            decided_by=house.actor.name,
            decided_at=taken.changed_at,
        )
        store.close_round(connection, draft.id, ended)
    return taken


def reopen_draft(draft: Draft, *, revision: int, person: Person, house: House) -> Draft:
    """Make a draft whose document was never made a konsep again.

    Raises:
        StepUnfit: the document was made, or may still be.
        DraftChanged, NotAllowed: as with every step.
    """
    taken = stepped(draft, Step.REOPEN, revision=revision, person=person, house=house, job=None)
    if draft.job is None or house.jobs.get(draft.job).state not in _FAILED:
        raise StepUnfit(Step.REOPEN.value, draft.state.value)
    with house.database.transaction() as connection:
        written(connection, taken, DraftWithdrawn(draft.id, draft.state.value), house=house)
    return taken
