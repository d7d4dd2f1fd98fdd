"""The way of a draft: who may take which step, over every course that people can think of."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from service.accounts.acts import Role
from service.accounts.errors import NotAllowed
from service.accounts.person import Membership, Person
from service.drafts.draft import Draft, DraftState
from service.drafts.errors import OwnDraft, StepUnfit
from service.drafts.rules import ACTS, LEADS, Step, after, open_steps

NOW = datetime(2026, 1, 5, tzinfo=UTC)
OFFICE = "KECAMATAN JEKULO"
WRITING = {DraftState.KONSEP, DraftState.DIKEMBALIKAN}


def person(name: str, *roles: Role, office: str = OFFICE) -> Person:
    held = tuple(Membership(each, office) for each in roles)
    return Person(name, name, name, active=True, created_at=NOW, memberships=held)


def draft(state: DraftState = DraftState.KONSEP, *writers: str) -> Draft:
    return Draft(
        id="0" * 12,
        kind="sop",
        office=OFFICE,
        title="Uji",
        data="{}",
        created_by="a",
        created_at=NOW,
        changed_by="a",
        changed_at=NOW,
        state=state,
        writers=frozenset(writers),
    )


EVERYTHING = person("serba", *Role)
PEOPLE = [
    person("penyusun", Role.PENYUSUN),
    person("rekan", Role.PENYUSUN, Role.PEMERIKSA),
    person("pemeriksa", Role.PEMERIKSA),
    person("auditor", Role.AUDITOR, office="*"),
    person("tetangga", Role.PENYUSUN, Role.PEMERIKSA, office="KECAMATAN LAIN"),
    EVERYTHING,
]


@pytest.mark.parametrize("role", [Role.AUDITOR, Role.ARSIPARIS, Role.ADMIN, Role.PENANDATANGAN])
@given(state=st.sampled_from(DraftState))
def test_roles_that_do_not_write_or_judge_change_nothing(role: Role, state: DraftState):
    """Whatever the state."""
    assert open_steps(draft(state), person=person("x", role)) == frozenset()


@given(state=st.sampled_from(DraftState), step=st.sampled_from(Step))
def test_another_office_is_always_refused(state: DraftState, step: Step):
    """Even where the state would allow it."""
    with pytest.raises(NotAllowed):
        after(draft(state), step, person=person("x", *Role, office="KECAMATAN LAIN"))


@given(state=st.sampled_from(DraftState), step=st.sampled_from(Step))
def test_the_table_alone_says_where_steps_lead(state: DraftState, step: Step):
    """Whoever may do everything still only walks the ways that there are."""
    if (state, step) in LEADS:
        assert after(draft(state), step, person=EVERYTHING) is LEADS[state, step]
    else:
        with pytest.raises(StepUnfit):
            after(draft(state), step, person=EVERYTHING)


@pytest.mark.parametrize("step", [Step.RETURN, Step.APPROVE])
def test_nobody_judges_what_they_wrote(step: Step):
    """Not even who has every role."""
    with pytest.raises(OwnDraft):
        after(draft(DraftState.DIAJUKAN, EVERYTHING.id), step, person=EVERYTHING)


def test_every_step_names_its_act():
    """So that none is open by oversight."""
    assert set(ACTS) == set(Step)


class Course(RuleBasedStateMachine):
    """Anybody tries anything, in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.draft = draft(DraftState.KONSEP, "penyusun")
        self.last_approver: str | None = None
        self.passed = False

    @rule(who=st.sampled_from(PEOPLE), step=st.sampled_from(Step))
    def attempt(self, who: Person, step: Step) -> None:
        before = self.draft
        try:
            state = after(before, step, person=who)
        except (NotAllowed, StepUnfit, OwnDraft):
            assert step not in open_steps(before, person=who)
            return
        assert step in open_steps(before, person=who)
        assert who.id not in {"auditor", "tetangga"}
        writers = before.writers | ({who.id} if step is Step.SAVE else set())
        if step is Step.SAVE:
            assert before.state in WRITING
        if step is Step.APPROVE:
            self.last_approver = who.id
        # Whether the office has a reviewer is for the verb to know (`let_through`).
        self.passed = step is Step.PASS or (self.passed and step is Step.ISSUE)
        self.draft = replace(before, state=state, writers=writers)

    @invariant()
    def what_is_approved_was_judged_by_another(self) -> None:
        if self.draft.state in {DraftState.DISETUJUI, DraftState.DITERBITKAN} and not self.passed:
            assert self.last_approver is not None
            assert self.last_approver not in self.draft.writers


TestCourse = Course.TestCase
