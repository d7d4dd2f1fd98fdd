"""Files of documents: whole or in part, with their digests, the version in the address."""

from __future__ import annotations

from pathlib import PurePath
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Path, Query, Request
from starlette.responses import Response

from service.accounts.acts import Act
from service.actions.hand_out import hand_out
from service.door.caller import Caller, asks
from service.door.files import answer_with, download_name
from service.door.problems import problems
from service.door.seeing import document_seen
from service.door.uploads import scratch

router = APIRouter(prefix="/documents", tags=["dokumen"])
Downloads = Annotated[Caller, Depends(asks(Act.DOWNLOAD))]
_ANSWERS: dict[int | str, dict[str, Any]] = {
    200: {"description": "Berkas utuh", "content": {"*/*": {"schema": {"type": "string"}}}},
    206: {"description": "Bagian yang diminta", "content": {"*/*": {"schema": {"type": "string"}}}},
    304: {"description": "Sudah dimiliki"},
}


@router.get(
    "/{document}/versions/{version}/files/{name}",
    summary="Unduh satu berkas",
    response_class=Response,
    responses={**_ANSWERS, **problems(400, 401, 403, 404, 416, 422)},
)
def file(
    document: str,
    version: Annotated[int, Path(ge=1, le=1_000_000)],
    name: str,
    request: Request,
    caller: Downloads,
    *,
    inline: Annotated[bool, Query(description="Tampilkan, jangan simpan")] = False,
) -> Response:
    """A file of this very version, its SHA-512 checked on the way; noted in the trail."""
    found = document_seen(document, caller)
    with scratch(caller.house) as folder:
        stored, content = hand_out(
            found, version=version, file=name, folder=folder, house=caller.house
        )
    record, path = found.record, PurePath(stored.name)
    told = download_name(
        record.kind,
        record.number or found.document.value,
        f"v{version}",
        path.stem,
        suffix=path.suffix,
    )
    return answer_with(stored, content, name=told, request=request, inline=inline)
