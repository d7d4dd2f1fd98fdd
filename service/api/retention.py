"""``/retention`` and ``/classifications``: what is due, and which codes are known."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Depends, Query
from pydantic import BaseModel

from archive.classification import schemes
from archive.index.due import Stage
from service.accounts.acts import Act
from service.accounts.permissions import guarded
from service.actions.list_due import list_due
from service.api.kept_views import (
    DueView,
    KeepingView,
    RetentionView,
    due_view,
    keeping_view,
    retention_view,
)
from service.door.caller import Caller, asks
from service.door.problems import problems
from service.door.seeing import seen_offices
from service.moments import day_of

router = APIRouter(tags=["arsip"])
Keeps = Annotated[Caller, Depends(asks(Act.KEEP))]
_LIST = problems(400, 401, 403, 422)


class DueEntryView(BaseModel):
    """A document of which a stage of retention is over."""

    id: str
    title: str
    office: str
    number: str | None
    classification: str | None
    state: str
    keeping: KeepingView
    due: DueView


class CodeView(BaseModel):
    """A code of a scheme."""

    code: str
    title: str
    proposed_retention: RetentionView | None
    """What the schedule of one region foresees: no rule."""
    source: str


class SchemeView(BaseModel):
    """A list of codes, as far as it is known here."""

    name: str
    title: str
    since: str
    until: str | None
    unverified: list[str]
    """Fields that nobody has compared with the official text."""
    codes: list[CodeView]


@router.get("/retention", summary="Jatuh tempo retensi", responses=_LIST)
def due(
    caller: Keeps, stage: Stage = Stage.FATE, on: Annotated[date | None, Query()] = None
) -> list[DueEntryView]:
    """What is due by a day, the longest overdue first; Lontar destroys nothing."""
    found = list_due(
        stage,
        on=on or day_of(caller.house.clock(), caller.house.settings.zone),
        house=caller.house,
        within=seen_offices(caller),
        guarded=guarded(caller.person),
    )
    return [
        DueEntryView(
            id=each.document.value,
            title=each.record.title,
            office=each.record.office,
            number=each.record.number,
            classification=each.record.classification,
            state=each.state,
            keeping=keeping_view(each.keeping),
            due=ends,
        )
        for each in found
        if (ends := due_view(each.due)) is not None
    ]


@router.get("/classifications", summary="Daftar kode klasifikasi", responses=_LIST)
def classifications(
    _caller: Annotated[Caller, Depends(asks(Act.SEE_KINDS))],
) -> list[SchemeView]:
    """The schemes with the codes that are known here; other codes may be used, too."""
    return [
        SchemeView(
            name=each.name,
            title=each.title,
            since=each.since,
            until=each.until,
            unverified=list(each.unverified),
            codes=[
                CodeView(
                    code=code.code,
                    title=code.title,
                    proposed_retention=retention_view(code.retention),
                    source=code.source,
                )
                for code in each.codes
            ],
        )
        for each in schemes().values()
    ]
