"""Send a draft for review: sound, its findings seen, for the office that it names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from archive.records import folded_office
from service.actions.print_for_review import prepare_review
from service.actions.step_draft import kind_of, stepped, written
from service.drafts import store
from service.drafts.copied import with_copied
from service.drafts.draft import Round
from service.drafts.errors import DraftUnsound, FindingsUnseen, OfficeDiffers
from service.drafts.events import DraftSent
from service.drafts.remarks import opinion_of
from service.drafts.rules import Step
from service.drafts.text import data_of

if TYPE_CHECKING:
    from collections.abc import Collection

    from service.accounts.person import Person
    from service.app import House
    from service.drafts.draft import Draft


def send_for_review(
    draft: Draft,
    *,
    revision: int,
    acknowledged: Collection[str],
    person: Person,
    house: House,
) -> Draft:
    """Lay a draft before those who judge it, and begin a round.

    Args:
        draft: as it stands.
        revision: the one that the person saw.
        acknowledged: keys of the findings that the person says to have seen.
        person: who sends it.
        house: where it is kept.

    Raises:
        DraftUnsound: the data do not fit the kind.
        FindingsUnseen: a warning has been acknowledged by nobody.
        OfficeDiffers: the data name another office.
        DraftChanged, NotAllowed, StepUnfit: as with every step.
    """
    kind = kind_of(draft, house=house)
    data = data_of(draft.data)
    opinion = with_copied(opinion_of(data, kind=kind), draft, data.content)
    known = {each.key for each in opinion.remarks}
    seen = {
        **{key: house.actor.name for key in acknowledged if key in known},
        **{key: by for key, by in draft.seen.items() if key in known},
    }
    sent = stepped(draft, Step.SEND, revision=revision, person=person, house=house, seen=seen)
    if opinion.model is None:
        raise DraftUnsound(len(opinion.unsound))
    office = kind.describe(opinion.model).office
    if folded_office(office) != folded_office(draft.office):
        raise OfficeDiffers(office, draft.office)
    if unseen := opinion.unseen(seen):
        raise FindingsUnseen(len(unseen))
    with house.database.transaction() as connection:
        number = len(store.rounds_of(connection, draft.id)) + 1
        written(connection, sent, DraftSent(sent.id, number), house=house)
        opened = Round(number, sent.data, house.actor.name, sent.changed_at)
        store.open_round(connection, sent.id, opened)
    prepare_review(sent, house=house)
    return sent
