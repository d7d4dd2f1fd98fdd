"""Approve a draft: it may be issued as it is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from doc_templates.findings import blocking
from service.actions.step_draft import kind_of, last_round, stepped, written
from service.drafts import store
from service.drafts.draft import Verdict
from service.drafts.events import DraftApproved
from service.drafts.rules import Step
from service.drafts.text import data_of
from service.errors import IssueBlocked
from service.validating import validate

if TYPE_CHECKING:
    from service.accounts.person import Person
    from service.app import House
    from service.drafts.draft import Draft


def approve_draft(draft: Draft, *, revision: int, person: Person, house: House) -> Draft:
    """End the round with the approval.

    Raises:
        IssueBlocked: findings forbid issuing, so there is nothing to approve yet.
        OwnDraft: the person wrote it.
        DraftChanged, NotAllowed, StepUnfit: as with every step.
    """
    approved = stepped(draft, Step.APPROVE, revision=revision, person=person, house=house)
    kind = kind_of(draft, house=house)
    findings = tuple(kind.check(validate(data_of(draft.data), kind=kind)))
    if blocking(findings):
        raise IssueBlocked(kind.name, findings)
    with house.database.transaction() as connection:
        ended = replace(
            last_round(connection, draft),
            verdict=Verdict.DISETUJUI,
            decided_by=house.actor.name,
            decided_at=approved.changed_at,
        )
        written(connection, approved, DraftApproved(draft.id, ended.number), house=house)
        store.close_round(connection, draft.id, ended)
    return approved
