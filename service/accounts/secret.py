"""Random secrets that are shown once and kept only as digests."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from typing import Final

BYTES: Final = 32
"""256 bits: nobody guesses it, so one round of SHA-256 is enough to keep it."""
_SPOKEN: Final = "23456789abcdefghjkmnpqrstuvwxyz0"
"""Thirty-two signs; what looks alike is left out but for the nought, which stands alone."""
TOKEN_PREFIX: Final = "lontar_"  # noqa: S105 - by which scanners find a leaked token
"""How every API token begins."""


def fresh() -> str:
    """A new secret, fit for cookies and headers."""
    return secrets.token_urlsafe(BYTES)


def spoken() -> str:
    """A new secret that can be read aloud and typed: ``k7mq-2xhd-9wpt-4zrn``, 80 bits."""
    signs = [secrets.choice(_SPOKEN) for _ in range(16)]
    return "-".join("".join(signs[at : at + 4]) for at in range(0, 16, 4))


def digest(secret: str) -> str:
    """What is kept of a secret."""
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


def form_key(session: str) -> str:
    """The key that forms of a session carry; only who knows the session can make it."""
    return hmac.new(session.encode("utf-8"), b"formulir", hashlib.sha256).hexdigest()


def masked(key: str) -> str:
    """A form's key as a page shows it: other signs each time.

    So the length of a packed page tells nothing of it (the BREACH attack).
    """
    plain = bytes.fromhex(key)
    mask = secrets.token_bytes(len(plain))
    return mask.hex() + _over(plain, mask).hex()


def unmasked(shown: str) -> str:
    """The key behind what a page showed; what is nothing of that sort comes back as it is."""
    half = len(shown) // 2
    try:
        return _over(bytes.fromhex(shown[half:]), bytes.fromhex(shown[:half])).hex()
    except ValueError:
        return shown


def _over(left: bytes, right: bytes) -> bytes:
    return bytes(one ^ other for one, other in zip(left, right, strict=True))


def same(left: str, right: str) -> bool:
    """Compare without telling by the time it takes."""
    return hmac.compare_digest(left.encode("utf-8"), right.encode("utf-8"))
