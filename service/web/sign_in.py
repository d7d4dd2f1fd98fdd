"""``/masuk`` and ``/keluar``: a session begins with a password, and ends."""

from __future__ import annotations

from http import HTTPStatus

from fastapi import APIRouter, Request, Response
from starlette.responses import RedirectResponse

from service.accounts.errors import FormForged, PasswordsClosed, SignInLocked, SignInRefused
from service.accounts.secret import form_key, same
from service.actions.sign_in import sign_in, sign_out
from service.door.caller import address_of, cookie_name, ensure_own_form
from service.web.asking import FORM_FIELD, Anyone, Fields, text_of, visitor
from service.web.entrance import (
    LONGEST,
    closed_door,
    door_of,
    entered,
    forget,
    own,
    provider_of,
)
from service.web.forms import Fault, Faults, fault_of
from service.web.rendering import page

router = APIRouter()


@router.get("/masuk")
def form(request: Request, house: Anyone, ke: str = "/") -> Response:
    """Ask for login and password; who is signed in already goes on."""
    if visitor(request) is not None:
        return RedirectResponse(own(ke), status_code=HTTPStatus.SEE_OTHER)
    return closed_door(request, house, ke=ke, faults=Faults())


@router.post("/masuk")
def enter(request: Request, house: Anyone, fields: Fields) -> Response:
    """Begin a session and go where it was wanted to go."""
    door = door_of(request, house)
    if not door or not same(text_of(fields, FORM_FIELD), form_key(door)):
        raise FormForged
    login, password = text_of(fields, "nama_masuk").strip(), text_of(fields, "kata_sandi")
    ke = text_of(fields, "ke")

    def again(faults: Faults, status: int) -> Response:
        return closed_door(request, house, ke=ke, login=login, faults=faults, status=status)

    empty = Faults(
        Fault(name, sentence)
        for name, value, sentence in (
            ("nama_masuk", login, "Isilah nama masuk Anda."),
            ("kata_sandi", password, "Isilah kata sandi Anda."),
        )
        if not value
    )
    if empty:
        return again(empty, 422)
    try:
        begun = sign_in(
            login[:LONGEST], password[:LONGEST], address=address_of(request), house=house
        )
    except SignInRefused as error:
        return again(fault_of(error), 401)
    except PasswordsClosed as error:
        return again(fault_of(error), 403)
    except SignInLocked as error:
        response = again(fault_of(error), 429)
        response.headers["Retry-After"] = str(error.seconds)
        return response
    return entered(begun, house, ke=ke)


@router.post("/keluar")
def leave(request: Request, house: Anyone, fields: Fields) -> Response:
    """End the session, whatever its person may do here."""
    session, name = visitor(request), cookie_name(house)
    if session is not None:
        ensure_own_form(session, text_of(fields, FORM_FIELD))
        sign_out(request.cookies.get(name, ""), address=address_of(request), house=house)
    elsewhere = session is not None and session.through is not None
    to = "/keluar" if elsewhere else "/masuk"
    response = RedirectResponse(to, status_code=HTTPStatus.SEE_OTHER)
    forget(response, name, house)
    response.headers["Clear-Site-Data"] = '"cache"'
    return response


@router.get("/keluar")
def left(request: Request, house: Anyone) -> Response:
    """Out of here, but still signed in at the provider: how to leave there, too."""
    provider = provider_of(request)
    if visitor(request) is not None or provider is None:
        return RedirectResponse("/", status_code=HTTPStatus.SEE_OTHER)
    farewell = provider.farewell(house.settings.base_url.rstrip("/") + "/masuk")
    return page(request, "signed_out.html", provider=provider.name, farewell=farewell)
