"""Issue an approved draft: number, job and the draft's state are one transaction."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from service.actions.request_document import request_document
from service.actions.step_draft import kind_of, last_round, stepped, written
from service.drafts.draft import Verdict
from service.drafts.events import DraftIssued
from service.drafts.rules import Step
from service.drafts.text import data_of

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from service.accounts.person import Person
    from service.actions.handing_over import Asked
    from service.app import House
    from service.drafts.draft import Draft
    from workers.jobs import Job


def issue_draft(
    draft: Draft, *, revision: int, person: Person, batch: str | None = None, house: House
) -> Asked:
    """Ask for the document; asked twice, the second is told that the draft has changed.

    Raises:
        DraftChanged, NotAllowed, StepUnfit: as with every step.
        DataInvalid, IssueBlocked, NumberTaken: as with every request.
    """
    issued = stepped(draft, Step.ISSUE, revision=revision, person=person, house=house)

    def noted(connection: Connection, job: Job) -> None:
        checked = last_round(connection, draft)
        judge = checked.decided_by if checked.verdict is Verdict.DISETUJUI else ""
        what = DraftIssued(draft.id, checked.number, judge or "")
        to_write = replace(issued, job=job.id)
        written(connection, to_write, what, document=job.document, house=house)

    return request_document(
        data_of(draft.data),
        kind=kind_of(draft, house=house),
        key=None,
        batch=batch,
        together=noted,
        house=house,
    )
