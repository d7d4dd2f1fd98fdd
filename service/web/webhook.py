"""``/webhook``: programs that are told when jobs end: entered, tried, looked after, removed."""

from __future__ import annotations

from typing import Annotated, Final

from fastapi import APIRouter, Depends, Request, Response
from starlette.datastructures import FormData

from service.accounts.acts import Act
from service.accounts.errors import NameUnusable
from service.actions.manage_hooks import (
    add_hook,
    list_deliveries,
    list_hooks,
    remove_hook,
    try_hook,
)
from service.door.caller import Caller
from service.door.seeing import hook_seen, office_meant
from service.hooks.book import TEST
from service.hooks.errors import AddressUnusable
from service.web.asking import Fields, reads, text_of
from service.web.forms import Faults, fault_of
from service.web.navigation import Link
from service.web.notices import moved
from service.web.rendering import page

router = APIRouter(prefix="/webhook")
LINKS = (
    Link(
        93,
        "Webhook",
        "/webhook",
        Act.MANAGE_HOOKS,
        "Program kantor yang diberi tahu ketika pekerjaan berakhir.",
    ),
)
Manages = Annotated[Caller, Depends(reads(Act.MANAGE_HOOKS))]
_EVENTS: Final = {TEST: "uji kirim"}


@router.get("")
def hooks(request: Request, caller: Manages) -> Response:
    """All webhooks of her offices, and the form for another."""
    return _shown(request, caller, FormData(), Faults())


@router.post("")
def add(request: Request, caller: Manages, fields: Fields) -> Response:
    """Enter a program and show its secret this once."""
    office = text_of(fields, "kantor").strip()
    if office:
        caller.require(office_meant(office))
    try:
        hook = add_hook(text_of(fields, "alamat").strip(), office=office, house=caller.house)
    except AddressUnusable as error:
        return _shown(request, caller, fields, fault_of(error, field="alamat"))
    except NameUnusable as error:
        return _shown(request, caller, fields, fault_of(error, field="kantor"))
    return page(request, "webhook_made.html", caller=caller, hook=hook)


@router.get("/{webhook}")
def one(request: Request, webhook: str, caller: Manages) -> Response:
    """What a program was told, the latest first, and how that went."""
    hook = hook_seen(webhook, caller)
    told = list_deliveries(hook, house=caller.house)
    return page(
        request,
        "webhook.html",
        caller=caller,
        hook=hook,
        deliveries=told,
        events=_EVENTS,
        test=TEST,
    )


@router.post("/{webhook}/uji")
def try_out(request: Request, webhook: str, caller: Manages) -> Response:
    """Have it told a test."""
    hook = hook_seen(webhook, caller)
    try_hook(hook, house=caller.house)
    told = "Uji kirim diminta; muat ulang halaman ini untuk melihat hasilnya."
    return moved(request, f"/webhook/{hook.id}", caller=caller, told=told)


@router.post("/{webhook}/hapus")
def remove(request: Request, webhook: str, caller: Manages) -> Response:
    """Tell it nothing any more."""
    hook = hook_seen(webhook, caller)
    remove_hook(hook, house=caller.house)
    return moved(request, "/webhook", caller=caller, told=f"Webhook {hook.url} dihapus.")


def _shown(request: Request, caller: Caller, fields: FormData, faults: Faults) -> Response:
    found = list_hooks(house=caller.house)
    return page(
        request,
        "webhooks.html",
        caller=caller,
        status=422 if faults else 200,
        hooks=[each for each in found if caller.may(office_meant(each.office))],
        url=text_of(fields, "alamat"),
        office=text_of(fields, "kantor"),
        faults=faults,
    )
