"""``/masuk`` and ``/keluar``: a session begins and ends."""

from __future__ import annotations

import re
from http import HTTPStatus
from typing import Final

from fastapi import APIRouter, Depends, Request, Response
from starlette.responses import RedirectResponse

from service.accounts.acts import Act
from service.accounts.errors import FormForged, SignInLocked, SignInRefused
from service.accounts.secret import form_key, fresh, same
from service.actions.sign_in import Begun, sign_in, sign_out
from service.door.caller import Caller, address_of, cookie_name
from service.web.asking import FORM_FIELD, Anyone, Fields, reads, text_of, visitor
from service.web.forms import Fault, Faults, fault_of
from service.web.rendering import page

router = APIRouter()
_DOOR: Final = "-pintu"
"""Behind the session cookie's name: the cookie that ties the form to this browser."""
_OWN_ADDRESS: Final = re.compile(r"/(?![/\\])[!-~]*")
"""An address in this application: no host, no control characters."""
_LONGEST: Final = 1000


@router.get("/masuk")
def form(request: Request, house: Anyone, ke: str = "/") -> Response:
    """Ask for login and password; who is signed in already goes on."""
    if visitor(request) is not None:
        return RedirectResponse(_own(ke), status_code=HTTPStatus.SEE_OTHER)
    return _shown(request, house, ke=ke, login="", faults=Faults(), status=HTTPStatus.OK)


@router.post("/masuk")
def enter(request: Request, house: Anyone, fields: Fields) -> Response:
    """Begin a session and go where it was wanted to go."""
    door = request.cookies.get(cookie_name(house) + _DOOR, "")
    if not door or not same(text_of(fields, FORM_FIELD), form_key(door)):
        raise FormForged
    login, password = text_of(fields, "nama_masuk").strip(), text_of(fields, "kata_sandi")
    ke = text_of(fields, "ke")
    empty = Faults(
        Fault(name, sentence)
        for name, value, sentence in (
            ("nama_masuk", login, "Isilah nama masuk Anda."),
            ("kata_sandi", password, "Isilah kata sandi Anda."),
        )
        if not value
    )
    if empty:
        return _shown(request, house, ke=ke, login=login, faults=empty, status=422)
    try:
        begun = sign_in(
            login[:_LONGEST], password[:_LONGEST], address=address_of(request), house=house
        )
    except SignInRefused as error:
        return _shown(request, house, ke=ke, login=login, faults=fault_of(error), status=401)
    except SignInLocked as error:
        refused = fault_of(error)
        response = _shown(request, house, ke=ke, login=login, faults=refused, status=429)
        response.headers["Retry-After"] = str(error.seconds)
        return response
    return _entered(begun, house, ke=ke)


@router.post("/keluar")
def leave(
    request: Request,
    caller: Caller = Depends(reads(Act.MANAGE_OWN)),  # noqa: B008, FAST002
) -> Response:
    """End the session."""
    name = cookie_name(caller.house)
    sign_out(request.cookies.get(name, ""), address=address_of(request), house=caller.house)
    response = RedirectResponse("/masuk", status_code=HTTPStatus.SEE_OTHER)
    response.delete_cookie(name, secure=_https(name), httponly=True, samesite="lax")
    response.headers["Clear-Site-Data"] = '"cache"'
    return response


def _shown(
    request: Request, house: Anyone, *, ke: str, login: str, faults: Faults, status: int
) -> Response:
    name = cookie_name(house) + _DOOR
    door = request.cookies.get(name) or fresh()
    response = page(
        request,
        "sign_in.html",
        status=status,
        ke=_own(ke),
        login=login[:_LONGEST],
        faults=faults,
        door=form_key(door),
    )
    _keep(response, name, door)
    return response


def _entered(begun: Begun, house: Anyone, *, ke: str) -> Response:
    response = RedirectResponse(_own(ke), status_code=HTTPStatus.SEE_OTHER)
    name = cookie_name(house)
    _keep(response, name, begun.secret)
    response.delete_cookie(name + _DOOR, secure=_https(name), httponly=True, samesite="lax")
    return response


def _keep(response: Response, name: str, value: str) -> None:
    # Without an age it ends with the browser; the session itself ends earlier.
    response.set_cookie(name, value, httponly=True, samesite="lax", secure=_https(name), path="/")


def _https(name: str) -> bool:
    return name.startswith("__Host-")


def _own(address: str) -> str:
    return address if _OWN_ADDRESS.fullmatch(address) else "/"
