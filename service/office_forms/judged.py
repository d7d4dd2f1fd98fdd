"""What was found in a form, as it is kept beside it."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields
from functools import lru_cache
from typing import TYPE_CHECKING

from doc_templates.findings import Level
from doc_templates.form_codes import FormFault, refusing
from workers.trying import try_form

if TYPE_CHECKING:
    from doc_templates.kind import Kind
    from workers.office_form import OfficeForm
    from workers.trying import Judgement


@dataclass(frozen=True, slots=True)
class Judged:
    """A judgement without the annotated copy."""

    passed: bool
    faults: tuple[FormFault, ...]
    fields: tuple[str, ...]
    """Fields of the kind that the form asks for."""
    unused: tuple[str, ...]
    """Fields of the kind that it never asks for."""

    @property
    def refused(self) -> bool:
        """True where the file itself is unreadable or dangerous: it is not even kept."""
        return any(each.code in refusing() for each in self.faults)


def judged_of(found: Judgement) -> Judged:
    """The same, without the copy."""
    return Judged(found.passed, found.faults, found.fields, found.unused)


def as_text(judged: Judged) -> str:
    """A judgement as JSON."""
    return json.dumps(asdict(judged), ensure_ascii=False)


def kept_with(form: OfficeForm) -> Judged:
    """What was found in a version when it was last tried."""
    told = json.loads(form.judgement)
    names = [each.name for each in fields(FormFault)]
    return Judged(
        passed=told["passed"],
        faults=tuple(
            FormFault(**{**{name: fault[name] for name in names}, "level": Level(fault["level"])})
            for fault in told["faults"]
        ),
        fields=tuple(told["fields"]),
        unused=tuple(told["unused"]),
    )


@lru_cache(maxsize=64)
def house_fields(kind: Kind) -> tuple[str, ...]:
    """Fields that the kind's own form asks for."""
    return try_form(kind.template.read_bytes(), kind=kind, name=kind.template.name).fields
