"""``/documents``: search with facets, a document with its versions, its trail, its wholeness."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Path, Query
from pydantic import BaseModel

from archive.audit.trail import Event
from archive.index.catalogue import Document, Entry, Version
from archive.index.passages import Passage
from archive.index.search import FACETS, Mark, Order, Search
from archive.records import Record, VersionNumber
from service.accounts.acts import Act
from service.actions.examine_document import examine_document
from service.api import paging
from service.api.kept_views import DueView, KeepingView, StandingView, kept_facts
from service.api.paging import Cursor, Limit, Word, Year
from service.door.caller import Caller, asks
from service.door.problems import problems
from service.door.seeing import document_seen, search_seen

router = APIRouter(prefix="/documents", tags=["dokumen"])
Sees = Annotated[Caller, Depends(asks(Act.SEE_DOCUMENTS))]
SeesTrail = Annotated[Caller, Depends(asks(Act.SEE_TRAIL))]
Examines = Annotated[Caller, Depends(asks(Act.EXAMINE))]
Number = Annotated[int, Path(ge=1, le=1_000_000)]
_REFUSALS = problems(400, 401, 403, 404, 422)


class RecordView(BaseModel):
    """What is known of a document without opening it."""

    kind: str
    title: str
    office: str
    year: int
    number: str | None
    date: str | None
    classification: str | None
    code: str


class EntryView(RecordView):
    """A document as a list shows it."""

    id: str
    version: int
    """The newest."""
    state: str
    created_at: datetime


class PieceView(BaseModel):
    """A part of a passage."""

    said: str
    found: bool
    """Whether these are words that were looked for."""


class FoundView(EntryView):
    """A document that fits."""

    passage: list[PieceView]
    """What it says around the words; empty where only its title, number or office hold them."""


class EntriesView(BaseModel):
    """A page of documents."""

    documents: list[FoundView]
    next: str | None
    """Cursor of the next page; null where nothing follows."""
    content_unknown: bool
    """Words were looked for, and of some documents only the record is known: ``lontar rebuild``."""


class FacetValue(BaseModel):
    """A value and how many documents have it."""

    value: str | int
    documents: int


class FileView(BaseModel):
    """A file of a version."""

    name: str
    size: int
    media_type: str
    sha512: str
    href: str
    """Address, with its version."""


class VersionView(BaseModel):
    """A filed version."""

    version: int
    created_at: datetime
    by: str
    message: str
    files: list[FileView]
    inventory_sha512: str


class DocumentView(EntryView):
    """A document with its versions, oldest first."""

    signed: bool
    """A signed copy came back; also told of what is no longer in force."""
    standing: StandingView
    keeping: KeepingView
    due: DueView | None
    """When retention is over; null where that is not known."""
    versions: list[VersionView]


class EventView(BaseModel):
    """A line of the trail."""

    number: int
    at: datetime
    word: str
    sentence: str
    actor: str
    address: str
    document: str | None
    version: int | None


class WholenessView(BaseModel):
    """Whether every byte is as it was filed."""

    whole: bool
    problems: list[str]


class Criteria(BaseModel):
    """What is looked for; every criterion narrows."""

    text: Word | None = None
    kind: Word | None = None
    year: Year | None = None
    office: Word | None = None
    state: Literal["issued", "signed", "withdrawn", "superseded"] | None = None
    classification: Word | None = None


class Asked(Criteria):
    """Criteria, in which order, and which page of what fits."""

    order: Order = Order.NEWEST
    limit: Limit = 50
    cursor: Cursor = None


@router.get("", summary="Cari dokumen", responses=_REFUSALS)
def search(asked: Annotated[Asked, Query()], caller: Sees) -> EntriesView:
    """The documents that fit and that the caller may see, the newest or the best first."""
    after = paging.read(
        asked.cursor,
        lambda parts: Mark(datetime.fromisoformat(parts[0]), str(parts[1]), int(parts[2])),
    )
    page = caller.house.archive.search(
        _wanted(asked, caller), order=asked.order, after=after, limit=asked.limit
    )
    following = page.next
    return EntriesView(
        documents=[_found(each, page.passages) for each in page.entries],
        next=following
        and paging.written(following.created.isoformat(), following.document, following.rank),
        content_unknown=page.untold,
    )


@router.get("/facets", summary="Banyaknya dokumen menurut sorotan", responses=_REFUSALS)
def facets(criteria: Annotated[Criteria, Query()], caller: Sees) -> dict[str, list[FacetValue]]:
    """Of each facet its values, with how many documents one would see by choosing it."""
    counted = caller.house.archive.facets(_wanted(criteria, caller))
    return {
        name: [FacetValue(value=value, documents=many) for value, many in counted[name]]
        for name in FACETS
    }


@router.get("/{document}", summary="Satu dokumen dengan semua versinya", responses=_REFUSALS)
def document_(document: str, caller: Sees) -> DocumentView:
    """A document with its versions and their files."""
    found = document_seen(document, caller)
    return DocumentView(
        **_facts(found.record),
        id=found.document.value,
        version=found.head.number.value,
        state=found.state,
        created_at=found.versions[0].created,
        **kept_facts(found),
        versions=[_version(found, each, caller=caller) for each in found.versions],
    )


@router.get("/{document}/versions/{version}", summary="Satu versi", responses=_REFUSALS)
def version_(document: str, version: Number, caller: Sees) -> VersionView:
    """One version of a document."""
    found = document_seen(document, caller)
    return _version(found, found.version(VersionNumber(version)), caller=caller)


@router.get("/{document}/trail", summary="Jejak satu dokumen", responses=_REFUSALS)
def trail(document: str, caller: SeesTrail) -> list[EventView]:
    """All that happened to a document, oldest first."""
    found = document_seen(document, caller)
    return [event_view(each) for each in caller.house.archive.trail(found.document)]


@router.post("/{document}/examination", summary="Uji keutuhan sekarang", responses=_REFUSALS)
def examine(document: str, caller: Examines) -> WholenessView:
    """Read every byte of a document and compare it with what was filed; noted in the trail."""
    found = document_seen(document, caller)
    noticed = examine_document(found.document, house=caller.house)
    return WholenessView(
        whole=not any(each.is_error for each in noticed),
        problems=[f"{each.code} {each.sentence}" for each in noticed],
    )


def event_view(event: Event) -> EventView:
    """A line of the trail for a program."""
    return EventView(
        number=event.number,
        at=event.at,
        word=event.word,
        sentence=event.sentence,
        actor=event.actor,
        address=event.address,
        document=event.document,
        version=event.version,
    )


def _wanted(criteria: Criteria, caller: Caller) -> Search:
    chosen = criteria.model_dump(exclude={"limit", "cursor", "order"})
    return search_seen(Search(**chosen), caller)


def _facts(record: Record) -> dict[str, str | int | None]:
    return {name: getattr(record, name) for name in RecordView.model_fields}


def _found(entry: Entry, passages: Mapping[str, Passage]) -> FoundView:
    passage = passages.get(entry.document.value, ())
    return FoundView(
        passage=[PieceView(said=each.said, found=each.found) for each in passage],
        **_facts(entry.record),
        id=entry.document.value,
        version=entry.head.value,
        state=entry.state,
        created_at=entry.created,
    )


def _version(document: Document, version: Version, *, caller: Caller) -> VersionView:
    number = version.number.value
    root = f"{caller.house.settings.path}/api/v1"
    above = f"{root}/documents/{document.document}/versions/{number}/files"
    return VersionView(
        version=number,
        created_at=version.created,
        by=version.actor.name,
        message=version.message,
        files=[
            FileView(
                name=each.name,
                size=each.size,
                media_type=each.media_type,
                sha512=each.digest.value,
                href=f"{above}/{each.name}",
            )
            for each in version.files
        ],
        inventory_sha512=version.inventory.value,
    )
