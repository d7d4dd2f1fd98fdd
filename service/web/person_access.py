"""``/pengguna/…``: how a person gets in: a word for once, an invitation, her sessions."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response

from service.accounts.acts import Act
from service.accounts.sign_ons import INVITED
from service.actions.manage_identities import invite_person, unlink_person
from service.actions.manage_people import ONCE, find_person, give_password_once
from service.actions.manage_sessions import end_session, end_sessions
from service.door.caller import Caller
from service.refusals import PathUnknown
from service.web.asking import Fields, reads, text_of
from service.web.entrance import provider_of
from service.web.notices import moved
from service.web.rendering import page, query

router = APIRouter(prefix="/pengguna/{person}")


def _manages(caller: Annotated[Caller, Depends(reads(Act.MANAGE_PEOPLE))]) -> Caller:
    caller.require(None)
    return caller


Manages = Annotated[Caller, Depends(_manages)]


@router.post("/sandi-sekali")
def password_once(request: Request, person: str, caller: Manages) -> Response:
    """A word with which she comes in once, to choose a password of her own."""
    found = find_person(person, house=caller.house)
    word = give_password_once(found.id, house=caller.house)
    return page(
        request,
        "person_word.html",
        caller=caller,
        shown=found,
        what="Kata sandi sekali pakai",
        word=word,
        days=ONCE.days,
    )


@router.post("/undangan")
def invite(request: Request, person: str, caller: Manages) -> Response:
    """A link by which she becomes known from the identity provider."""
    if (provider := provider_of(request)) is None:
        raise PathUnknown
    found = find_person(person, house=caller.house)
    word = invite_person(found, house=caller.house)
    address = caller.house.settings.base_url.rstrip("/") + "/masuk/undangan" + query(kata=word)
    return page(
        request,
        "person_word.html",
        caller=caller,
        shown=found,
        what=f"Undangan masuk melalui {provider.name}",
        word=address,
        days=INVITED.days,
    )


@router.post("/identitas")
def unlink(request: Request, person: str, caller: Manages, fields: Fields) -> Response:
    """Let an identity be this person no more."""
    found = find_person(person, house=caller.house)
    unlink_person(
        found,
        issuer=text_of(fields, "penyedia"),
        subject=text_of(fields, "subjek"),
        house=caller.house,
    )
    return moved(request, f"/pengguna/{found.id}", caller=caller, told="Kaitannya dilepas.")


@router.post("/sesi")
def end_all(request: Request, person: str, caller: Manages) -> Response:
    """Sign her out everywhere."""
    found = find_person(person, house=caller.house)
    end_sessions(found, house=caller.house)
    return moved(request, f"/pengguna/{found.id}", caller=caller, told="Semua sesinya diakhiri.")


@router.post("/sesi/{session}")
def end_one(request: Request, person: str, session: str, caller: Manages) -> Response:
    """End one of her sessions."""
    found = find_person(person, house=caller.house)
    end_session(found, session, house=caller.house)
    return moved(request, f"/pengguna/{found.id}", caller=caller, told="Sesi itu diakhiri.")
