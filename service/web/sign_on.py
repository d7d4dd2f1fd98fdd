"""``/masuk/penyedia``: to the identity provider and back again."""

from __future__ import annotations

from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from pydantic import BaseModel, StringConstraints
from starlette.responses import RedirectResponse

from service.accounts.errors import (
    IdentityTaken,
    InvitationOver,
    PersonUnlinked,
    ProviderUnavailable,
    SignInLocked,
    SignOnRefused,
)
from service.accounts.provider import Provider
from service.accounts.secret import fresh
from service.actions.sign_in_elsewhere import BACK, Return, come_back, send_away
from service.door.caller import address_of
from service.outcomes import outcome_of
from service.refusals import PathUnknown
from service.web.asking import Anyone, visitor
from service.web.entrance import closed_door, door_of, entered, keep_door, own, provider_of
from service.web.forms import fault_of
from service.web.rendering import page

router = APIRouter()
_TOLD = (
    IdentityTaken,
    InvitationOver,
    PersonUnlinked,
    ProviderUnavailable,
    SignInLocked,
    SignOnRefused,
)
"""What is told on the sign-in page, from where other ways lead in."""
Word = Annotated[str, StringConstraints(max_length=4000)]


@router.get("/masuk/penyedia")
def leave(request: Request, house: Anyone, ke: Word = "/") -> Response:
    """Send the browser to the provider."""
    if visitor(request) is not None:
        return RedirectResponse(own(ke), status_code=HTTPStatus.SEE_OTHER)
    return _sent(request, house, ke=ke, invitation="")


@router.get("/masuk/undangan")
def invited(request: Request, kata: Word = "") -> Response:
    """What an invitation is; a program that only follows links uses none up."""
    return page(request, "invitation.html", word=kata, provider=_provider(request).name)


@router.get("/masuk/undangan/terima")
def accept(request: Request, house: Anyone, kata: Word = "") -> Response:
    """Send the browser of one who was invited; whoever is signed in here now is not she."""
    # The word stands behind the question mark, which no log keeps.
    return _sent(request, house, ke="/", invitation=kata)


class Brought(BaseModel):
    """What stands in the address to which a browser comes back."""

    state: Word = ""
    code: Word = ""
    error: Word = ""
    iss: Word | None = None


@router.get(BACK)
def arrive(request: Request, house: Anyone, asked: Annotated[Brought, Query()]) -> Response:
    """Back from the provider: in, or told why not."""
    brought = Return(state=asked.state, code=asked.code, error=asked.error, issuer=asked.iss)
    try:
        begun, goal = come_back(
            brought,
            door=door_of(request, house),
            address=address_of(request),
            provider=_provider(request),
            house=house,
        )
    except _TOLD as refused:
        return _told(request, house, refused, ke="/")
    return entered(begun, house, ke=goal)


def _sent(request: Request, house: Anyone, *, ke: str, invitation: str) -> Response:
    door = door_of(request, house) or fresh()
    try:
        where = send_away(
            own(ke),
            door=door,
            invitation=invitation,
            address=address_of(request),
            provider=_provider(request),
            house=house,
        )
    except _TOLD as refused:
        return _told(request, house, refused, ke=ke)
    response = RedirectResponse(where, status_code=HTTPStatus.SEE_OTHER)
    keep_door(response, house, door)
    return response


def _told(request: Request, house: Anyone, refused: Exception, *, ke: str) -> Response:
    status = outcome_of(refused).status
    return closed_door(request, house, ke=ke, faults=fault_of(refused), status=status)


def _provider(request: Request) -> Provider:
    provider = provider_of(request)
    if provider is None:
        raise PathUnknown
    return provider
