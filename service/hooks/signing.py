"""How a telling proves where it comes from: HMAC-SHA256 over its moment and its body."""

from __future__ import annotations

import hashlib
import hmac
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from datetime import datetime

HEADER: Final = "Lontar-Signature"
"""``t=SECONDS,v1=HEX``; who receives it computes the same and refuses what is minutes old."""


def signature(secret: str, body: bytes, *, now: datetime) -> str:
    """The value of the header for a body that is sent now."""
    moment = int(now.timestamp())
    made = hmac.new(secret.encode(), f"{moment}.".encode() + body, hashlib.sha256)
    return f"t={moment},v1={made.hexdigest()}"
