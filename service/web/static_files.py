"""Styles and programs of the pages: read once, named by their digest, kept by browsers for good."""

from __future__ import annotations

import gzip
import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from fastapi import APIRouter, Request, Response

from service.refusals import PathUnknown

if TYPE_CHECKING:
    from collections.abc import Mapping

FOLDER: Final = Path(__file__).with_name("static")
_TYPES: Final = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
}
_FOREVER: Final = "public, max-age=31536000, immutable"
_SHOWN: Final = 12
"""Digits of the digest that stand in the address."""

router = APIRouter(prefix="/statis")


@dataclass(frozen=True, slots=True)
class StaticFile:
    """One file, ready to be sent."""

    content: bytes
    packed: bytes
    """The same by gzip; there is nothing secret in it that its length could tell."""
    digest: str
    media_type: str


def _read(path: Path) -> StaticFile:
    content = path.read_bytes()
    return StaticFile(
        content=content,
        packed=gzip.compress(content, mtime=0),
        digest=hashlib.sha256(content).hexdigest()[:_SHOWN],
        media_type=_TYPES[path.suffix],
    )


FILES: Final[Mapping[str, StaticFile]] = {
    path.name: _read(path) for path in sorted(FOLDER.iterdir()) if path.suffix in _TYPES
}


def address_of(name: str) -> str:
    """Where a file of this folder is had; another content has another address."""
    return f"/statis/{FILES[name].digest}/{name}"


@router.get("/{digest}/{name}")
def static_file(digest: str, name: str, request: Request) -> Response:
    """A file by its digest and name."""
    file = FILES.get(name)
    if file is None or digest != file.digest:
        raise PathUnknown
    headers = {"Cache-Control": _FOREVER, "Vary": "Accept-Encoding"}
    if "gzip" in request.headers.get("accept-encoding", ""):
        headers["Content-Encoding"] = "gzip"
        return Response(file.packed, media_type=file.media_type, headers=headers)
    return Response(file.content, media_type=file.media_type, headers=headers)
