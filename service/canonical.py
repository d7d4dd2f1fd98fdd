"""Equal data, equal bytes: the form in which data are compared and handed to the workers."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

import rfc8785

from service.errors import NumberTooLarge

if TYPE_CHECKING:
    from pydantic import BaseModel


def canonical(data: BaseModel) -> str:
    """The data as canonical JSON (RFC 8785)."""
    # Through JSON first: it turns dates and decimals into the text that the model reads back.
    plain = json.loads(data.model_dump_json(by_alias=True))
    try:
        return rfc8785.dumps(plain).decode("utf-8")
    except (rfc8785.IntegerDomainError, rfc8785.FloatDomainError) as error:
        raise NumberTooLarge from error


def digest(text: str) -> str:
    """SHA-256 of canonical JSON, lower-case hexadecimal."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()
