"""``/akun/sesi``: where one is signed in, and how that ends."""

from __future__ import annotations

from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response
from starlette.responses import RedirectResponse

from service.accounts.acts import Act
from service.accounts.sessions import sitting_name
from service.actions.manage_sessions import end_session, end_sessions, list_sessions
from service.door.caller import Caller, cookie_name
from service.web.asking import reads
from service.web.notices import moved
from service.web.rendering import page

router = APIRouter(prefix="/akun/sesi")
Self = Annotated[Caller, Depends(reads(Act.MANAGE_OWN))]


@router.get("")
def sittings(request: Request, caller: Self) -> Response:
    """All of one's sessions; the one that asks is named."""
    secret = request.cookies.get(cookie_name(caller.house), "")
    return page(
        request,
        "sittings.html",
        caller=caller,
        sittings=list_sessions(caller.person, house=caller.house),
        own=sitting_name(secret),
    )


@router.post("/akhiri")
def end_all(caller: Self) -> Response:
    """Sign oneself out everywhere, here, too."""
    end_sessions(caller.person, house=caller.house)
    return RedirectResponse("/masuk", status_code=HTTPStatus.SEE_OTHER)


@router.post("/{session}/akhiri")
def end_one(request: Request, session: str, caller: Self) -> Response:
    """End one of one's sessions."""
    end_session(caller.person, session, house=caller.house)
    return moved(request, "/akun/sesi", caller=caller, told="Sesi itu diakhiri.")
