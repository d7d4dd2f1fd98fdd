"""``/pengguna``: who may sign in, and as what; for those who manage people."""

from __future__ import annotations

from itertools import zip_longest
from typing import Annotated, Final, Literal

from fastapi import APIRouter, Depends, Request, Response
from starlette.datastructures import FormData

from service.accounts.acts import Act, Role
from service.accounts.errors import (
    AccountError,
    LastAdmin,
    LoginTaken,
    LoginUnusable,
    NameUnusable,
    PasswordWeak,
    RoleNeedsOffice,
    RoleUnknown,
)
from service.accounts.person import Membership, Person
from service.actions.manage_identities import list_identities
from service.actions.manage_people import (
    add_person,
    find_person,
    give_roles,
    list_people,
    membership,
    set_active,
    set_password,
)
from service.actions.manage_sessions import list_sessions
from service.door.caller import Caller
from service.web import cursor
from service.web.asking import Fields, reads, text_of, texts_of
from service.web.entrance import provider_of
from service.web.forms import Faults, fault_of
from service.web.navigation import Link
from service.web.notices import moved
from service.web.rendering import page

router = APIRouter(prefix="/pengguna")
LINKS = (
    Link(
        90,
        "Pengguna",
        "/pengguna",
        Act.MANAGE_PEOPLE,
        "Siapa boleh masuk, sebagai apa, dan untuk kantor mana.",
        whole=True,
    ),
)
_SPARE: Final = 2
"""Empty rows for further roles."""
_FIELDS: Final[dict[type[AccountError], str]] = {
    LoginTaken: "nama_masuk",
    LoginUnusable: "nama_masuk",
    NameUnusable: "nama",
    PasswordWeak: "kata_sandi",
    RoleNeedsOffice: "peran",
    RoleUnknown: "peran",
    LastAdmin: "",
}
"""Error → the field that it is told beside."""


def _manages(caller: Annotated[Caller, Depends(reads(Act.MANAGE_PEOPLE))]) -> Caller:
    caller.require(None)
    return caller


Manages = Annotated[Caller, Depends(_manages)]


@router.get("")
def people(
    request: Request,
    caller: Manages,
    q: cursor.Word = "",
    keadaan: Literal["", "aktif", "nonaktif"] = "",
    lanjut: cursor.Cursor = "",
) -> Response:
    """People in the order of their logins: all, or those who have these words."""
    after = cursor.read(lanjut, lambda parts: str(parts[0]).replace("\0", ""))
    found = list_people(
        house=caller.house,
        after=after,
        limit=cursor.PAGE + 1,
        words=q,
        active=keadaan == "aktif" if keadaan else None,
    )
    shown = found[: cursor.PAGE]
    more = len(found) > cursor.PAGE
    return page(
        request,
        "people.html",
        caller=caller,
        people=shown,
        asked={"q": q, "keadaan": keadaan},
        next=cursor.written(shown[-1].login) if more else None,
        begun=bool(lanjut),
    )


@router.get("/tambah")
def blank(request: Request, caller: Manages) -> Response:
    """An empty form."""
    return _new(request, caller, FormData(), Faults())


@router.post("/tambah")
def add(request: Request, caller: Manages, fields: Fields) -> Response:
    """Enter a person."""
    try:
        person = add_person(
            login=text_of(fields, "nama_masuk").strip(),
            name=text_of(fields, "nama").strip(),
            password=text_of(fields, "kata_sandi") or None,
            memberships=_memberships(fields),
            house=caller.house,
        )
    except tuple(_FIELDS) as error:
        return _new(request, caller, fields, _fault(error))
    told = f"{person.signature} ditambahkan."
    return moved(request, f"/pengguna/{person.id}", caller=caller, told=told)


@router.get("/{person}")
def one(request: Request, person: str, caller: Manages) -> Response:
    """One person, to be changed."""
    return _changing(request, caller, find_person(person, house=caller.house), Faults())


@router.post("/{person}/peran")
def roles(request: Request, person: str, caller: Manages, fields: Fields) -> Response:
    """Give these roles instead of those she had."""
    found = find_person(person, house=caller.house)
    try:
        give_roles(found.id, _memberships(fields), house=caller.house)
    except (RoleNeedsOffice, RoleUnknown, NameUnusable, LastAdmin) as error:
        return _changing(request, caller, found, fault_of(error, field="peran"))
    return _done(request, caller, found, "Peran disimpan.")


@router.post("/{person}/keadaan")
def active(request: Request, person: str, caller: Manages, fields: Fields) -> Response:
    """Disable a person or take her back."""
    found, wanted = find_person(person, house=caller.house), text_of(fields, "aktif") == "ya"
    try:
        set_active(found.id, active=wanted, house=caller.house)
    except LastAdmin as error:
        return _changing(request, caller, found, fault_of(error))
    told = "dapat masuk kembali" if wanted else "tidak dapat masuk lagi"
    return _done(request, caller, found, f"{found.signature} {told}.")


@router.post("/{person}/sandi")
def password(request: Request, person: str, caller: Manages, fields: Fields) -> Response:
    """Set another password and sign her out everywhere."""
    found = find_person(person, house=caller.house)
    try:
        set_password(found.id, text_of(fields, "kata_sandi"), house=caller.house)
    except PasswordWeak as error:
        return _changing(request, caller, found, fault_of(error, field="kata_sandi"))
    return _done(request, caller, found, "Kata sandi diganti; semua sesinya diakhiri.")


def _done(request: Request, caller: Caller, person: Person, told: str) -> Response:
    if person.id == caller.person.id:
        # Who changes herself may no longer be one who manages people.
        return moved(request, "/", caller=caller, told=told)
    return moved(request, f"/pengguna/{person.id}", caller=caller, told=told)


def _new(request: Request, caller: Caller, fields: FormData, faults: Faults) -> Response:
    return page(
        request,
        "person_new.html",
        caller=caller,
        status=422 if faults else 200,
        login=text_of(fields, "nama_masuk"),
        name=text_of(fields, "nama"),
        rows=_rows(fields) + [("", "")] * _SPARE,
        roles=[each.value for each in Role],
        faults=faults,
    )


def _changing(request: Request, caller: Caller, person: Person, faults: Faults) -> Response:
    rows = [(each.role.value, each.office) for each in person.memberships]
    provider = provider_of(request)
    return page(
        request,
        "person.html",
        caller=caller,
        status=422 if faults else 200,
        shown=person,
        sittings=list_sessions(person, house=caller.house),
        identities=list_identities(person, house=caller.house),
        provider=provider and provider.name,
        rows=rows + [("", "")] * _SPARE,
        roles=[each.value for each in Role],
        faults=faults,
    )


def _rows(fields: FormData) -> list[tuple[str, str]]:
    """Role and office of every row that says anything."""
    told = zip_longest(texts_of(fields, "peran"), texts_of(fields, "kantor"), fillvalue="")
    return [(role, office.strip()) for role, office in told if role]


def _memberships(fields: FormData) -> list[Membership]:
    return [membership(role, office) for role, office in _rows(fields)]


def _fault(error: Exception) -> Faults:
    return fault_of(error, field=_FIELDS.get(type(error), ""))  # type: ignore[arg-type]
