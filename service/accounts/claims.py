"""What an identity provider says of someone: an ID token, believed only when all of it holds.

OpenID Connect Core 1.0 §3.1.3.7, with the algorithms narrowed to signatures by a private key.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from joserfc import jwt
from joserfc.errors import JoseError

from service.accounts.secret import same

if TYPE_CHECKING:
    from datetime import datetime

    from joserfc.jwk import KeySet

ALGORITHMS: Final = ("RS256", "PS256", "ES256", "ES384")
"""No ``none``, and nothing that whoever knows the public key could sign with."""
_LEEWAY: Final = 60
"""Seconds by which two clocks may differ."""
_LONGEST: Final = 255


@dataclass(frozen=True, slots=True)
class Expected:
    """What a token must have been made for."""

    issuer: str
    client: str
    nonce: str


@dataclass(frozen=True, slots=True)
class Claims:
    """Someone, as the provider knows her."""

    issuer: str
    subject: str
    """The provider's own name for her, never given to another."""
    login: str
    """``preferred_username``; empty where it was not told."""
    email: str
    """Only where the provider verified it; else empty."""

    @property
    def shown(self) -> str:
        """For people who read it."""
        return self.login or self.email or self.subject


class TokenUntrue(Exception):
    """A token that must not be believed; the reason is for the log."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class KeyMissing(TokenUntrue):
    """The token was signed with a key that is not known, perhaps not yet."""


def claims_of(token: str, *, keys: KeySet, expected: Expected, now: datetime) -> Claims:
    """What a token says.

    Raises:
        KeyMissing: none of the keys made its signature.
        TokenUntrue: anything else of it does not hold.
    """
    try:
        told = jwt.decode(token, keys, algorithms=list(ALGORITHMS)).claims
    except (JoseError, ValueError, TypeError, KeyError) as error:
        raise _signature_fault(error) from error
    fault = _fault(told, expected=expected, moment=int(now.timestamp()))
    if fault is not None:
        raise TokenUntrue(fault)
    return Claims(
        issuer=told["iss"],
        subject=told["sub"],
        login=_text(told.get("preferred_username")),
        email=_text(told.get("email")) if told.get("email_verified") is True else "",
    )


def _signature_fault(error: Exception) -> TokenUntrue:
    name = type(error).__name__
    # Keys are looked for by their id, and ids may be used again: both look like an unknown key.
    unknown = name in {"InvalidKeyIdError", "BadSignatureError", "ValueError", "KeyError"}
    return (KeyMissing if unknown else TokenUntrue)(name)


def _fault(told: dict[str, Any], *, expected: Expected, moment: int) -> str | None:
    audience = told.get("aud")
    audiences = audience if isinstance(audience, list) else [audience]
    subject, nonce = told.get("sub"), told.get("nonce")
    checks = (
        ("iss", told.get("iss") == expected.issuer),
        ("aud", expected.client in audiences),
        ("azp", told.get("azp", expected.client) == expected.client),
        # A token for several must say which of them asked for it.
        ("azp", len(audiences) == 1 or "azp" in told),
        ("exp", _number(told.get("exp")) > moment - _LEEWAY),
        ("iat", 0 < _number(told.get("iat")) <= moment + _LEEWAY),
        ("nbf", _number(told.get("nbf", 0)) <= moment + _LEEWAY),
        ("nonce", isinstance(nonce, str) and same(nonce, expected.nonce)),
        ("sub", isinstance(subject, str) and bool(_text(subject))),
    )
    return next((name for name, holds in checks if not holds), None)


def _number(value: object) -> float:
    """A moment in seconds; one that was never, where it is no number."""
    return float(value) if isinstance(value, int | float) and value is not True else -1.0


def _text(value: object) -> str:
    """A short text that can be shown; empty for anything else."""
    good = isinstance(value, str) and len(value) <= _LONGEST and value.isprintable()
    return str(value) if good else ""
