"""Passwords: argon2id with the library's parameters, and what makes one too easy to guess.

NIST SP 800-63B-4 §3.1.1: length decides, no rules of composition, no forced change.
"""

from __future__ import annotations

from functools import cache
from threading import BoundedSemaphore
from typing import Final

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from argon2.profiles import RFC_9106_LOW_MEMORY

from service.accounts.errors import PasswordWeak

SHORTEST: Final = 12
"""Characters; with the lock-out, guessing online is out of reach."""
LONGEST: Final = 1000
"""Characters; beyond, the hashing itself could be made to cost time."""
_FEWEST_SIGNS: Final = 5
"""Different characters; ``aaaaaaaaaaaa`` is long and no secret."""
_COMMON: Final = ("password", "katasandi", "kata sandi", "qwerty", "admin", "lontar", "indonesia")


_HASHER: Final = PasswordHasher.from_parameters(RFC_9106_LOW_MEMORY)
"""64 MiB and three passes (RFC 9106 §4)."""
_AT_ONCE: Final = BoundedSemaphore(2)
"""Each hash takes its 64 MiB; more at once would let strangers fill the memory."""


def hashed(password: str, *, login: str) -> str:
    """The hash to keep.

    Raises:
        PasswordWeak: it is too easy to guess.
    """
    if reason := _weakness(password, login=login):
        raise PasswordWeak(reason)
    with _AT_ONCE:
        return _HASHER.hash(password)


def matches(password: str, kept: str | None) -> bool:
    """Whether a password is the one that was kept; takes as long for a person who has none."""
    with _AT_ONCE:
        try:
            return _HASHER.verify(kept or _nobody(), password[:LONGEST]) and kept is not None
        except (VerificationError, InvalidHashError):
            return False


@cache
def _nobody() -> str:
    return _HASHER.hash("tidak ada yang memakai kata sandi ini")


def _weakness(password: str, *, login: str) -> str | None:
    plain = password.casefold()
    if len(password) < SHORTEST:
        return f"pakailah sedikitnya {SHORTEST} karakter, misalnya beberapa kata"
    if len(password) > LONGEST:
        return f"pakailah paling banyak {LONGEST} karakter"
    if len(set(plain)) < _FEWEST_SIGNS:
        return "terlalu banyak karakter yang berulang"
    rest = plain.replace(login.casefold(), "")
    for word in _COMMON:
        rest = rest.replace(word, "")
    if len(rest) < SHORTEST // 2:
        return "hampir seluruhnya nama masuk atau kata yang lazim"
    return None
