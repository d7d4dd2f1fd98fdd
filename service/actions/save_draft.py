"""Save a draft: its data as typed, sound or not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from service.actions.step_draft import stepped, written
from service.drafts import saves
from service.drafts.events import DraftSaved
from service.drafts.rules import Step
from service.drafts.text import text_of, title_of

if TYPE_CHECKING:
    from collections.abc import Collection

    from service.accounts.person import Person
    from service.app import House
    from service.drafts.draft import Draft


def save_draft(
    draft: Draft,
    *,
    revision: int,
    title: str,
    content: Any,  # noqa: ANN401 - plain data, sound or not
    person: Person,
    acknowledged: Collection[str] = (),
    house: House,
) -> Draft:
    """Put new data into a draft; where nothing differs, nothing is written.

    Args:
        draft: as it stands now.
        revision: the one that the person saw.
        title: by which its writers know it.
        content: the data.
        person: who saves.
        acknowledged: keys of the findings that she says to have seen.
        house: where it is kept.

    Raises:
        DraftChanged: somebody else saved meanwhile; nothing is written.
        NotAllowed, StepUnfit: it may not be changed by this person, or as it stands.
        TitleUnusable: the title cannot be shown.
    """
    data, named = text_of(content), title_of(title)
    seen = {**dict.fromkeys(sorted(acknowledged), house.actor.name), **draft.seen}
    saved = stepped(
        draft,
        Step.SAVE,
        revision=revision,
        person=person,
        house=house,
        data=data,
        title=named,
        writers=draft.writers | {person.id},
        seen=seen,
    )
    if (data, named, seen) == (draft.data, draft.title, draft.seen):
        return draft
    with house.database.transaction() as connection:
        written(connection, saved, DraftSaved(saved.id, saved.revision), house=house)
        if data != draft.data:
            saves.remember(connection, draft)
    return saved
