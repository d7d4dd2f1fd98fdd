"""Signing in at the identity provider: who it says one is, when it is believed, and when not."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from httpx2 import Response
from joserfc import jwt
from pydantic import SecretStr

from service.accounts.person import Person
from service.actions.manage_identities import invite_person, list_identities
from service.actions.manage_people import set_active
from service.app import House
from tests.service.accounts.identity_provider import (
    CLIENT,
    EC,
    OTHER_RSA,
    RSA,
    SECRET,
    IdentityProvider,
    identity_provider,
)
from tests.service.serving import WORDS, client_of, person_as
from tests.service.web.browsing import Browser, browser_of, seen
from tests.service.web.test_frame import door_key


@pytest.fixture
def provider() -> Iterator[IdentityProvider]:
    with identity_provider() as told:
        yield told


def with_provider(house: House, provider: IdentityProvider, **more: Any) -> House:
    """The installation as registered there."""
    told = {
        "oidc_issuer": provider.issuer,
        "oidc_client_id": CLIENT,
        "oidc_client_secret": SecretStr(SECRET),
        "oidc_name": "SSO Kabupaten",
    }
    return replace(house, settings=house.settings.model_copy(update=told | more))


@pytest.fixture
def registered(house: House, provider: IdentityProvider) -> House:
    return with_provider(house, provider, oidc_link="login")


def guest_of(house: House) -> Browser:
    return Browser(client_of(house))


def gone(guest: Browser, path: str = "/masuk/penyedia") -> str:
    """Where the browser is sent."""
    answer = guest.get(path)
    assert answer.status_code == 303, answer.text
    return answer.headers["location"]


def back(guest: Browser, provider: IdentityProvider, **changes: str) -> Response:
    """There and back again."""
    brought = provider.person_signs_in(gone(guest)) | changes
    return guest.get("/masuk/kembali", params=brought)


def trail(house: House) -> list[str]:
    return [each.sentence for each in house.archive.whole_trail(before=None, limit=50)]


def test_a_person_signs_in_there_and_goes_on_where_she_wanted(
    registered: House, provider: IdentityProvider
):
    """Linked at the first time, known from then on, whatever she is called there later."""
    person_as(registered, "auditor:*")
    provider.claims |= {"preferred_username": "Siti"}
    guest = guest_of(registered)
    assert "Masuk dengan SSO Kabupaten" in guest.get("/masuk").text

    brought = provider.person_signs_in(gone(guest, "/masuk/penyedia?ke=/dokumen%3Fq%3Da"))
    came = guest.get("/masuk/kembali", params=brought)
    assert (came.status_code, came.headers["location"]) == (303, "/dokumen?q=a")
    assert "Selamat datang, Staf Uji" in guest.get("/").text

    provider.claims |= {"preferred_username": "nama.baru"}
    again = guest_of(registered)
    assert back(again, provider).headers["location"] == "/"
    assert "Staf Uji" in again.get("/").text
    assert trail(registered)[:3] == [
        "Masuk melalui SSO Kabupaten.",
        "Masuk melalui SSO Kabupaten.",
        "Pengguna Staf Uji (siti): dikaitkan dengan “Siti” pada SSO Kabupaten.",
    ]


def test_whoever_signs_out_is_told_how_to_leave_there_too(
    registered: House, provider: IdentityProvider
):
    """Out of here at once; out of there by its own address, and back to our door."""
    person_as(registered, "auditor:*")
    provider.claims |= {"preferred_username": "siti"}
    guest = guest_of(registered)
    back(guest, provider)

    left = guest.send("/keluar", key=door_key(guest.get("/").text))
    assert left.headers["location"] == "/keluar"
    assert guest.get("/dokumen").status_code == 303
    page = guest.get("/keluar").text
    assert f"{provider.issuer}/logout?client_id=lontar&amp;post_logout_redirect_uri=http" in page
    provider.described = {"end_session_endpoint": None}
    assert "/logout" not in guest_of(registered).get("/keluar").text


def by_hand(header: dict[str, Any], claims: dict[str, Any], secret: bytes) -> str:
    """A token that no library would make."""
    parts = [
        base64.urlsafe_b64encode(json.dumps(each).encode()).decode().rstrip("=")
        for each in (header, claims)
    ]
    signed = ".".join(parts)
    seal = hmac.new(secret, signed.encode(), hashlib.sha256).digest() if secret else b""
    return f"{signed}.{base64.urlsafe_b64encode(seal).decode().rstrip('=')}"


UNTRUE: dict[str, dict[str, Any] | Callable[[dict[str, Any]], str]] = {
    "another nonce": {"nonce": "x" * 43},
    "no nonce": {"nonce": None},
    "for another": {"aud": "lain"},
    "for several": {"aud": [CLIENT, "lain"]},
    "for several, asked by another": {"aud": [CLIENT, "lain"], "azp": "lain"},
    "asked by another": {"azp": "lain"},
    "another issuer": {"iss": "https://penyedia-lain.example"},
    "expired": {"exp": int(time.time()) - 120},
    "without end": {"exp": None},
    "of tomorrow": {"iat": int(time.time()) + 600},
    "not yet": {"nbf": int(time.time()) + 600},
    "nobody": {"sub": ""},
    "a number": {"sub": 7},
    "lines": {"sub": "a\nb"},
    "unsigned": lambda claims: by_hand({"alg": "none"}, claims, b""),
    "sealed with the public key": lambda claims: by_hand(
        {"alg": "HS256", "kid": "r1"}, claims, RSA.as_pem(private=False)
    ),
    "signed by somebody else": lambda claims: jwt.encode(
        {"alg": "RS256", "kid": "r1"}, claims, OTHER_RSA
    ),
    "rubbish": lambda _: "a.b.c",
}


def test_a_token_that_does_not_hold_lets_nobody_in(registered: House, provider: IdentityProvider):
    """Each claim and the signature are looked at; which one failed stands in the log alone."""
    person_as(registered, "auditor:*")
    guest = guest_of(registered)
    for name, untrue in UNTRUE.items():
        provider.claims = {"sub": "sub-1", "preferred_username": "siti"}
        provider.token = None
        if isinstance(untrue, dict):
            provider.claims |= untrue
        else:
            provider.token = untrue

        refused = back(guest, provider)

        assert refused.status_code == 401, name
        assert "jawabannya tidak dapat dipercaya" in seen(refused.text), name
        assert guest.get("/").status_code == 303, name
        assert trail(registered)[0] == "Percobaan masuk melalui SSO Kabupaten ditolak."
    provider.token, provider.claims = None, {"sub": "sub-1", "preferred_username": "siti"}
    assert back(guest, provider).status_code == 303


def test_what_came_once_does_not_come_twice(registered: House, provider: IdentityProvider):
    """Neither the same state again, nor in another browser, nor one that nobody gave out."""
    person_as(registered, "auditor:*")
    provider.claims |= {"preferred_username": "siti"}
    guest, thief = guest_of(registered), guest_of(registered)
    thief.get("/masuk")
    brought = provider.person_signs_in(gone(guest))

    for browser, told in (
        (thief, brought),
        (guest, brought | {"state": "x" * 43}),
        (guest, brought | {"state": ""}),
    ):
        assert browser.get("/masuk/kembali", params=told).status_code == 401
    assert guest.get("/masuk/kembali", params=brought).status_code == 303
    replayed = guest_of(registered)
    replayed.client.cookies = guest.client.cookies
    answer = replayed.get("/masuk/kembali", params=brought)
    assert "sudah dipakai" in seen(answer.text)


def test_an_answer_that_took_too_long_or_comes_from_elsewhere_is_refused(
    registered: House, provider: IdentityProvider
):
    """Ten minutes; and the provider must name itself (RFC 9207)."""
    person_as(registered, "auditor:*")
    provider.claims |= {"preferred_username": "siti"}

    guest = guest_of(registered)
    assert back(guest, provider, iss="https://lain.example").status_code == 401
    denied = back(guest, provider, error="access_denied", code="")
    assert "Anda tidak melanjutkannya di sana" in seen(denied.text)
    assert back(guest, provider, code="karangan").status_code == 401
    late = replace(registered, clock=lambda: registered.clock() + timedelta(minutes=11))
    brought = provider.person_signs_in(gone(guest))
    guest.client.app.state.house = late
    assert guest.get("/masuk/kembali", params=brought).status_code == 401


def test_keys_that_changed_are_fetched_again(registered: House, provider: IdentityProvider):
    """A new key is known as soon as it signs; unknown ones do not make us ask without end."""
    person_as(registered, "auditor:*")
    provider.claims |= {"preferred_username": "siti"}
    guest = guest_of(registered)
    now = [0.0]
    guest.client.app.state.provider._clock = lambda: now[0]
    assert back(guest, provider).status_code == 303
    guest.client.cookies.clear()

    provider.keys, provider.signs_with, provider.algorithm = [EC], EC, "ES256"
    assert back(guest, provider).status_code == 303
    guest.client.cookies.clear()
    provider.signs_with, provider.algorithm = OTHER_RSA, "RS256"
    for _ in range(3):
        assert back(guest, provider).status_code == 401
    assert provider.asked.count("/keys") <= 3


@pytest.mark.parametrize(
    "described",
    [
        {"issuer": "https://lain.example"},
        {"authorization_endpoint": None},
        {"authorization_endpoint": "javascript:alert(1)"},
        {"jwks_uri": "file:///etc/passwd"},
    ],
)
def test_a_provider_that_describes_itself_wrongly_is_not_used(
    registered: House, provider: IdentityProvider, described: dict[str, Any]
):
    """Told in a sentence on the sign-in page."""
    person_as(registered, "auditor:*")
    provider.claims |= {"preferred_username": "siti"}
    provider.described = described
    guest = guest_of(registered)

    answer = guest.get("/masuk/penyedia")
    if "jwks_uri" in described:
        brought = provider.person_signs_in(answer.headers["location"])
        answer = guest.get("/masuk/kembali", params=brought)

    assert answer.status_code == 503
    assert "Masuk melalui SSO Kabupaten sedang tidak dapat dilayani." in seen(answer.text)


def test_when_the_provider_is_down_passwords_still_open(house: House):
    """Its fault is told, and the form for a password stands below."""
    with identity_provider() as gone_soon:
        down = with_provider(house, gone_soon)
    person_as(down, "auditor:*", password=WORDS)
    guest = guest_of(down)

    told = guest.get("/masuk/penyedia")
    entered = guest.send("/masuk", key=door_key(told.text), nama_masuk="siti", kata_sandi=WORDS)

    assert told.status_code == 503
    assert "masuklah dengan kata sandi" in seen(told.text)
    assert entered.status_code == 303
    assert guest.get("/keluar").headers["location"] == "/"


VERIFIED = {"email_verified": True}
LINKS: list[tuple[str, str, dict[str, Any], bool]] = [
    ("invitation", "auditor:*", {"preferred_username": "LOGIN"}, False),
    ("login", "auditor:*", {"preferred_username": "LOGIN"}, True),
    ("login", "admin:*", {"preferred_username": "LOGIN"}, False),
    ("login", "admin:Dinas", {"preferred_username": "LOGIN"}, False),
    ("login", "auditor:*", {"email": "LOGIN@contoh.go.id"} | VERIFIED, False),
    ("email", "auditor:*", {"email": "LOGIN@Contoh.go.id"} | VERIFIED, True),
    ("email", "auditor:*", {"email": "LOGIN@contoh.go.id"}, False),
    ("email", "auditor:*", {"email": "LOGIN@contoh.go.id", "email_verified": "true"}, False),
    ("email", "auditor:*", {"email": "LOGIN@jahat.example"} | VERIFIED, False),
    ("email", "auditor:*", {"preferred_username": "LOGIN"}, False),
]


def test_a_first_identity_is_linked_only_as_configured(house: House, provider: IdentityProvider):
    """Never to an admin, never by an address that nobody verified."""
    guest = guest_of(with_provider(house, provider))
    for number, (link, role, claims, let_in) in enumerate(LINKS):
        registered = with_provider(house, provider, oidc_link=link, oidc_domain="contoh.go.id")
        person_as(house, role, login=f"orang{number}")
        told = {name: replaced(value, f"ORANG{number}") for name, value in claims.items()}
        provider.claims = {"sub": f"sub-{number}"} | told

        guest.client.app.state.house = registered
        guest.client.cookies.clear()
        answer = back(guest, provider)

        assert answer.status_code == (303 if let_in else 403), (link, role, claims)
        if not let_in:
            read = seen(answer.text)
            assert "SSO Kabupaten mengenal Anda, tetapi belum ada akun aktif Anda di sini." in read
            assert "Mintalah kepada admin Lontar di kantor Anda." in read


def replaced(value: Any, login: str) -> Any:
    return value.replace("LOGIN", login) if isinstance(value, str) else value


def test_one_who_is_linked_is_not_taken_over_by_another_of_her_name(
    registered: House, provider: IdentityProvider
):
    """Names may be given again there; subjects are not."""
    person_as(registered, "auditor:*")
    provider.claims |= {"preferred_username": "siti"}
    assert back(guest_of(registered), provider).status_code == 303

    provider.claims |= {"sub": "sub-2"}
    assert back(guest_of(registered), provider).status_code == 403


def test_who_is_disabled_here_stays_outside(registered: House, provider: IdentityProvider):
    """However well she is known there."""
    person = person_as(registered, "auditor:*")
    provider.claims |= {"preferred_username": "siti"}
    assert back(guest_of(registered), provider).status_code == 303
    set_active(person.id, active=False, house=registered)

    assert back(guest_of(registered), provider).status_code == 403


def test_an_invitation_links_whoever_brings_it_once(house: House, provider: IdentityProvider):
    """An admin, too; the word is used up only when she came back."""
    registered = with_provider(house, provider)
    person: Person = person_as(registered, "admin:*")
    word = invite_person(person, house=registered)
    guest = guest_of(registered)
    assert "Admin mengundang Anda" in guest.get("/masuk/undangan", params={"kata": word}).text

    def accepted(browser: Browser) -> Response:
        where = gone(browser, f"/masuk/undangan/terima?kata={word}")
        assert word not in where
        return browser.get("/masuk/kembali", params=provider.person_signs_in(where))

    assert accepted(guest).headers["location"] == "/"
    assert "Staf Uji" in guest.get("/").text
    assert [each.subject for each in list_identities(person, house=registered)] == ["sub-1"]
    provider.claims |= {"sub": "sub-2"}
    again = accepted(guest_of(registered))
    assert again.status_code == 403
    assert "sudah dipakai" in seen(again.text)


def test_an_invitation_takes_nobody_away_from_her_own_account(
    registered: House, provider: IdentityProvider
):
    """One identity is one person."""
    person_as(registered, "auditor:*")
    other = person_as(registered, "auditor:*", login="budi")
    provider.claims |= {"preferred_username": "siti"}
    assert back(guest_of(registered), provider).status_code == 303
    word = invite_person(other, house=registered)

    guest = guest_of(registered)
    where = gone(guest, f"/masuk/undangan/terima?kata={word}")
    answer = guest.get("/masuk/kembali", params=provider.person_signs_in(where))

    assert answer.status_code == 409
    assert "sudah terkait dengan akun lain" in seen(answer.text)


def test_passwords_can_be_left_to_admins(house: House, provider: IdentityProvider):
    """Others are told to use the provider, but only once their password is right."""
    closed = with_provider(house, provider, passwords="admins")
    person_as(closed, "auditor:*", password=WORDS)
    person_as(closed, "admin:*", login="kepala", password=WORDS)
    guest = guest_of(closed)
    page = guest.get("/masuk").text
    assert "<details" in page

    def told(login: str, password: str) -> Response:
        fields = {"nama_masuk": login, "kata_sandi": password}
        return guest.send("/masuk", key=door_key(page), **fields)

    assert told("siti", "salah sekali ini").status_code == 401
    refused = told("siti", WORDS)
    assert refused.status_code == 403
    assert "hanya admin yang masuk dengan kata sandi; pakailah SSO Kabupaten" in refused.text
    assert told("kepala", WORDS).status_code == 303


def test_without_a_provider_there_is_no_such_way(house: House):
    """Neither a button nor an address."""
    guest = guest_of(house)

    assert "penyedia" not in guest.get("/masuk").text
    for path in ("/masuk/penyedia", "/masuk/kembali", "/masuk/undangan?kata=x"):
        assert guest.get(path).status_code == 404
    assert guest.get("/keluar").status_code == 303


def test_the_way_there_leads_back_only_to_ourselves(registered: House, provider: IdentityProvider):
    """The address to come back to is ours, and where one goes afterwards, too."""
    person_as(registered, "auditor:*")
    provider.claims |= {"preferred_username": "siti"}
    guest = guest_of(registered)
    where = gone(guest, "/masuk/penyedia?ke=//jahat.example")
    asked = dict(parse_qsl(urlsplit(where).query))

    assert asked["redirect_uri"] == "http://localhost:8000/masuk/kembali"
    answer = guest.get("/masuk/kembali", params=provider.person_signs_in(where))
    assert answer.headers["location"] == "/"


def test_who_has_no_role_yet_can_sign_out(house: House):
    """Signing out asks for a session and nothing else."""
    browser = browser_of(house)

    assert "Keluar" in browser.get("/").text
    assert browser.get("/dokumen").status_code == 403
    assert browser.send("/keluar", key="x").status_code == 403
    assert browser.send("/keluar").headers["location"] == "/masuk"
    assert browser.get("/").status_code == 303
