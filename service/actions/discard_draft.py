"""Put a draft aside, and bring it back: nothing that was written is ever lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from service.actions.step_draft import stepped, written
from service.drafts.events import DraftDiscarded, DraftRestored
from service.drafts.rules import Step

if TYPE_CHECKING:
    from service.accounts.person import Person
    from service.app import House
    from service.drafts.draft import Draft


def discard_draft(draft: Draft, *, revision: int, person: Person, house: House) -> Draft:
    """Take a draft off the desk; it is kept, and no list but that of the discarded shows it.

    Raises:
        DraftChanged, NotAllowed, StepUnfit: as with every step.
    """
    aside = stepped(draft, Step.DISCARD, revision=revision, person=person, house=house)
    with house.database.transaction() as connection:
        written(connection, aside, DraftDiscarded(draft.id, draft.state.value), house=house)
    return aside


def restore_draft(draft: Draft, *, revision: int, person: Person, house: House) -> Draft:
    """Make a discarded draft a konsep again; its rounds and corrections are still there.

    Raises:
        DraftChanged, NotAllowed, StepUnfit: as with every step.
    """
    back = stepped(draft, Step.RESTORE, revision=revision, person=person, house=house)
    with house.database.transaction() as connection:
        written(connection, back, DraftRestored(draft.id), house=house)
    return back
