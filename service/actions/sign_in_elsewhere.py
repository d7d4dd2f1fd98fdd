"""Sign in at the identity provider: sent there, come back, and be somebody here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from archive.audit.events import PersonChanged, SignedIn, SignInFailed
from archive.audit.trail import note
from archive.records import Actor
from service.accounts import sign_ons
from service.accounts.acts import Role
from service.accounts.errors import AccountError, IdentityTaken, PersonUnlinked, SignOnRefused
from service.accounts.people import find_login
from service.accounts.secret import digest, fresh
from service.accounts.sessions import begin_session, forget_ended
from service.actions.sign_in import STRANGER, Begun

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from service.accounts.claims import Claims
    from service.accounts.person import Person
    from service.accounts.provider import Provider
    from service.app import House

BACK = "/masuk/kembali"
"""Where browsers come back to, below the address of the installation."""
_TOLD = {
    "access_denied": "Anda tidak melanjutkannya di sana",
    "temporarily_unavailable": "penyedianya sedang sibuk",
}
_LATE = "permintaannya sudah dipakai, terlalu lama, atau dimulai di peramban lain"


@dataclass(frozen=True, slots=True)
class Return:
    """What a browser brings back from the provider."""

    state: str
    code: str
    error: str
    """Empty where there was none."""
    issuer: str | None


def send_away(
    goal: str, *, door: str, invitation: str, address: str, provider: Provider, house: House
) -> str:
    """Where to send a browser, so that its person signs in there.

    Args:
        goal: where to go here afterwards.
        door: secret of this browser; nobody comes back in another one.
        invitation: the word of an invitation that she brought; empty for none.
        address: from where she asks.
        provider: to sign in at.
        house: of the installation.

    Raises:
        ProviderUnavailable: it does not answer.
        SignInLocked: too many are under way from this address.
    """
    state, nonce, verifier = fresh(), fresh(), fresh()
    where = provider.address(state=state, nonce=nonce, verifier=verifier, back=_back(house))
    away = sign_ons.Away(nonce, verifier, goal, digest(invitation) if invitation else None)
    with house.database.transaction(durable=False) as connection:
        sign_ons.send_away(
            connection, away, state=state, door=door, address=address, now=house.clock()
        )
    return where


def come_back(
    brought: Return, *, door: str, address: str, provider: Provider, house: House
) -> tuple[Begun, str]:
    """A session for who signed in there, and where she wanted to go.

    Raises:
        SignOnRefused: what was brought does not hold.
        PersonUnlinked: nobody here is hers.
        IdentityTaken, InvitationOver: the invitation cannot be accepted.
        ProviderUnavailable: it does not answer.
    """
    with house.database.transaction() as connection:
        away = sign_ons.take_back(connection, state=brought.state, door=door, now=house.clock())
    if away is None:
        raise SignOnRefused(provider.name, _LATE)
    actor = Actor(STRANGER, address)
    try:
        provider.ensure_answer(brought.issuer)
        if brought.error or not brought.code:
            raise SignOnRefused(provider.name, _TOLD.get(brought.error, "penyedianya menolak"))
        claims = provider.redeem(
            brought.code,
            verifier=away.verifier,
            nonce=away.nonce,
            back=_back(house),
            now=house.clock(),
        )
        actor = Actor(f"{STRANGER} ({claims.shown})", address)
        return _enter(claims, away, address=address, provider=provider, house=house), away.goal
    except AccountError:
        with house.database.transaction() as connection:
            what = SignInFailed(provider.name)
            note(connection, what, document=None, actor=actor, now=house.clock())
        raise


def _enter(
    claims: Claims, away: sign_ons.Away, *, address: str, provider: Provider, house: House
) -> Begun:
    now, secret = house.clock(), fresh()
    with house.database.transaction() as connection:
        person = sign_ons.linked_person(connection, claims)
        if away.invitation is not None:
            invited = sign_ons.accept_invitation(connection, away.invitation, now=now)
            if person is not None and person.id != invited.id:
                raise IdentityTaken
            if person is None:
                _link(connection, invited, claims, address=address, provider=provider, house=house)
            person = invited
        elif person is None and (person := _meant(connection, claims, house=house)) is not None:
            _link(connection, person, claims, address=address, provider=provider, house=house)
        if person is None or not person.active:
            raise PersonUnlinked(provider.name)
        forget_ended(connection, lifetimes=house.settings.lifetimes, now=now)
        session = begin_session(
            connection, person, secret=secret, address=address, now=now, through=provider.name
        )
        what, actor = SignedIn(provider.name), Actor(person.signature, address)
        note(connection, what, document=None, actor=actor, now=now)
    return Begun(session, secret)


def _meant(connection: Connection, claims: Claims, *, house: House) -> Person | None:
    """Whom an unknown identity may become by itself; never an admin, never one who is linked."""
    found = find_login(connection, _login(claims, house=house))
    if found is None or any(each.role is Role.ADMIN for each in found[0].memberships):
        return None
    return None if sign_ons.identities_of(connection, found[0]) else found[0]


def _login(claims: Claims, *, house: House) -> str:
    settings = house.settings
    if settings.oidc_link == "login":
        return claims.login
    if settings.oidc_link == "email":
        name, _, domain = claims.email.rpartition("@")
        return name if domain.casefold() == (settings.oidc_domain or "").casefold() else ""
    return ""


def _link(
    connection: Connection,
    person: Person,
    claims: Claims,
    *,
    address: str,
    provider: Provider,
    house: House,
) -> None:
    sign_ons.link(connection, person, claims, now=house.clock())
    what = PersonChanged(
        person.signature, f"dikaitkan dengan “{claims.shown}” pada {provider.name}"
    )
    actor = Actor(person.signature, address)
    note(connection, what, document=None, actor=actor, now=house.clock())


def _back(house: House) -> str:
    return house.settings.base_url.rstrip("/") + BACK
