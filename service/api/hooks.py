"""``/webhooks``: programs that are told when jobs end."""

from __future__ import annotations

from datetime import datetime
from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Depends, Response
from pydantic import BaseModel, Field

from service.accounts.acts import Act
from service.actions.manage_hooks import (
    add_hook,
    list_deliveries,
    list_hooks,
    remove_hook,
)
from service.api.people import Sent
from service.door.caller import Caller, asks
from service.door.problems import problems
from service.door.seeing import hook_seen, office_meant
from service.hooks.book import Hook

router = APIRouter(prefix="/webhooks", tags=["webhook"])
Manages = Annotated[Caller, Depends(asks(Act.MANAGE_HOOKS))]
_REFUSALS = problems(400, 401, 403, 404, 422)


class NewHook(Sent):
    """A program that wants to be told."""

    url: Annotated[str, Field(max_length=500)]
    office: Annotated[str, Field(min_length=1, max_length=200)]
    """Whose jobs; ``*`` for those of all offices."""


class HookView(BaseModel):
    """A webhook; its secret is not told any more."""

    id: str
    url: str
    office: str
    created_at: datetime


class MadeHookView(HookView):
    """A webhook just entered."""

    secret: str
    """With it `Lontar-Signature` is checked; shown this once."""


class DeliveryView(BaseModel):
    """One telling."""

    id: str
    event: str
    job: str
    created_at: datetime
    attempts: int
    status: int | None
    error: str | None
    due_at: datetime | None
    """When it is tried again; null when it is over."""
    delivered_at: datetime | None


@router.get("", summary="Daftar webhook", responses=_REFUSALS)
def hooks(caller: Manages) -> list[HookView]:
    """The webhooks of the caller's offices."""
    found = list_hooks(house=caller.house)
    return [_view(each) for each in found if caller.may(office_meant(each.office))]


@router.post("", summary="Daftarkan webhook", status_code=HTTPStatus.CREATED, responses=_REFUSALS)
def add(sent: NewHook, caller: Manages) -> MadeHookView:
    """Enter a program; its secret is told this once."""
    caller.require(office_meant(sent.office))
    hook = add_hook(sent.url, office=sent.office, house=caller.house)
    return MadeHookView(**_view(hook).model_dump(), secret=hook.secret)


@router.get("/{webhook}/deliveries", summary="Catatan pengiriman", responses=_REFUSALS)
def deliveries(webhook: str, caller: Manages) -> list[DeliveryView]:
    """What it was told, the latest first, and how each attempt went."""
    told = list_deliveries(hook_seen(webhook, caller), house=caller.house)
    return [
        DeliveryView(**{name: getattr(each, name) for name in DeliveryView.model_fields})
        for each in told
    ]


@router.delete(
    "/{webhook}",
    summary="Hapus webhook",
    status_code=HTTPStatus.NO_CONTENT,
    response_class=Response,
    responses=_REFUSALS,
)
def remove(webhook: str, caller: Manages) -> None:
    """Tell it nothing any more; what it was told stays in the log."""
    remove_hook(hook_seen(webhook, caller), house=caller.house)


def _view(hook: Hook) -> HookView:
    return HookView(id=hook.id, url=hook.url, office=hook.office, created_at=hook.created_at)
