"""``/kantor``: offices, who is what there, and who is missing; for those who manage people."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response

from service.accounts.acts import Act
from service.actions.list_offices import list_offices
from service.door.caller import Caller
from service.web.asking import reads
from service.web.navigation import Link
from service.web.rendering import page

router = APIRouter(prefix="/kantor")
LINKS = (
    Link(
        91,
        "Kantor",
        "/kantor",
        Act.MANAGE_PEOPLE,
        "Siapa penyusun, pemeriksa, dan penanda tangan tiap kantor, dan siapa yang belum ada.",
        whole=True,
    ),
)


@router.get("")
def offices(
    request: Request, caller: Annotated[Caller, Depends(reads(Act.MANAGE_PEOPLE))]
) -> Response:
    """All offices that have people or documents."""
    caller.require(None)
    everywhere, found = list_offices(house=caller.house)
    return page(request, "offices.html", caller=caller, everywhere=everywhere, offices=found)
