"""Let a draft through where the office has nobody who may judge it; the trail says so."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from doc_templates.findings import blocking
from service.accounts.acts import Act
from service.accounts.reach import anyone_may
from service.actions.step_draft import kind_of, last_round, stepped, written
from service.drafts import store
from service.drafts.draft import Verdict
from service.drafts.errors import ReviewerThere
from service.drafts.events import DraftPassed
from service.drafts.rules import Step
from service.drafts.text import data_of
from service.errors import IssueBlocked
from service.validating import validate

if TYPE_CHECKING:
    from service.accounts.person import Person
    from service.app import House
    from service.drafts.draft import Draft


def is_judged(office: str, *, house: House) -> bool:
    """Whether anybody, whoever it is, may judge drafts of this office."""
    with house.database.reading() as connection:
        return anyone_may(connection, Act.REVIEW, office)


def let_through(draft: Draft, *, revision: int, person: Person, house: House) -> Draft:
    """End the round unjudged, so that the draft may be issued.

    Small offices have one person for everything. Where somebody may judge, nobody is passed by:
    also not a writer who is that somebody herself.

    Raises:
        ReviewerThere: somebody may judge drafts of this office.
        IssueBlocked: findings forbid issuing.
        DraftChanged, NotAllowed, StepUnfit: as with every step.
    """
    passed = stepped(draft, Step.PASS, revision=revision, person=person, house=house)
    kind = kind_of(draft, house=house)
    findings = tuple(kind.check(validate(data_of(draft.data), kind=kind)))
    if blocking(findings):
        raise IssueBlocked(kind.name, findings)
    with house.database.transaction() as connection:
        if anyone_may(connection, Act.REVIEW, draft.office):
            raise ReviewerThere(draft.office)
        ended = replace(
            last_round(connection, draft),
            verdict=Verdict.DILOLOSKAN,
            decided_by=house.actor.name,
            decided_at=passed.changed_at,
        )
        written(connection, passed, DraftPassed(draft.id, ended.number), house=house)
        store.close_round(connection, draft.id, ended)
    return passed
