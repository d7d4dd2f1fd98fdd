"""``/v/…`` and ``/periksa``: anyone may ask whether a code, a number or a file is from here."""

from __future__ import annotations

from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Depends, Path, Request, Response

from service.actions.verify_publicly import Verified, verify_file, verify_named
from service.door.caller import Stranger, stranger
from service.door.uploads import laid_down
from service.web.asking import Fields, anyone, file_of
from service.web.cursor import Word
from service.web.forms import Fault, Faults
from service.web.rendering import page

router = APIRouter()


@router.get("/v/{code}")
def by_code(request: Request, code: Annotated[Word, Path()], house: Stranger) -> Response:
    """Where the QR of a document leads."""
    return _told(request, verify_named(code, house=house), asked=code)


@router.get("/periksa", dependencies=[Depends(anyone)])
def by_name(request: Request, nama: Word = "") -> Response:
    """Ask by number or code; the empty form costs nobody a question."""
    asked = " ".join(nama.split())
    if not asked:
        return page(request, "verification.html", verified=None, asked="")
    return _told(request, verify_named(asked, house=stranger(request)), asked=asked)


@router.post("/periksa")
def by_file(request: Request, house: Stranger, fields: Fields) -> Response:
    """Ask with a file; its bytes are compared and not kept."""
    upload = file_of(fields, "berkas")
    if upload is None:
        missing = Faults([Fault("berkas", "Pilihlah berkas yang hendak diperiksa.")])
        return page(
            request, "verification.html", status=422, verified=None, asked="", faults=missing
        )
    with laid_down(upload, house=house) as path:
        verified = verify_file(path, house=house)
    return _told(request, verified, asked=upload.filename or "berkas")


def _told(request: Request, verified: Verified, *, asked: str) -> Response:
    found = bool(verified.faces)
    return page(
        request,
        "verification.html",
        status=HTTPStatus.OK if found else HTTPStatus.NOT_FOUND,
        verified=verified,
        asked=asked,
    )
