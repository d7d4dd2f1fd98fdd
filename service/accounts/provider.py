"""The identity provider of an installation: found by its issuer, asked over HTTPS.

OpenID Connect Discovery 1.0, the authorization code flow with PKCE (RFC 7636), RFC 9207.
"""

from __future__ import annotations

import base64
import hashlib
import json
import logging
import threading
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote_plus, urlencode, urlsplit

import httpx2 as httpx
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from service.accounts.claims import Claims, Expected, KeyMissing, TokenUntrue, claims_of
from service.accounts.errors import ProviderUnavailable, SignOnRefused

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

LOG: Final = logging.getLogger(__name__)

_KEPT: Final = 600.0
"""Seconds for which description and keys are believed."""
_AGAIN: Final = 10.0
"""Seconds before an unknown key makes us ask for the keys again; anyone can name one."""
_LARGEST: Final = 256 * 1024
_PATIENCE: Final = httpx.Timeout(10.0, connect=5.0)
_NOT_TRUE: Final = "jawabannya tidak dapat dipercaya"


@dataclass(frozen=True, slots=True)
class Registration:
    """How this installation is known to the provider."""

    issuer: str
    client: str
    secret: str | None
    """None for a public client, which PKCE alone protects."""
    name: str
    """As people call the provider."""


