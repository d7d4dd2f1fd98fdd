"""``/documents/{id}/comparison``: what differs in the data of two versions."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Query
from pydantic import BaseModel, Field

from service.accounts.acts import Act
from service.actions.compare_versions import (
    Held,
    compare_data,
    compare_files,
    ensure_one_kind,
    last_before,
    last_filed,
)
from service.comparing.telling import Told
from service.door.caller import Caller, asks
from service.door.problems import problems
from service.door.seeing import document_seen

router = APIRouter(prefix="/documents", tags=["dokumen"])
Downloads = Annotated[Caller, Depends(asks(Act.DOWNLOAD))]
Version = Annotated[int | None, Query(ge=1, le=1_000_000)]


class PieceView(BaseModel):
    """A stretch of a value."""

    sort: Annotated[str, Field(description="same, was (hanya semula) atau now (hanya menjadi)")]
    text: str


class ChangeView(BaseModel):
    """One value that is not as it was."""

    pointer: Annotated[str, Field(description="JSON Pointer (RFC 6901); yang dihapus: semula")]
    label: Annotated[str, Field(description="Nama isian seperti pada formulir, baris dari 1")]
    change: Annotated[str, Field(description="ditambah, dihapus, diubah, atau dipindah")]
    before: list[PieceView]
    after: list[PieceView]
    note: str


class ComparedFile(BaseModel):
    """A file of either version."""

    name: str
    state: Annotated[str, Field(description="same, changed, added, atau gone")]


class ComparisonView(BaseModel):
    """How the data of two versions differ."""

    document: str
    version: int
    other_document: str
    other_version: int
    changes: Annotated[
        list[ChangeView] | None, Field(description="null: salah satu versi tidak menyimpan data")
    ]
    files: list[ComparedFile]


@router.get(
    "/{document}/comparison",
    summary="Perbedaan data dua versi",
    responses=problems(400, 401, 403, 404, 422),
)
def compare(
    document: str,
    caller: Downloads,
    version: Version = None,
    other_version: Version = None,
    other_document: Annotated[str | None, Query(max_length=30)] = None,
) -> ComparisonView:
    """What differs from an earlier version, or from a version of another document of its kind.

    Without numbers, the newest version is compared with the one before it, or with the newest of
    the other document.
    """
    found = document_seen(document, caller)
    other = document_seen(other_document, caller) if other_document else found
    ensure_one_kind(other, found)
    after = Held(found, version or last_filed(found))
    earlier = last_before(found, after.number) if other is found else last_filed(other)
    before = Held(other, other_version or earlier)
    changes = compare_data(before, after, house=caller.house)
    return ComparisonView(
        document=found.document.value,
        version=after.version.number.value,
        other_document=other.document.value,
        other_version=before.version.number.value,
        changes=None if changes is None else [_view(each) for each in changes],
        files=[ComparedFile(name=name, state=how) for name, how in compare_files(before, after)],
    )


def _view(told: Told) -> ChangeView:
    return ChangeView(
        pointer=told.pointer,
        label=told.label,
        change=told.sort.value,
        before=[PieceView(sort=each.sort, text=each.text) for each in told.before],
        after=[PieceView(sort=each.sort, text=each.text) for each in told.after],
        note=told.note,
    )
