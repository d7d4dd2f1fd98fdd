"""``/akun``: one's own account: what one is here, and another password."""

from __future__ import annotations

from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response
from starlette.responses import RedirectResponse

from service.accounts.acts import Act
from service.accounts.errors import PasswordWeak, SignInLocked, SignInRefused
from service.actions.manage_identities import list_identities
from service.actions.manage_people import change_own_password
from service.door.caller import Caller, address_of
from service.web.asking import Fields, reads, text_of
from service.web.forms import Fault, Faults, fault_of
from service.web.rendering import page

router = APIRouter(prefix="/akun")
Self = Annotated[Caller, Depends(reads(Act.MANAGE_OWN, once=True))]


@router.get("")
def account(request: Request, caller: Self) -> Response:
    """What one is to which office, and the form for another password."""
    return _shown(request, caller, Faults())


@router.post("")
def change(request: Request, caller: Self, fields: Fields) -> Response:
    """Another password; all sessions end, this one, too."""
    old, new = text_of(fields, "kata_sandi_lama"), text_of(fields, "kata_sandi_baru")
    try:
        change_own_password(
            caller.person, old=old, new=new, address=address_of(request), house=caller.house
        )
    except SignInRefused:
        wrong = Faults([Fault("kata_sandi_lama", "Kata sandi lama tidak cocok.")])
        return _shown(request, caller, wrong, status=422)
    except PasswordWeak as error:
        return _shown(request, caller, fault_of(error, field="kata_sandi_baru"), status=422)
    except SignInLocked as error:
        return _shown(request, caller, fault_of(error), status=429)
    return RedirectResponse("/masuk", status_code=HTTPStatus.SEE_OTHER)


def _shown(request: Request, caller: Caller, faults: Faults, *, status: int = 200) -> Response:
    return page(
        request,
        "account.html",
        caller=caller,
        status=status,
        once=caller.session is not None and caller.session.once,
        identities=list_identities(caller.person, house=caller.house),
        faults=faults,
    )
