"""Begin a draft: empty, or with data that were brought along."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from archive.audit.trail import note
from service.accounts.acts import Act
from service.accounts.errors import NotAllowed
from service.accounts.people import printable
from service.accounts.permissions import may
from service.drafts import store
from service.drafts.draft import Draft
from service.drafts.events import DraftCopied, DraftSaved
from service.drafts.text import text_of, title_of

if TYPE_CHECKING:
    from doc_templates.kind import Kind
    from service.accounts.person import Person
    from service.app import House
    from service.drafts.draft import Copied


def begin_draft(
    *,
    kind: Kind,
    office: str,
    title: str,
    content: Any,  # noqa: ANN401 - plain data, sound or not
    person: Person,
    copied: Copied | None = None,
    name: str | None = None,
    house: House,
) -> Draft:
    """Write a new draft down.

    Args:
        kind: what it is to become.
        office: whose it is, as printed.
        title: by which its writers know it.
        content: the data to begin with.
        person: who writes it.
        copied: the document whose data they are.
        name: its id; a new one when None.
        house: where it is kept.

    Raises:
        NotAllowed: the person writes nothing in this office.
        NameUnusable, TitleUnusable: office or title cannot be shown.
    """
    if not may(person, Act.REQUEST, office):
        raise NotAllowed(Act.REQUEST.value)
    now = house.clock()
    draft = Draft(
        id=name or house.new_name(),
        kind=kind.name,
        office=printable(office, what="Nama kantor"),
        title=title_of(title),
        data=text_of(content),
        created_by=house.actor.name,
        created_at=now,
        changed_by=house.actor.name,
        changed_at=now,
        writers=frozenset({person.id}),
        copied=copied,
    )
    with house.database.transaction() as connection:
        store.add(connection, draft)
        saved = DraftSaved(draft.id, draft.revision)
        note(connection, saved, document=None, actor=house.actor, now=now)
        if copied is not None:
            what = DraftCopied(draft.id, copied.document)
            note(connection, what, document=None, actor=house.actor, now=now)
    return draft
