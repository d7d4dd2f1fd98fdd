"""``/people``: who may sign in, and as what; for those who manage people."""

from __future__ import annotations

from datetime import datetime
from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Depends, Query
from pydantic import BaseModel, ConfigDict, Field

from service.accounts.acts import Act, Role
from service.accounts.person import Membership, Person
from service.actions.manage_people import (
    add_person,
    find_person,
    give_roles,
    list_people,
    set_active,
    set_password,
)
from service.api import paging
from service.api.paging import Paged
from service.door.caller import Caller, asks
from service.door.problems import problems

router = APIRouter(prefix="/people", tags=["pengguna"])


def _manages(caller: Annotated[Caller, Depends(asks(Act.MANAGE_PEOPLE))]) -> Caller:
    caller.require(None)
    return caller


Manages = Annotated[Caller, Depends(_manages)]
_REFUSALS = problems(400, 401, 403, 404, 409, 422)


class Sent(BaseModel):
    """What programs send is closed: a misspelt field is told, not ignored."""

    model_config = ConfigDict(extra="forbid")


class RoleView(Sent):
    """One role in one office."""

    role: Role
    office: Annotated[str, Field(min_length=1, max_length=200)]
    """As documents print it; ``*`` for all."""


class PersonView(BaseModel):
    """A person; never anything of the password."""

    id: str
    login: str
    name: str
    active: bool
    created_at: datetime
    roles: list[RoleView]


class PeopleView(BaseModel):
    """A page of people, in the order of their logins."""

    people: list[PersonView]
    next: str | None


class NewPerson(Sent):
    """A person to be entered."""

    login: Annotated[str, Field(max_length=60)]
    name: Annotated[str, Field(max_length=200)]
    password: Annotated[str | None, Field(max_length=1000)] = None
    """Null: she cannot sign in by password, for instance because only her token is used."""
    roles: Annotated[list[RoleView], Field(max_length=50)] = []


class ChangedPerson(Sent):
    """What is to change; what is left out stays."""

    active: bool | None = None
    password: Annotated[str | None, Field(max_length=1000)] = None
    roles: Annotated[list[RoleView] | None, Field(max_length=50)] = None


@router.get("", summary="Daftar pengguna", responses=_REFUSALS)
def people(asked: Annotated[Paged, Query()], caller: Manages) -> PeopleView:
    """All people."""
    after = paging.read(asked.cursor, lambda parts: str(parts[0]).replace("\0", ""))
    found = list_people(house=caller.house, after=after, limit=asked.limit + 1)
    page = found[: asked.limit]
    more = len(found) > asked.limit
    return PeopleView(
        people=[person_view(each) for each in page],
        next=paging.written(page[-1].login) if more else None,
    )


@router.post("", summary="Tambah pengguna", status_code=HTTPStatus.CREATED, responses=_REFUSALS)
def add(sent: NewPerson, caller: Manages) -> PersonView:
    """Enter a person."""
    person = add_person(
        login=sent.login,
        name=sent.name,
        password=sent.password,
        memberships=_memberships(sent.roles),
        house=caller.house,
    )
    return person_view(person)


@router.get("/{person}", summary="Satu pengguna", responses=_REFUSALS)
def person_(person: str, caller: Manages) -> PersonView:
    """The person of this login or id."""
    return person_view(find_person(person, house=caller.house))


@router.patch("/{person}", summary="Ubah pengguna", responses=_REFUSALS)
def change(person: str, sent: ChangedPerson, caller: Manages) -> PersonView:
    """Give other roles, disable or take back, set another password; each in this order."""
    found = find_person(person, house=caller.house)
    if sent.roles is not None:
        found = give_roles(found.id, _memberships(sent.roles), house=caller.house)
    if sent.active is not None:
        found = set_active(found.id, active=sent.active, house=caller.house)
    if sent.password is not None:
        set_password(found.id, sent.password, house=caller.house)
    return person_view(found)


def person_view(person: Person) -> PersonView:
    """A person for a program."""
    return PersonView(
        id=person.id,
        login=person.login,
        name=person.name,
        active=person.active,
        created_at=person.created_at,
        roles=[RoleView(role=each.role, office=each.office) for each in person.memberships],
    )


def _memberships(roles: list[RoleView]) -> list[Membership]:
    return [Membership(each.role, each.office) for each in roles]
