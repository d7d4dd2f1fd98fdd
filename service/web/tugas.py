"""``/tugas``: documents that wait for a signature, and the signed copies that come back."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response

from archive.errors import NotInForce
from archive.index.search import Search
from archive.signatures.errors import SignedCopyError
from service.accounts.acts import Act
from service.actions.compare_versions import printed_file
from service.actions.receive_signed import Received, receive_signed
from service.door.caller import Caller
from service.door.seeing import document_seen, search_seen, successor_of
from service.door.uploads import laid_down
from service.refusals import UploadMissing
from service.web.asking import Fields, file_of, reads
from service.web.forms import Faults, fault_of
from service.web.navigation import Link
from service.web.rendering import page

router = APIRouter(prefix="/tugas")
LINKS = (
    Link(30, "Tanda tangan", "/tugas", Act.RECEIVE, "Unduh, tanda tangani, dan kirim kembali."),
)
Signs = Annotated[Caller, Depends(reads(Act.RECEIVE))]
_MOST = 100


@router.get("")
def waiting(request: Request, caller: Signs) -> Response:
    """What is issued and not signed yet."""
    archive = caller.house.archive
    waiting, done = (search_seen(Search(state=each), caller) for each in ("issued", "signed"))
    return page(
        request,
        "tugas/daftar.html",
        caller=caller,
        entries=archive.search(waiting, limit=_MOST).entries,
        signed=archive.search(done, limit=10).entries,
        kinds=caller.house.kinds,
    )


@router.get("/{document}")
def one(request: Request, document: str, caller: Signs) -> Response:
    """One document: take it, sign it, send it back."""
    return _shown(request, caller, document)


@router.post("/{document}")
def receive(request: Request, document: str, caller: Signs, fields: Fields) -> Response:
    """Take a signed copy in; what was found in it is told in plain sentences."""
    found, upload = document_seen(document, caller), file_of(fields, "berkas")
    if upload is None:
        missing = fault_of(UploadMissing(), field="berkas")
        return _shown(request, caller, document, faults=missing)
    try:
        with laid_down(upload, house=caller.house) as path:
            received = receive_signed(found, path, folder=path.parent, house=caller.house)
    except (NotInForce, SignedCopyError, UploadMissing) as error:
        return _shown(request, caller, document, faults=fault_of(error, field="berkas"))
    return _shown(request, caller, document, received=received)


def _shown(
    request: Request,
    caller: Caller,
    document: str,
    *,
    faults: Faults | None = None,
    received: Received | None = None,
) -> Response:
    found = document_seen(document, caller)
    return page(
        request,
        "tugas/satu.html",
        caller=caller,
        status=422 if faults else 200,
        document=found,
        kind=caller.house.kinds.get(found.record.kind),
        received=received,
        printed=printed_file(found.head),
        successor=successor_of(found, caller),
        faults=faults or Faults(),
    )
