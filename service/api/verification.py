"""``/verification``: anyone may ask whether a code, a number or a file was issued here."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

from fastapi import APIRouter, Query, UploadFile
from pydantic import BaseModel

from service.actions.verify_publicly import Verified, verify_file, verify_named
from service.api.paging import Word
from service.door.caller import Stranger
from service.door.problems import problems
from service.door.uploads import laid_down

router = APIRouter(prefix="/verification", tags=["keaslian"])


class SuccessorView(BaseModel):
    """The document that took a document's place."""

    number: str | None
    code: str


class FaceView(BaseModel):
    """What stands on the face of a document; employee numbers are masked."""

    number: str | None
    title: str | None
    office: str | None
    date: str | None
    year: int | None
    kind: str | None
    state: str
    version: int
    signed: bool
    """True: signed electronically; false: made by this system."""
    limited: bool
    """True: the public may only learn that it is genuine; the facts above are null."""
    in_force: bool
    standing: str
    """Since when and why it holds no longer; empty where there is nothing to tell."""
    successor: SuccessorView | None
    sentence: str


class VerificationView(BaseModel):
    """The answer."""

    verdict: str
    """``issued``, ``same``, ``continued`` or ``unknown``."""
    sentence: str
    documents: list[FaceView]


@router.get("", summary="Periksa kode atau nomor dari kertas", responses=problems(400, 422, 429))
def by_name(
    name: Annotated[Word, Query(min_length=1, description="Kode verifikasi atau nomor")],
    house: Stranger,
) -> VerificationView:
    """Whether a document of this verification code or official number was issued here."""
    return _view(verify_named(name, house=house))


@router.post("", summary="Periksa sebuah berkas", responses=problems(400, 408, 413, 422, 429))
def by_file(file: UploadFile, house: Stranger) -> VerificationView:
    """Whether the bytes of a file are those of a filed document; the file is not kept."""
    with laid_down(file, house=house) as path:
        return _view(verify_file(path, house=house))


def _view(verified: Verified) -> VerificationView:
    return VerificationView(
        verdict=verified.verdict,
        sentence=verified.sentence,
        documents=[FaceView(**asdict(each), sentence=each.sentence) for each in verified.faces],
    )
