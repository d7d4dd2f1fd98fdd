"""``/documents/{document}/signed``: a signed copy comes back."""

from __future__ import annotations

from datetime import datetime
from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Depends, UploadFile
from pydantic import BaseModel

from service.accounts.acts import Act
from service.actions.receive_signed import receive_signed
from service.door.caller import Caller, asks
from service.door.problems import problems
from service.door.seeing import document_seen
from service.door.uploads import laid_down

router = APIRouter(prefix="/documents", tags=["dokumen"])
Receives = Annotated[Caller, Depends(asks(Act.RECEIVE))]


class SignatureView(BaseModel):
    """One signature that was found."""

    field: str
    signer: str
    signed_at: datetime | None
    sentence: str


class ReceivedView(BaseModel):
    """The new version."""

    document: str
    version: int
    repeated: bool
    """The very same file was taken in before."""
    signatures: list[SignatureView]


@router.post(
    "/{document}/signed",
    summary="Kirim salinan bertanda tangan",
    status_code=HTTPStatus.CREATED,
    responses=problems(400, 401, 403, 404, 408, 409, 413, 422),
)
def receive(document: str, file: UploadFile, caller: Receives) -> ReceivedView:
    """Kept byte for byte as a new version; refused with the reason where it is not the document."""
    found = document_seen(document, caller)
    with laid_down(file, house=caller.house) as path:
        received = receive_signed(found, path, folder=path.parent, house=caller.house)
    return ReceivedView(
        document=found.document.value,
        version=received.receipt.version.value,
        repeated=received.receipt.repeated,
        signatures=[
            SignatureView(
                field=each.field,
                signer=each.signer,
                signed_at=each.signed_at,
                sentence=each.sentence,
            )
            for each in received.signatures
        ],
    )
