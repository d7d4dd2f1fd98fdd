"""Check data without asking for anything: what would a reader of the document stumble over?"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from service.validating import validate

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic import BaseModel

    from doc_templates.findings import Finding
    from doc_templates.kind import DataKind, Tinjauan
    from doc_templates.usulan import Usulan
    from service.located import DataFile


@dataclass(frozen=True, slots=True)
class Checked:
    """What there is to say about data."""

    model: BaseModel
    """The data themselves, sound."""
    findings: tuple[Finding, ...]
    """In the order in which a reader meets them."""
    proposals: tuple[Usulan, ...] | None
    """Changes that a person may accept; None where the kind has no proposals."""
    figures: Mapping[str, str] = field(default_factory=dict)
    """What can be counted out of the data: name → printable value."""


def check_data(data: DataFile, *, kind: DataKind, tinjauan: Tinjauan) -> Checked:
    """All that can be noticed, proposed and counted, looked at as a person wants it."""
    model = validate(data, kind=kind)
    return Checked(
        model=model,
        findings=tuple(kind.review(model, tinjauan) if kind.review else kind.check(model)),
        proposals=tuple(kind.propose(model)) if kind.propose else None,
        figures=kind.figures(model) if kind.figures else {},
    )
