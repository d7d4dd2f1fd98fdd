"""``/kinds/{kind}/checks``: what there is to say about data, without asking for anything."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Depends
from pydantic import BaseModel

from doc_templates.findings import Finding, blocking
from doc_templates.kind import Tinjauan
from service.accounts.acts import Act
from service.actions.check_data import check_data
from service.api.data import BODY, Sent
from service.api.kinds import kind_named
from service.door.caller import Caller, asks
from service.door.problems import pointer, problems

router = APIRouter(prefix="/kinds", tags=["pemeriksaan data"])
Checks = Annotated[Caller, Depends(asks(Act.CHECK))]


class FindingView(BaseModel):
    """One thing noticed."""

    code: str
    level: str
    """``E`` blocks issuing, ``W`` must be seen, ``I`` informs."""
    where: str
    pointer: str
    """JSON Pointer of the same place."""
    sentence: str
    suggestions: list[str]


class ProposalView(BaseModel):
    """A change that a person may accept."""

    code: str
    where: str
    before: Any
    after: Any
    reason: str
    sureness: str


class CheckView(BaseModel):
    """All that there is to say."""

    blocked: bool
    findings: list[FindingView]
    proposals: list[ProposalView]
    figures: dict[str, str]


@router.post(
    "/{kind}/checks",
    summary="Periksa data",
    responses=problems(400, 401, 403, 404, 408, 413, 422),
    openapi_extra=BODY,
)
def check(
    kind: str, caller: Checks, data: Sent, on: date | None = None, *, thorough: bool = False
) -> CheckView:
    """Findings, proposals and figures of data; nothing is stored.

    `on` weighs the cited regulations on that day, `thorough` adds what is most often right.
    """
    tinjauan = Tinjauan(pada=on, teliti=thorough)
    checked = check_data(data, kind=kind_named(kind, caller), tinjauan=tinjauan)
    return CheckView(
        blocked=bool(blocking(checked.findings)),
        findings=[finding_view(each) for each in checked.findings],
        proposals=[
            ProposalView(
                code=each.kode,
                where=each.tempat,
                before=each.semula,
                after=each.menjadi,
                reason=each.alasan,
                sureness=str(each.keyakinan),
            )
            for each in checked.proposals or ()
        ],
        figures=dict(checked.figures),
    )


def finding_view(finding: Finding) -> FindingView:
    """A finding for a program."""
    return FindingView(
        code=finding.code,
        level=finding.level.value,
        where=finding.where,
        pointer=pointer(finding.where),
        sentence=finding.sentence,
        suggestions=list(finding.suggestions),
    )
