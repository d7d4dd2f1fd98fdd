"""``/akun/token``: one's own API tokens: made, shown once, revoked."""

from __future__ import annotations

from typing import Annotated, Final

from fastapi import APIRouter, Depends, Request, Response
from starlette.datastructures import FormData

from service.accounts.acts import Act
from service.accounts.errors import NameUnusable, NotAllowed, ScopeUnknown
from service.accounts.tokens import LONGEST_DAYS
from service.actions.manage_tokens import list_tokens, make_token, revoke_token
from service.door.caller import Caller
from service.web.asking import Fields, reads, text_of, texts_of
from service.web.forms import Fault, Faults, fault_of
from service.web.notices import moved
from service.web.rendering import page

router = APIRouter(prefix="/akun/token")
Self = Annotated[Caller, Depends(reads(Act.MANAGE_OWN))]
DAYS: Final = (7, 30, 90, 180, LONGEST_DAYS)
"""Days that can be chosen."""
_USUAL: Final = 90


@router.get("")
def tokens(request: Request, caller: Self) -> Response:
    """All tokens, also those that ended, and the form for another."""
    return _shown(request, caller, FormData(), Faults())


@router.post("")
def make(request: Request, caller: Self, fields: Fields) -> Response:
    """Make a token and show it this once."""
    scopes = texts_of(fields, "cakupan")
    if not scopes:
        unsaid = Faults([Fault("cakupan", "Pilihlah sedikitnya satu cakupan.")])
        return _shown(request, caller, fields, unsaid)
    try:
        made = make_token(
            caller.person,
            label=text_of(fields, "keterangan").strip(),
            scopes=scopes,
            days=_days(fields),
            house=caller.house,
        )
    except NameUnusable as error:
        return _shown(request, caller, fields, fault_of(error, field="keterangan"))
    except (ScopeUnknown, NotAllowed) as error:
        return _shown(request, caller, fields, fault_of(error, field="cakupan"))
    return page(request, "token_made.html", caller=caller, token=made.token, secret=made.secret)


@router.post("/{token}/cabut")
def revoke(request: Request, token: str, caller: Self) -> Response:
    """End a token at once."""
    ended = revoke_token(caller.person, token, house=caller.house)
    return moved(request, "/akun/token", caller=caller, told=f"Token “{ended.label}” dicabut.")


def _days(fields: FormData) -> int:
    told = text_of(fields, "hari")
    return int(told) if told in {str(each) for each in DAYS} else _USUAL


def _shown(request: Request, caller: Caller, fields: FormData, faults: Faults) -> Response:
    return page(
        request,
        "tokens.html",
        caller=caller,
        status=422 if faults else 200,
        tokens=list_tokens(caller.person, house=caller.house),
        now=caller.house.clock(),
        acts=[each.value for each in caller.acts],
        chosen=texts_of(fields, "cakupan"),
        label=text_of(fields, "keterangan"),
        days=DAYS,
        day=_days(fields),
        faults=faults,
    )
