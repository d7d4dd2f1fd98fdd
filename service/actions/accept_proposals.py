"""Accept proposals into a data file: the chosen changes, and who chose them when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from doc_templates.usulan import RECORD, accept
from service.errors import ProposalsAbsent, ProposalUnknown
from service.located import DataFile
from service.validating import validate
from service.writing import write_back

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from pathlib import Path

    from doc_templates.kind import DataKind
    from doc_templates.usulan import Usulan


@dataclass(frozen=True, slots=True)
class Accepted:
    """What was accepted."""

    data: DataFile
    """The content as it stands in the file now; places are not known."""
    proposals: tuple[Usulan, ...]
    """Empty where everything named had been accepted before."""
    kept: Path | None
    """The copy of the file as it first was; None where nothing was written."""


def accept_proposals(
    data: DataFile, codes: Sequence[str], *, kind: DataKind, oleh: str, pada: datetime
) -> Accepted:
    """Write the proposals of those codes into the data file that was read.

    Args:
        data: the file; its name is where the result goes.
        codes: of proposals (``LAJUR-3``) or of whole families (``LAJUR``), in any case.
        kind: of the document.
        oleh: who accepts.
        pada: when, UTC.

    Raises:
        DataInvalid: the data do not fit their kind.
        ProposalsAbsent: the kind has no proposals.
        ProposalUnknown: a code names no proposal for these data.
        ProposalsConflict: two of them change the same place.
    """
    if kind.propose is None:
        raise ProposalsAbsent(kind.name)
    offers = kind.propose(validate(data, kind=kind))
    chosen = _chosen(offers, codes, done=_accepted_before(data.content))
    if not chosen:
        return Accepted(data, (), None)
    content = accept(data.content, chosen, oleh=oleh, pada=pada)
    result = DataFile(name=data.name, content=content, places={})
    validate(result, kind=kind)
    return Accepted(result, tuple(chosen), write_back(data, content))


def _chosen(offers: Sequence[Usulan], codes: Sequence[str], *, done: set[str]) -> list[Usulan]:
    wanted = {each.strip().upper() for each in codes}
    known = {name for each in offers for name in (each.kode, each.rumpun)}
    if unknown := sorted(wanted - known - done):
        raise ProposalUnknown(unknown, [each.kode for each in offers])
    return [each for each in offers if {each.kode, each.rumpun} & wanted]


def _accepted_before(content: dict[str, Any]) -> set[str]:
    """Codes and families that were accepted earlier; naming them again is no mistake."""
    codes = {each["kode"] for each in content.get(RECORD) or ()}
    return codes | {each.partition("-")[0] for each in codes}
