"""Who asks, and whether they may: what every route begins with."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Annotated, Any, Final

from fastapi import Depends, Request, Security
from fastapi.security import APIKeyCookie, HTTPAuthorizationCredentials, HTTPBearer

from archive.records import Actor
from service.accounts.acts import Act
from service.accounts.errors import FormForged, NotAllowed, NotSignedIn, PasswordOnce
from service.accounts.permissions import may, may_somewhere, offices_of
from service.accounts.person import Person
from service.accounts.secret import TOKEN_PREFIX, same, unmasked
from service.accounts.sessions import Session
from service.actions.recognise import recognise_session, recognise_token
from service.app import House

if TYPE_CHECKING:
    from collections.abc import Callable

FORM_HEADER: Final = "x-lontar-formulir"
"""Header in which a page's program sends the form key of its session."""
SAFE_METHODS: Final = frozenset({"GET", "HEAD", "OPTIONS"})
"""What changes nothing and needs no form key."""
_BEARER: Final = HTTPBearer(auto_error=False, description="Token `lontar_…`")
_COOKIE: Final = APIKeyCookie(
    name="lontar", auto_error=False, description="Sesi halaman; mengubah perlu kunci formulirnya"
)


@dataclass(frozen=True, slots=True)
class Caller:
    """The person who asks, with the installation in her name."""

    person: Person
    house: House
    """Its actor is this person at her address."""
    act: Act
    """What the route is for, and what she may do somewhere."""
    session: Session | None
    """None where she came with a token."""

    @property
    def offices(self) -> frozenset[str]:
        """Folded names of the offices in which she may do the act; ``*`` for all."""
        return offices_of(self.person, self.act)

    @property
    def acts(self) -> list[Act]:
        """All that she may do somewhere."""
        return [each for each in Act if may_somewhere(self.person, each)]

    def may(self, office: str | None) -> bool:
        """Whether she may do the act in this office."""
        return may(self.person, self.act, office)

    def require(self, office: str | None) -> None:
        """Refuse where she may not do the act in this office; for what she may know of."""
        if not self.may(office):
            raise NotAllowed(self.act.value)


def asks(act: Act, *, once: bool = False) -> Callable[..., Caller]:
    """The dependency of a route: someone is signed in who may do this act somewhere.

    With ``once`` it is also open to who came in by a one-time password.
    """

    def caller(
        request: Request,
        bearer: Annotated[HTTPAuthorizationCredentials | None, Security(_BEARER)],
        _cookie: Annotated[str | None, Security(_COOKIE)],
    ) -> Caller:
        if bearer is None:
            key = request.headers.get(FORM_HEADER, "")
            return seated(request, act, form_key=key, once=once)
        if not bearer.credentials.startswith(TOKEN_PREFIX):
            raise NotSignedIn
        person = recognise_token(bearer.credentials, house=house_of(request))
        return _let_in(request, act, person=person, session=None)

    vars(caller)["act"] = act
    return caller


def stranger(request: Request) -> House:
    """The dependency of a route that is open to everyone: asked often, it makes one wait."""
    turnstile: Any = request.app.state.turnstile
    turnstile.let_in(address_of(request))
    return replace(house_of(request), actor=Actor("publik", address_of(request)))


def open_to_all(request: Request) -> House:
    """The dependency of a route that tells nothing of anyone."""
    return house_of(request)


Stranger = Annotated[House, Depends(stranger)]
"""The installation, asked by someone nobody knows."""


def house_of(request: Request) -> House:
    """The installation that this application serves."""
    house: House = request.app.state.house
    return house


def actor_of(person: Person, request: Request) -> Actor:
    """Who asks, as ledger and trail name them."""
    return Actor(person.signature, address_of(request))


def address_of(request: Request) -> str:
    """From where it was asked."""
    return f"web:{request.client.host if request.client else '-'}"


def cookie_name(house: House) -> str:
    """Name of the session's cookie, by which browsers hold it to https and to its own host.

    ``__Host-`` demands the path ``/``; who lives below another path has the weaker ``__Secure-``.
    """
    if not house.settings.https:
        return "lontar"
    return "__Secure-lontar" if house.settings.path else "__Host-lontar"


def seated(request: Request, act: Act, *, form_key: str, once: bool) -> Caller:
    """Who asks by the session of her browser.

    Args:
        request: of the browser.
        act: what the route is for.
        form_key: what came with the form; looked at where something may change.
        once: whether a one-time password reaches so far.

    Raises:
        NotSignedIn, FormForged, PasswordOnce, NotAllowed: as their names say.
    """
    house = house_of(request)
    secret = request.cookies.get(cookie_name(house))
    if not secret:
        raise NotSignedIn
    session = recognise_session(secret, house=house)
    if request.method not in SAFE_METHODS:
        ensure_own_form(session, form_key)
    if session.once and not once:
        raise PasswordOnce
    return _let_in(request, act, person=session.person, session=session)


def _let_in(request: Request, act: Act, *, person: Person, session: Session | None) -> Caller:
    request.state.person = person.login
    if not may_somewhere(person, act):
        raise NotAllowed(act.value)
    house = replace(house_of(request), actor=actor_of(person, request))
    return Caller(person, house, act, session)


def ensure_own_form(session: Session, key: str) -> None:
    """Refuse a change that no page of this session asked for."""
    if not (same(key, session.form_key) or same(unmasked(key), session.form_key)):
        raise FormForged
