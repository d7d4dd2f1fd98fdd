"""Data in the body of a request: read exactly as the command line reads a file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated, Any, Final

from fastapi import Depends, Header, Request

from doc_templates.kind import Kind
from service.accounts.errors import NotAllowed
from service.door.caller import Caller
from service.located import DataFile
from service.reading import parse_data
from service.refusals import KeyUnusable
from service.validating import validate

if TYPE_CHECKING:
    from collections.abc import Callable

_KEY: Final = re.compile(r"[\x21-\x7e][\x20-\x7e]{0,99}")
BODY: Final[dict[str, Any]] = {
    "requestBody": {
        "required": True,
        "description": "Data satu dokumen; lihat /kinds/{kind}/schema.",
        "content": {
            "application/json": {"schema": {"type": "object"}},
            "application/yaml": {"schema": {"type": "string"}},
        },
    }
}
"""How a route describes a body that is a data file."""


async def sent_data(request: Request) -> DataFile:
    """The body as a data file: numbers as typed, no key twice, every fault with its place."""
    yaml = "yaml" in request.headers.get("content-type", "")
    return parse_data("kiriman.yaml" if yaml else "kiriman.json", await request.body())


def given_key(
    key: Annotated[
        str | None,
        Header(alias="Idempotency-Key", description="Kunci yang sama memberi pekerjaan yang sama"),
    ] = None,
) -> str | None:
    """The key of a request that is safe to repeat.

    Raises:
        KeyUnusable: it cannot be kept.
    """
    if key is not None and not _KEY.fullmatch(key):
        raise KeyUnusable
    return key


Sent = Annotated[DataFile, Depends(sent_data)]
Key = Annotated[str | None, Depends(given_key)]


def own_office(caller: Caller) -> Callable[[Kind, DataFile], None]:
    """What refuses data of an office in which the caller may not do her act."""

    def ensure(kind: Kind, data: DataFile) -> None:
        office = kind.describe(validate(data, kind=kind)).office
        if not caller.may(office):
            raise NotAllowed(caller.act.value)

    return ensure
