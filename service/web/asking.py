"""Who opens a page or sends a form of it: the person of the session, and her form key."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Final

from fastapi import Depends, Request
from starlette.datastructures import FormData, UploadFile

from archive.records import Actor
from service.accounts.acts import Act
from service.accounts.errors import NotSignedIn
from service.accounts.sessions import Session
from service.actions.recognise import recognise_session
from service.app import House
from service.door.caller import (
    FORM_HEADER,
    SAFE_METHODS,
    Caller,
    address_of,
    cookie_name,
    house_of,
    seated,
)

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

FORM_FIELD: Final = "formulir"
"""Field in which a form brings the key of its session."""
_MOST_FIELDS: Final = 50_000
"""A form of many rows has many fields; the size of all of them is limited at the door."""
_LONGEST_FIELD: Final = 8 * 2**20


async def sent_fields(request: Request) -> AsyncIterator[FormData]:
    """The fields of the form that was sent; none where none was. Files end with the request."""
    if request.method in SAFE_METHODS:
        yield FormData()
        return
    form = await request.form(max_files=100, max_fields=_MOST_FIELDS, max_part_size=_LONGEST_FIELD)
    try:
        yield form
    finally:
        await form.close()


Fields = Annotated[FormData, Depends(sent_fields)]
"""What was sent with a form, its key checked where the route names an act."""


def reads(act: Act, *, once: bool = False) -> Callable[..., Caller]:
    """The dependency of a page: someone is signed in who may do this act somewhere.

    With ``once`` it is also open to who came in by a one-time password.
    """

    def caller(request: Request, fields: Fields) -> Caller:
        key = text_of(fields, FORM_FIELD) or request.headers.get(FORM_HEADER, "")
        return seated(request, act, form_key=key, once=once)

    vars(caller)["act"] = act
    return caller


def visitor(request: Request) -> Session | None:
    """The session of whoever opens a page; None where nobody is signed in."""
    house = house_of(request)
    secret = request.cookies.get(cookie_name(house))
    if not secret:
        return None
    try:
        session = recognise_session(secret, house=house)
    except NotSignedIn:
        return None
    request.state.person = session.person.login
    return session


def anyone(request: Request) -> House:
    """The dependency of a page that is open to all; what strangers ask of it is counted there."""
    return replace(house_of(request), actor=Actor("publik", address_of(request)))


Anyone = Annotated[House, Depends(anyone)]
"""The installation, for whoever comes."""


def text_of(fields: FormData, name: str) -> str:
    """A field as it was typed; empty where it was not sent or is a file."""
    value = fields.get(name)
    return value if isinstance(value, str) else ""


def file_of(fields: FormData, name: str) -> UploadFile | None:
    """A file that was chosen; None where none was."""
    sent = fields.get(name)
    return sent if isinstance(sent, UploadFile) and sent.filename else None


def texts_of(fields: FormData, name: str) -> list[str]:
    """All fields of one name, as they were typed."""
    return [each for each in fields.getlist(name) if isinstance(each, str)]
