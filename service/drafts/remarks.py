"""What there is to say about the data of a draft, field by field, sound or not."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from service.errors import DataInvalid
from service.located import read_path
from service.validating import validate

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pydantic import BaseModel

    from doc_templates.findings import Finding
    from doc_templates.kind import Kind
    from service.located import DataFile

UNSOUND: Final = "!"
"""Level of what does not fit the kind; weighs more than any finding."""
_ASKING: Final = frozenset({"E", "W"})


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing noticed at one field."""

    where: str
    """Path in the data; empty for the whole."""
    level: str
    """``!`` does not fit the kind, ``E`` blocks issuing, ``W`` must be seen, ``I`` informs."""
    sentence: str
    code: str = ""
    """Of a finding; empty where the data do not fit."""
    suggestions: tuple[str, ...] = ()
    about: str = ""
    """What stands in the field, as JSON; who acknowledges a remark acknowledges it of this."""

    @property
    def key(self) -> str:
        """Names this remark as long as it says the same of the same content of a field."""
        told = f"{self.code}\0{self.where}\0{self.sentence}\0{self.about}"
        return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Opinion:
    """All that there is to say."""

    model: BaseModel | None
    """None where the data do not fit the kind."""
    remarks: tuple[Remark, ...]

    @property
    def unsound(self) -> tuple[Remark, ...]:
        """What does not fit the kind."""
        return tuple(each for each in self.remarks if each.level == UNSOUND)

    @property
    def blocking(self) -> tuple[Remark, ...]:
        """What forbids issuing."""
        return tuple(each for each in self.remarks if each.level in {UNSOUND, "E"})

    def unseen(self, seen: Mapping[str, str] | Iterable[str]) -> tuple[Remark, ...]:
        """What a person must acknowledge before the draft goes on."""
        known = set(seen)
        return tuple(
            each for each in self.remarks if each.level in _ASKING and each.key not in known
        )


def opinion_of(data: DataFile, *, kind: Kind) -> Opinion:
    """Look at the data as issuing would."""
    try:
        model = validate(data, kind=kind)
    except DataInvalid as error:
        told = (Remark(each.where, UNSOUND, each.sentence) for each in error.problems)
        return Opinion(None, tuple(told))
    return Opinion(model, remarks_of(kind.check(model), data.content))


def remarks_of(findings: Iterable[Finding], content: Any) -> tuple[Remark, ...]:  # noqa: ANN401 - plain data
    """Findings, each with what stands in its field."""
    return tuple(
        Remark(
            each.where,
            each.level.value,
            each.sentence,
            each.code,
            each.suggestions,
            content_at(content, each.where),
        )
        for each in findings
    )


def content_at(content: Any, where: str) -> str:  # noqa: ANN401 - plain data
    """What stands at a path, as JSON; empty where nothing does, or for the whole."""
    value = content if where else None
    for step in read_path(where):
        if isinstance(value, dict):
            value = value.get(str(step))
        elif isinstance(value, list) and isinstance(step, int) and step < len(value):
            value = value[step]
        else:
            return ""
    return "" if value is None else json.dumps(value, ensure_ascii=False, default=str)
