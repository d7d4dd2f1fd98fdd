"""``/dokumen/{id}/banding``: two versions of a document beside each other."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query, Request, Response

from service.accounts.acts import Act
from service.actions.compare_versions import compare_versions
from service.actions.picture_page import picture_page
from service.door.caller import Caller
from service.door.seeing import document_seen
from service.door.uploads import scratch
from service.web.asking import reads
from service.web.rendering import page

router = APIRouter(prefix="/dokumen/{document}")
Downloads = Annotated[Caller, Depends(reads(Act.DOWNLOAD))]
Number = Annotated[int, Path(ge=1, le=1_000_000)]


@router.get("/banding")
def compare(
    request: Request,
    document: str,
    caller: Downloads,
    dari: Annotated[int, Query(ge=1, le=1_000_000)],
    ke: Annotated[int, Query(ge=1, le=1_000_000)],
) -> Response:
    """Any two versions beside each other: data, text, files."""
    found = document_seen(document, caller)
    with scratch(caller.house) as folder:
        compared = compare_versions(found, before=dari, after=ke, folder=folder, house=caller.house)
    return page(
        request,
        "comparison.html",
        caller=caller,
        document=found,
        before=dari,
        after=ke,
        compared=compared,
    )


@router.get("/versi/{version}/halaman/{number}")
def picture(document: str, version: Number, number: Number, caller: Downloads) -> Response:
    """A page of a version as a picture; noted in the trail."""
    found = document_seen(document, caller)
    with scratch(caller.house) as folder:
        shown = picture_page(found, version=version, page=number, folder=folder, house=caller.house)
    return Response(
        shown, media_type="image/png", headers={"Cache-Control": "private, max-age=600"}
    )
