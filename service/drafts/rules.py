"""Which step leads where, and who may take it: one table and one pure question over it.

Rounds of checking with the return to the writer, and the judgement by another person than the
one who wrote, are those of the offices' own procedures (verify, correct, approve). An office in
which nobody may judge is not held up by that: its writers let a draft through, and the trail says
so (``let_through``).
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final

from service.accounts.acts import Act
from service.accounts.errors import NotAllowed
from service.accounts.permissions import may
from service.drafts.draft import DraftState
from service.drafts.errors import OwnDraft, StepUnfit

if TYPE_CHECKING:
    from collections.abc import Mapping

    from service.accounts.person import Person
    from service.drafts.draft import Draft


class Step(StrEnum):
    """What can be done with a draft; the word fits behind “di-”."""

    SAVE = "ubah"
    SEND = "ajukan"
    WITHDRAW = "tarik"
    RETURN = "kembalikan"
    APPROVE = "setujui"
    ISSUE = "terbitkan"
    REOPEN = "buka lagi"
    """After its job was given up or taken back."""
    PASS = "loloskan"  # noqa: S105 - a word for a step, no secret
    """Let it through unjudged; only where the office has nobody who may judge."""
    DISCARD = "buang"
    RESTORE = "pulihkan"


_S = DraftState
LEADS: Final[Mapping[tuple[DraftState, Step], DraftState]] = {
    (_S.KONSEP, Step.SAVE): _S.KONSEP,
    (_S.KONSEP, Step.SEND): _S.DIAJUKAN,
    (_S.DIKEMBALIKAN, Step.SAVE): _S.DIKEMBALIKAN,
    (_S.DIKEMBALIKAN, Step.SEND): _S.DIAJUKAN,
    (_S.DIAJUKAN, Step.WITHDRAW): _S.KONSEP,
    (_S.DIAJUKAN, Step.RETURN): _S.DIKEMBALIKAN,
    (_S.DIAJUKAN, Step.APPROVE): _S.DISETUJUI,
    (_S.DISETUJUI, Step.WITHDRAW): _S.KONSEP,
    (_S.DISETUJUI, Step.ISSUE): _S.DITERBITKAN,
    (_S.DITERBITKAN, Step.REOPEN): _S.KONSEP,
    (_S.DIAJUKAN, Step.PASS): _S.DISETUJUI,
    (_S.KONSEP, Step.DISCARD): _S.DIBUANG,
    (_S.DIKEMBALIKAN, Step.DISCARD): _S.DIBUANG,
    (_S.DIBUANG, Step.RESTORE): _S.KONSEP,
}
"""State and step → the next state; whatever stands in no row cannot be done."""

ACTS: Final[Mapping[Step, Act]] = {
    Step.SAVE: Act.REQUEST,
    Step.SEND: Act.REQUEST,
    Step.WITHDRAW: Act.REQUEST,
    Step.RETURN: Act.REVIEW,
    Step.APPROVE: Act.REVIEW,
    Step.ISSUE: Act.REQUEST,
    Step.REOPEN: Act.REQUEST,
    Step.PASS: Act.REQUEST,
    Step.DISCARD: Act.REQUEST,
    Step.RESTORE: Act.REQUEST,
}
"""Step → what its person must be allowed to do in the draft's office."""

_JUDGING: Final = frozenset({Step.RETURN, Step.APPROVE})


def after(draft: Draft, step: Step, *, person: Person) -> DraftState:
    """The state to which a step leads.

    Raises:
        NotAllowed: the person's roles do not reach it in this office.
        StepUnfit: the state does not allow it.
        OwnDraft: the person wrote what is to be judged.
    """
    if not may(person, ACTS[step], draft.office):
        raise NotAllowed(ACTS[step].value)
    state = LEADS.get((draft.state, step))
    if state is None:
        raise StepUnfit(step.value, draft.state.value)
    if step in _JUDGING and person.id in draft.writers:
        raise OwnDraft
    return state


def open_steps(draft: Draft, *, person: Person) -> frozenset[Step]:
    """What the person can do with the draft as it stands."""

    def possible(step: Step) -> bool:
        try:
            after(draft, step, person=person)
        except (NotAllowed, StepUnfit, OwnDraft):
            return False
        return True

    return frozenset(each for each in Step if possible(each))
