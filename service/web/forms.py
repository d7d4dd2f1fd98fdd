"""What is wrong with a form that was sent: all of it at once, each beside its field."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from service.outcomes import outcome_of, sentence_of

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is to be put right."""

    field: str
    """Name of the field; empty for the whole form."""
    sentence: str


class Faults(list[Fault]):
    """All faults of a form; ``of`` gives those of a field."""

    def of(self, field: str) -> list[str]:
        """The sentences for one field."""
        return [each.sentence for each in self if each.field == field]


def faults(each: Iterable[Fault] = ()) -> Faults:
    """Faults for a template."""
    return Faults(each)


def fault_of(error: Exception, *, field: str = "") -> Faults:
    """An error that a verb raised, as the fault of a field or of the whole form."""
    remedy = outcome_of(error).remedy_outside
    return Faults([Fault(field, " ".join(filter(None, (sentence_of(error), remedy))))])
