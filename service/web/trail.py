"""``/jejak``: everything that happened in the installation, for those who may see all of it."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response

from service.accounts.acts import Act
from service.door.caller import Caller
from service.web import cursor
from service.web.asking import reads
from service.web.navigation import Link
from service.web.rendering import page

router = APIRouter(prefix="/jejak")
LINKS = (
    Link(
        60,
        "Jejak",
        "/jejak",
        Act.SEE_TRAIL,
        "Siapa melakukan apa dan kapan: diterbitkan, diunduh, diuji, diubah.",
        whole=True,
    ),
)
SeesTrail = Annotated[Caller, Depends(reads(Act.SEE_TRAIL))]


@router.get("")
def trail(request: Request, caller: SeesTrail, lanjut: cursor.Cursor = "") -> Response:
    """Lines of the trail, newest first."""
    caller.require(None)
    before = cursor.read(lanjut, lambda parts: min(int(parts[0]), 2**62))
    events = caller.house.archive.whole_trail(before=before, limit=cursor.PAGE + 1)
    shown = events[: cursor.PAGE]
    more = len(events) > cursor.PAGE
    return page(
        request,
        "trail.html",
        caller=caller,
        events=shown,
        next=cursor.written(shown[-1].number) if more else None,
        begun=bool(lanjut),
    )
