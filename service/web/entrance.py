"""What the ways in and out share: the sign-in page, its cookies, and where one may go next."""

from __future__ import annotations

import re
from http import HTTPStatus
from typing import TYPE_CHECKING, Final

from starlette.responses import RedirectResponse

from service.accounts.secret import form_key, fresh
from service.door.caller import cookie_name
from service.web.rendering import page

if TYPE_CHECKING:
    from fastapi import Request, Response

    from service.accounts.provider import Provider
    from service.actions.sign_in import Begun
    from service.app import House
    from service.web.forms import Faults

_DOOR: Final = "-pintu"
"""Behind the session cookie's name: the cookie that ties a way in to this browser."""
_OWN_ADDRESS: Final = re.compile(r"/(?![/\\])[!-~]*")
"""An address in this application: no host, no control characters."""
LONGEST: Final = 1000


def provider_of(request: Request) -> Provider | None:
    """The identity provider; None where there is none."""
    provider: Provider | None = request.app.state.provider
    return provider


def door_of(request: Request, house: House) -> str:
    """The secret of this browser before anyone is signed in; empty where it has none."""
    return request.cookies.get(cookie_name(house) + _DOOR, "")


def closed_door(
    request: Request,
    house: House,
    *,
    ke: str,
    faults: Faults,
    login: str = "",
    status: int = HTTPStatus.OK,
) -> Response:
    """The page on which one signs in."""
    door = door_of(request, house) or fresh()
    provider = provider_of(request)
    response = page(
        request,
        "sign_in.html",
        status=status,
        ke=own(ke),
        login=login[:LONGEST],
        faults=faults,
        door=form_key(door),
        provider=provider and provider.name,
        folded=house.settings.passwords == "admins" and not login,
    )
    keep_door(response, house, door)
    return response


def entered(begun: Begun, house: House, *, ke: str) -> Response:
    """Lead in; the secret of the browser before is another one than that of the session."""
    # By a one-time password nothing can be done but to change it.
    to = "/akun" if begun.session.once else own(ke)
    response = RedirectResponse(to, status_code=HTTPStatus.SEE_OTHER)
    _keep(response, cookie_name(house), begun.secret, house=house)
    forget(response, cookie_name(house) + _DOOR, house)
    return response


def keep_door(response: Response, house: House, door: str) -> None:
    """Tie what is shown to this browser."""
    _keep(response, cookie_name(house) + _DOOR, door, house=house)


def forget(response: Response, name: str, house: House) -> None:
    """Take a cookie back."""
    response.delete_cookie(name, secure=house.settings.https, httponly=True, samesite="lax")


def own(address: str) -> str:
    """An address in this application; its first page for every other."""
    return address if _OWN_ADDRESS.fullmatch(address) else "/"


def _keep(response: Response, name: str, value: str, *, house: House) -> None:
    # Without an age it ends with the browser; the session itself ends earlier.
    secure = house.settings.https
    response.set_cookie(name, value, httponly=True, samesite="lax", secure=secure, path="/")
