"""Type 1 fonts in a PDF, freed from the number that LibreOffice counts up.

A CFF font (TeX Gyre Bonum) is embedded as Type 1. LibreOffice gives each one it writes the next
``/UniqueID`` of its process, once in the clear part and once under the eexec cipher (Adobe Type 1
Font Format, §7.2), so a warm engine never writes the same bytes twice. Set to one number, they are.
"""

from __future__ import annotations

import re
from typing import Final

UNIQUE_ID: Final = re.compile(rb"/UniqueID (\d{7}) def")
SETTLED: Final = b"4000000"
"""From the range that §2.5 leaves open for local use; as long as what it replaces."""

_KEY: Final = 55665
_FACTOR: Final = 52845
_STEP: Final = 22719


def settle_unique_id(program: bytes, *, clear: int, sealed: int) -> bytes:
    """Give a Type 1 font program the settled number; nothing else changes, no length either.

    Args:
        program: the unpacked ``/FontFile`` stream.
        clear: its ``/Length1``, bytes of the clear part.
        sealed: its ``/Length2``, bytes of the encrypted part.
    """
    end = clear + sealed
    head = UNIQUE_ID.sub(b"/UniqueID " + SETTLED + b" def", program[:clear])
    return head + _settle_sealed(program[clear:end]) + program[end:]


def _settle_sealed(cipher: bytes) -> bytes:
    found = UNIQUE_ID.search(decrypt(cipher))
    if found is None or found[1] == SETTLED:
        return cipher
    # A changed letter changes all cipher text behind it, and none before it.
    start = found.start(1)
    plain = SETTLED + found.string[found.end(1) :]
    return cipher[:start] + _encrypt(plain, key=_key_after(cipher[:start]))


def decrypt(cipher: bytes) -> bytes:
    """The plain text, its four random leading bytes included."""
    key = _KEY
    plain = bytearray(len(cipher))
    for place, byte in enumerate(cipher):
        plain[place] = byte ^ (key >> 8)
        key = ((byte + key) * _FACTOR + _STEP) & 0xFFFF
    return bytes(plain)


def _encrypt(plain: bytes, *, key: int) -> bytes:
    cipher = bytearray(len(plain))
    for place, byte in enumerate(plain):
        cipher[place] = byte = byte ^ (key >> 8)  # noqa: PLW2901 — from here on it is cipher text
        key = ((byte + key) * _FACTOR + _STEP) & 0xFFFF
    return bytes(cipher)


def _key_after(cipher: bytes) -> int:
    key = _KEY
    for byte in cipher:
        key = ((byte + key) * _FACTOR + _STEP) & 0xFFFF
    return key
