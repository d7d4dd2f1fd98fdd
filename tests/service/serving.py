"""The application under test, and people who ask it."""

from __future__ import annotations

from typing import Any

from starlette.testclient import TestClient

from service.accounts.acts import Act
from service.accounts.person import Person
from service.actions.manage_people import add_person, membership
from service.actions.manage_tokens import make_token
from service.actions.sign_in import sign_in
from service.app import House
from service.door.caller import FORM_HEADER
from service.serve import make_app

WORDS = "kuda lari di tepi sawah"


def client_of(house: House, **more: Any) -> TestClient:
    """Someone nobody knows."""
    return TestClient(make_app(house, **more), raise_server_exceptions=False)


def person_as(
    house: House, *roles: str, login: str = "siti", password: str | None = None
) -> Person:
    """A person with roles such as ``penyusun:Dinas Kominfo``."""
    return add_person(
        login=login,
        name="Staf Uji",
        password=password,
        memberships=[membership(*each.split(":")) for each in roles],
        house=house,
    )


def token_of(person: Person, house: House, *scopes: str) -> str:
    """A token of hers, for everything or for some acts."""
    wanted = scopes or tuple(each.value for each in Act)
    return make_token(person, label="uji", scopes=wanted, days=1, house=house).secret


def asker(house: House, *roles: str, login: str = "siti") -> TestClient:
    """Someone with these roles who comes with a token."""
    client = client_of(house)
    token = token_of(person_as(house, *roles, login=login), house)
    client.headers["authorization"] = f"Bearer {token}"
    return client


def signed_in(house: House, *roles: str, login: str = "siti") -> tuple[TestClient, str]:
    """Someone with these roles in a browser, and the key of her forms."""
    person_as(house, *roles, login=login, password=WORDS)
    begun = sign_in(login, WORDS, address="web:testclient", house=house)
    client = client_of(house)
    client.cookies.set("lontar", begun.secret)
    return client, begun.session.form_key


def with_form(key: str) -> dict[str, str]:
    """The header that a page's program sends."""
    return {FORM_HEADER: key}
