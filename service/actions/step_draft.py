"""What all steps of a draft share: the rules are asked, the revision is held, the trail told."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from archive.audit.trail import note
from archive.records import DocumentId
from doc_templates.errors import KindUnknown
from service.drafts import store
from service.drafts.errors import DraftChanged
from service.drafts.rules import Step, after

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from archive.audit.events import Happening
    from doc_templates.kind import Kind
    from service.accounts.person import Person
    from service.app import House
    from service.drafts.draft import Draft, Round


def stepped(
    draft: Draft,
    step: Step,
    *,
    revision: int,
    person: Person,
    house: House,
    **changes: Any,  # noqa: ANN401 - fields of the draft
) -> Draft:
    """The draft after a step; nothing is written yet.

    Args:
        draft: as it stands now.
        step: what is done.
        revision: the one that the person saw.
        person: who does it.
        house: whose clock and actor count.
        changes: fields that are otherwise afterwards.

    Raises:
        DraftChanged: somebody else came first.
        NotAllowed, StepUnfit, OwnDraft: the rules stand against it.
    """
    state = after(draft, step, person=person)
    if revision != draft.revision:
        raise DraftChanged(draft.changed_by, draft.changed_at)
    return replace(
        draft,
        state=state,
        revision=revision + 1,
        changed_by=house.actor.name,
        changed_at=house.clock(),
        **changes,
    )


def written(
    connection: Connection,
    draft: Draft,
    happening: Happening,
    *,
    document: str | None = None,
    house: House,
) -> None:
    """Write a draft that was stepped, and what happened to it, in the caller's transaction."""
    store.replace_draft(connection, draft, revision=draft.revision - 1)
    about = None if document is None else DocumentId(document)
    note(connection, happening, document=about, actor=house.actor, now=draft.changed_at)


def last_round(connection: Connection, draft: Draft) -> Round:
    """The round that lasts, of a draft that was sent."""
    return store.rounds_of(connection, draft.id)[-1]


def kind_of(draft: Draft, *, house: House) -> Kind:
    """The kind that a draft is written for.

    Raises:
        KindUnknown: this release has it no more.
    """
    if draft.kind not in house.kinds:
        raise KindUnknown(draft.kind, house.kinds)
    return house.kinds[draft.kind]
