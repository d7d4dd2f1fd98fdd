"""``/documents/…/standing`` and ``/documents/…/keeping``: the acts of the arsiparis."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Depends
from pydantic import BaseModel, Field

from archive.keeping import Access, Keeping, Retention
from archive.records import VersionNumber
from archive.standing import LONGEST_REASON, Standing, State
from service.accounts.acts import Act
from service.actions.find_successor import find_successor
from service.actions.keep_document import keep_document
from service.actions.stand_document import stand_document
from service.api.kept_views import (
    KeepingView,
    RetentionView,
    StandingView,
    keeping_view,
    standing_view,
)
from service.api.paging import Word
from service.api.people import Sent
from service.door.caller import Caller, asks
from service.door.problems import problems
from service.door.seeing import document_seen

router = APIRouter(tags=["arsip"])
Keeps = Annotated[Caller, Depends(asks(Act.KEEP))]
_ACT = problems(400, 401, 403, 404, 409, 422)
Reason = Annotated[str, Field(max_length=LONGEST_REASON)]
Seen = Annotated[
    int | None,
    Field(ge=1, le=1_000_000, description="Versi yang tadi dilihat; versi lebih baru menolak"),
]


class NewStanding(Sent):
    """How a document is to stand from now on."""

    state: State
    since: date
    reason: Annotated[str, Field(min_length=1, max_length=LONGEST_REASON)]
    replaced_by: Word | None = None
    """Id, number or verification code of a document of the same office."""
    seen_version: Seen = None


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