class Provider:
    """Remembers what the provider says of itself; safe to use from many threads."""

    def __init__(
        self, registration: Registration, *, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """Prepare; nothing is asked before somebody wants to sign in."""
        self.registration, self._clock = registration, clock
        self._lock = threading.Lock()
        self._description: tuple[float, dict[str, Any]] | None = None
        self._keys: tuple[float, KeySet] | None = None

    @property
    def name(self) -> str:
        """As people call it."""
        return self.registration.name

    def address(self, *, state: str, nonce: str, verifier: str, back: str) -> str:
        """Where a browser is sent to sign in.

        Raises:
            ProviderUnavailable: it does not tell.
        """
        challenge = hashlib.sha256(verifier.encode()).digest()
        asked = {
            "response_type": "code",
            "client_id": self.registration.client,
            "redirect_uri": back,
            "scope": "openid profile email",
            "state": state,
            "nonce": nonce,
            "code_challenge": base64.urlsafe_b64encode(challenge).decode().rstrip("="),
            "code_challenge_method": "S256",
        }
        return _with(self._endpoint("authorization_endpoint"), asked)

    def ensure_answer(self, issuer: str | None) -> None:
        """Refuse an answer that another provider sent (RFC 9207).

        Raises:
            SignOnRefused: it names another one, or must name itself and does not.
        """
        must = self._described().get("authorization_response_iss_parameter_supported") is True
        if issuer != self.registration.issuer and (must or issuer is not None):
            LOG.warning("an answer of another identity provider was refused")
            raise SignOnRefused(self.name, _NOT_TRUE)

    def redeem(self, code: str, *, verifier: str, nonce: str, back: str, now: datetime) -> Claims:
        """Who signed in there, for the code that her browser brought.

        Raises:
            SignOnRefused: the code, or what it gave, does not hold.
            ProviderUnavailable: it does not answer.
        """
        token = self._token(code, verifier=verifier, back=back)
        expected = Expected(self.registration.issuer, self.registration.client, nonce)
        try:
            try:
                return claims_of(token, keys=self._key_set(_KEPT), expected=expected, now=now)
            except KeyMissing:
                # Keys change; those that were remembered may be yesterday's.
                return claims_of(token, keys=self._key_set(_AGAIN), expected=expected, now=now)
        except TokenUntrue as error:
            LOG.warning("an ID token was not believed: %s", error.reason)
            raise SignOnRefused(self.name, _NOT_TRUE) from error

    def farewell(self, back: str) -> str | None:
        """Where a browser signs out of the provider, too; None where it has no such place."""
        try:
            endpoint = self._endpoint("end_session_endpoint")
        except ProviderUnavailable:
            return None
        asked = {"client_id": self.registration.client, "post_logout_redirect_uri": back}
        return _with(endpoint, asked)

    def _token(self, code: str, *, verifier: str, back: str) -> str:
        sent = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": back,
            "code_verifier": verifier,
        }
        headers, client, secret = {}, self.registration.client, self.registration.secret
        ways = self._described().get("token_endpoint_auth_methods_supported")
        if secret is None:
            sent["client_id"] = client
        elif isinstance(ways, list) and "client_secret_basic" not in ways:
            sent |= {"client_id": client, "client_secret": secret}
        else:
            pair = f"{quote_plus(client)}:{quote_plus(secret)}".encode()
            headers["authorization"] = "Basic " + base64.b64encode(pair).decode()
        status, told = self._ask(self._endpoint("token_endpoint"), sent=sent, headers=headers)
        token = told.get("id_token")
        if status == httpx.codes.OK and isinstance(token, str):
            return token
        LOG.warning("a code was not redeemed: %s, %.40r", status, told.get("error"))
        if status in {httpx.codes.BAD_REQUEST, httpx.codes.OK}:
            raise SignOnRefused(self.name, "kodenya tidak berlaku")
        raise ProviderUnavailable(self.name)

    def _key_set(self, age: float) -> KeySet:
        """The keys, not older than so many seconds."""
        with self._lock:
            if self._keys is None or self._clock() - self._keys[0] >= age:
                status, told = self._ask(self._endpoint("jwks_uri"))
                try:
                    keys = KeySet.import_key_set({"keys": _usable(told)})
                except (JoseError, ValueError, TypeError, KeyError) as error:
                    raise self._failed(f"its keys are unreadable ({status})") from error
                self._keys = self._clock(), keys
            return self._keys[1]

    def _endpoint(self, name: str) -> str:
        address = self._described().get(name)
        if not isinstance(address, str) or not self._may_be_asked(address):
            raise self._failed(f"it names no usable {name}")
        return address

    def _described(self) -> dict[str, Any]:
        known = self._description
        if known is None or self._clock() - known[0] >= _KEPT:
            where = self.registration.issuer.rstrip("/") + "/.well-known/openid-configuration"
            status, told = self._ask(where)
            if status != httpx.codes.OK or told.get("issuer") != self.registration.issuer:
                raise self._failed(f"it describes another issuer than the configured ({status})")
            known = self._description = self._clock(), told
        return known[1]

    def _may_be_asked(self, address: str) -> bool:
        """Over https; without it only where the issuer itself has none."""
        scheme = urlsplit(address).scheme
        return scheme == "https" or scheme == urlsplit(self.registration.issuer).scheme

    def _ask(
        self,
        address: str,
        *,
        sent: dict[str, str] | None = None,
        headers: dict[str, str] | None = None,
    ) -> tuple[int, dict[str, Any]]:
        """HTTP status and the JSON object of an answer."""
        method = "GET" if sent is None else "POST"
        told = {"accept": "application/json", "user-agent": "Lontar"} | (headers or {})
        try:
            with (
                httpx.Client(timeout=_PATIENCE, follow_redirects=False, trust_env=False) as client,
                client.stream(method, address, data=sent, headers=told) as answer,
            ):
                body = bytearray()
                for chunk in answer.iter_bytes():
                    body += chunk
                    if len(body) > _LARGEST:
                        raise self._failed("it answers without end")
                status, read = answer.status_code, json.loads(body)
        except (httpx.HTTPError, httpx.InvalidURL, OSError, ValueError, RecursionError) as error:
            raise self._failed(type(error).__name__) from error
        if not isinstance(read, dict):
            raise self._failed("it answers with something else than an object")
        return status, read

    def _failed(self, reason: str) -> ProviderUnavailable:
        LOG.warning("the identity provider cannot be used: %s", reason)
        return ProviderUnavailable(self.name)


def _usable(told: dict[str, Any]) -> list[Any]:
    """The public keys of kinds that may sign; others stand in such lists, too."""
    keys = told.get("keys")
    if not isinstance(keys, list):
        raise TypeError
    return [
        each
        for each in keys
        if isinstance(each, dict)
        and each.get("kty") in {"RSA", "EC"}
        and each.get("use", "sig") == "sig"
        and each.get("alg", "RS256") in {"RS256", "PS256", "ES256", "ES384"}
    ]


def _with(address: str, asked: dict[str, str]) -> str:
    return address + ("&" if urlsplit(address).query else "?") + urlencode(asked)
