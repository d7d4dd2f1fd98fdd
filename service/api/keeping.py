"""``/documents/…/standing`` and ``/keeping``, ``/retention``, ``/classifications``."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query
from pydantic import BaseModel, Field

from archive.classification import schemes
from archive.index.catalogue import Document
from archive.index.due import Stage
from archive.keeping import MOST_YEARS, Access, Fate, Keeping, Retention, Start
from archive.records import VersionNumber
from archive.retention import Due
from archive.standing import LONGEST_REASON, Standing, State
from service.accounts.acts import Act
from service.accounts.permissions import guarded
from service.actions.find_successor import find_successor
from service.actions.keep_document import keep_document
from service.actions.list_due import list_due
from service.actions.stand_document import stand_document
from service.api.paging import Word
from service.api.people import Sent
from service.door.caller import Caller, asks
from service.door.problems import problems
from service.door.seeing import document_seen, seen_offices

router = APIRouter(tags=["arsip"])
Keeps = Annotated[Caller, Depends(asks(Act.KEEP))]
_ACT = problems(400, 401, 403, 404, 409, 422)
_LIST = problems(400, 401, 403, 422)
Reason = Annotated[str, Field(max_length=LONGEST_REASON)]
Years = Annotated[int, Field(ge=0, le=MOST_YEARS)]
Seen = Annotated[
    int | None,
    Field(ge=1, le=1_000_000, description="Versi yang tadi dilihat; versi lebih baru menolak"),
]


class StandingView(BaseModel):
    """How a document stands."""

    state: State
    since: date | None
    reason: str
    replaced_by: str | None
    """Id of the document that took its place."""


class NewStanding(Sent):
    """How a document is to stand from now on."""

    state: State
    since: date
    reason: Annotated[str, Field(min_length=1, max_length=LONGEST_REASON)]
    replaced_by: Word | None = None
    """Id, number or verification code of a document of the same office."""
    seen_version: Seen = None


class RetentionView(BaseModel):
    """One line of a schedule, as it holds for a document."""

    active: Years
    inactive: Years
    fate: Fate
    start: Start = Start.AKHIR_TAHUN
    basis: Annotated[str, Field(max_length=200)] = ""


class DueView(BaseModel):
    """The last days of both stages."""

    active_until: date
    until: date


class KeepingView(BaseModel):
    """How a document is kept."""

    classification: str | None
    """What the arsiparis gave; null leaves the one of the data."""
    scheme: str | None
    access: Access
    vital: bool
    retention: RetentionView | None


class NewKeeping(Sent):
    """What is to be changed; what is left out stays as it is."""

    classification: Annotated[str, Field(min_length=1, max_length=200)] | None = None
    scheme: Annotated[str, Field(max_length=200)] | None = None
    access: Access = Access.BIASA
    vital: bool = False
    retention: RetentionView | None = None
    reason: Reason = ""
    seen_version: Seen = None


class StoodView(BaseModel):
    """The act as it was filed."""

    document: str
    version: int
    repeated: bool
    """The same was said of the same version before; nothing was written now."""
    standing: StandingView


class KeptView(BaseModel):
    """What holds now."""

    document: str
    version: int
    changed: bool
    keeping: KeepingView
    remarks: list[str]
    """What is odd about the code; it was taken all the same."""


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


@router.post(
    "/documents/{document}/standing", summary="Cabut, gantikan, atau pulihkan", responses=_ACT
)
def stand(document: str, said: NewStanding, caller: Keeps) -> StoodView:
    """A version with the same files; the history keeps every act with its reason."""
    found = document_seen(document, caller)
    heir = None
    if said.replaced_by is not None:
        heir = find_successor(said.replaced_by, of=found, house=caller.house)
        # Whoever keeps the archive of one office learns nothing of another's.
        document_seen(heir.value, caller)
    standing = Standing(said.state, said.since, said.reason.strip(), heir)
    receipt = stand_document(found, standing, house=caller.house, seen=_version(said.seen_version))
    return StoodView(
        document=found.document.value,
        version=receipt.version.value,
        repeated=receipt.repeated,
        standing=standing_view(standing),
    )


@router.patch(
    "/documents/{document}/keeping", summary="Atur kode, akses, dan retensi", responses=_ACT
)
def keep(document: str, said: NewKeeping, caller: Keeps) -> KeptView:
    """A version with the same files; an odd code is taken and remarked."""
    found = document_seen(document, caller)
    kept = keep_document(
        found,
        _changed(found.keeping, said),
        house=caller.house,
        reason=said.reason,
        seen=_version(said.seen_version),
    )
    version = found.head.number if kept.receipt is None else kept.receipt.version
    return KeptView(
        document=found.document.value,
        version=version.value,
        changed=kept.receipt is not None,
        keeping=keeping_view(kept.keeping),
        remarks=list(kept.remarks),
    )


@router.get("/retention", summary="Jatuh tempo retensi", responses=_LIST)
def due(
    caller: Keeps, stage: Stage = Stage.FATE, on: Annotated[date | None, Query()] = None
) -> list[DueEntryView]:
    """What is due by a day, the longest overdue first; Lontar destroys nothing."""
    found = list_due(
        stage,
        on=on or caller.house.clock().date(),
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
                    proposed_retention=_retention_view(code.retention),
                    source=code.source,
                )
                for code in each.codes
            ],
        )
        for each in schemes().values()
    ]


def standing_view(standing: Standing) -> StandingView:
    """How a document stands, for a program."""
    heir = standing.replaced_by
    return StandingView(
        state=standing.state,
        since=standing.since,
        reason=standing.reason,
        replaced_by=None if heir is None else heir.value,
    )


def keeping_view(keeping: Keeping) -> KeepingView:
    """How a document is kept, for a program."""
    return KeepingView(
        classification=keeping.classification,
        scheme=keeping.scheme,
        access=keeping.access,
        vital=keeping.vital,
        retention=_retention_view(keeping.retention),
    )


def due_view(due: Due | None) -> DueView | None:
    """When retention is over, for a program."""
    return None if due is None else DueView(active_until=due.active_until, until=due.until)


def kept_facts(document: Document) -> dict[str, Any]:
    """What a document's view tells of both."""
    return {
        "signed": document.signed,
        "standing": standing_view(document.standing),
        "keeping": keeping_view(document.keeping),
        "due": due_view(document.due),
    }


def _retention_view(held: Retention | None) -> RetentionView | None:
    if held is None:
        return None
    return RetentionView(
        active=held.active,
        inactive=held.inactive,
        fate=held.fate,
        start=held.start,
        basis=held.basis,
    )


def _changed(before: Keeping, said: NewKeeping) -> Keeping:
    """What was said, over what holds; a new code forgets the old one's scheme."""
    given = said.model_dump(exclude_unset=True, exclude={"reason", "seen_version"})
    if "classification" in given:
        given.setdefault("scheme", None)
    if said.retention is not None:
        given["retention"] = Retention(**said.retention.model_dump())
    return Keeping(
        classification=given.get("classification", before.classification),
        scheme=given.get("scheme", before.scheme),
        access=given.get("access", before.access),
        vital=given.get("vital", before.vital),
        retention=given.get("retention", before.retention),
    )


def _version(number: int | None) -> VersionNumber | None:
    return None if number is None else VersionNumber(number)
