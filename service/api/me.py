"""``/me``: the person who asks, her password and her tokens."""

from __future__ import annotations

from datetime import datetime
from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response
from pydantic import Field

from service.accounts.acts import Act
from service.accounts.tokens import LONGEST_DAYS, Token
from service.actions.manage_people import change_own_password
from service.actions.manage_tokens import list_tokens, make_token, revoke_token
from service.api.people import PersonView, Sent, person_view
from service.door.caller import Caller, address_of, asks
from service.door.problems import problems

router = APIRouter(prefix="/me", tags=["akun sendiri"])
Owns = Annotated[Caller, Depends(asks(Act.MANAGE_OWN))]
Renews = Annotated[Caller, Depends(asks(Act.MANAGE_OWN, once=True))]
_REFUSALS = problems(400, 401, 403, 404, 422, 429)


class MeView(PersonView):
    """The person who asks, and what this session or token may do anywhere."""

    acts: list[Act]


class NewPassword(Sent):
    """A password and the one that it replaces."""

    old: Annotated[str, Field(max_length=1000)]
    new: Annotated[str, Field(max_length=1000)]


class NewToken(Sent):
    """A token to be made."""

    label: Annotated[str, Field(min_length=1, max_length=200)]
    scopes: Annotated[list[Act], Field(min_length=1, max_length=len(Act))]
    days: Annotated[int, Field(ge=1, le=LONGEST_DAYS)] = 90


class TokenView(Sent):
    """A token; its secret is not known any more."""

    id: str
    label: str
    scopes: list[Act]
    created_at: datetime
    expires_at: datetime
    used_at: datetime | None
    revoked_at: datetime | None


class MadeTokenView(TokenView):
    """A token just made."""

    secret: str
    """Shown this once."""


@router.get("", summary="Siapa saya", responses=_REFUSALS)
def me(caller: Owns) -> MeView:
    """The person who asks."""
    view = person_view(caller.person)
    return MeView(**view.model_dump(), acts=caller.acts)


@router.put(
    "/password",
    summary="Ganti kata sandi sendiri",
    status_code=HTTPStatus.NO_CONTENT,
    response_class=Response,
    responses=_REFUSALS,
)
def password(sent: NewPassword, caller: Renews, request: Request) -> None:
    """Change one's own password, knowing the old one; ends all sessions."""
    change_own_password(
        caller.person,
        old=sent.old,
        new=sent.new,
        address=address_of(request),
        house=caller.house,
    )


@router.get("/tokens", summary="Token saya", responses=_REFUSALS)
def tokens(caller: Owns) -> list[TokenView]:
    """All tokens, newest first, also those that ended."""
    return [_view(each) for each in list_tokens(caller.person, house=caller.house)]


@router.post("/tokens", summary="Buat token", status_code=HTTPStatus.CREATED, responses=_REFUSALS)
def make(sent: NewToken, caller: Owns) -> MadeTokenView:
    """Make a token for some acts; its secret is told this once."""
    scopes = [each.value for each in sent.scopes]
    made = make_token(
        caller.person, label=sent.label, scopes=scopes, days=sent.days, house=caller.house
    )
    return MadeTokenView(**_view(made.token).model_dump(), secret=made.secret)


@router.delete("/tokens/{token}", summary="Cabut token", responses=_REFUSALS)
def revoke(token: str, caller: Owns) -> TokenView:
    """End a token at once."""
    return _view(revoke_token(caller.person, token, house=caller.house))


def _view(token: Token) -> TokenView:
    return TokenView(
        id=token.id,
        label=token.label,
        scopes=list(token.scopes),
        created_at=token.created_at,
        expires_at=token.expires_at,
        used_at=token.used_at,
        revoked_at=token.revoked_at,
    )
