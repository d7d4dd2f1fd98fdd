"""Undo the last save of a draft, or take the undoing back; a save like any other."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from service.actions.step_draft import stepped, written
from service.drafts import saves
from service.drafts.events import DraftSaved
from service.drafts.rules import Step

if TYPE_CHECKING:
    from service.accounts.person import Person
    from service.app import House
    from service.drafts.draft import Draft


def undo_save(
    draft: Draft, *, revision: int, onward: bool = False, person: Person, house: House
) -> Draft:
    """The draft with the data that it had before; as it stands where there is nothing to undo.

    Args:
        draft: as it stands now.
        revision: the one that the person saw.
        onward: True to bring again what was undone.
        person: who does it.
        house: where it is kept.

    Raises:
        DraftChanged: somebody else saved meanwhile; nothing is written.
        NotAllowed, StepUnfit: it may not be changed by this person, or as it stands.
    """
    writers = draft.writers | {person.id}
    undone = stepped(
        draft, Step.SAVE, revision=revision, person=person, house=house, writers=writers
    )
    with house.database.transaction() as connection:
        data = saves.exchanged(connection, draft, onward=onward)
        if data is None:
            return draft
        undone = replace(undone, data=data)
        written(connection, undone, DraftSaved(undone.id, undone.revision), house=house)
    return undone
