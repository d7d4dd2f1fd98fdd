"""What was done, told once on the next page: a cookie that only the session's own key can make."""

from __future__ import annotations

import base64
import hashlib
import hmac
from typing import TYPE_CHECKING, Final

from starlette.responses import RedirectResponse

from service.accounts.secret import same

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from service.accounts.sessions import Session
    from service.door.caller import Caller

COOKIE: Final = "lontar-kabar"
_SECONDS: Final = 60
_LONGEST: Final = 600


def moved(request: Request, to: str, *, caller: Caller, told: str = "") -> Response:
    """Lead on after a change.

    Args:
        request: that changed something.
        to: address in this application.
        caller: who did it.
        told: what was done, one sentence; empty for nothing.
    """
    response = RedirectResponse(to, status_code=303)
    if told and caller.session is not None:
        response.set_cookie(
            COOKIE,
            _sealed(told[:_LONGEST], caller.session),
            max_age=_SECONDS,
            httponly=True,
            samesite="lax",
            secure=request.url.scheme == "https",
        )
    return response


def notice_of(request: Request, session: Session | None) -> str:
    """What is to be told now; empty for nothing, or where the session did not write it."""
    sealed = request.cookies.get(COOKIE, "")
    if session is None or not sealed:
        return ""
    text, _, seal = sealed.partition(".")
    if not same(seal, _seal(text, session)):
        return ""
    return base64.urlsafe_b64decode(text).decode()


def _sealed(told: str, session: Session) -> str:
    text = base64.urlsafe_b64encode(told.encode()).decode()
    return f"{text}.{_seal(text, session)}"


def _seal(text: str, session: Session) -> str:
    return hmac.new(session.form_key.encode(), text.encode(), hashlib.sha256).hexdigest()
