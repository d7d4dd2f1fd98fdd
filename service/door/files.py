"""Files of the archive on their way out: verified first, then whole, in part, or not again.

Range: RFC 9110 §14, one range a request; digests: RFC 9530; the address names the version, so
what it gives never changes.
"""

from __future__ import annotations

import base64
import re
from dataclasses import dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from starlette.responses import Response, StreamingResponse

from service.refusals import RangeBeyond

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

    from starlette.requests import Request

    from archive.records import StoredFile

CHUNK: Final = 256 * 1024
_RANGE: Final = re.compile(r"bytes=(\d{0,18})-(\d{0,18})")
_PLAIN: Final = re.compile(r"[^A-Za-z0-9._-]+")
_SHOWN: Final = frozenset({"application/pdf", "image/png", "text/plain"})
"""What a browser may show by itself; everything else is saved."""


@dataclass(frozen=True, slots=True)
class Slice:
    """A part of a file."""

    start: int
    end: int
    """One past the last byte."""


def answer_with(
    file: StoredFile, content: BinaryIO, *, name: str, request: Request, inline: bool
) -> Response:
    """The answer to a request for a file whose bytes were verified.

    Args:
        file: as filed.
        content: its bytes; closed when they were sent.
        name: for the person who saves it; anything that a file name cannot bear becomes ``-``.
        request: whose headers ask for a part, or tell what is there already.
        inline: True to have it shown where the browser can.

    Raises:
        RangeBeyond: the part that is asked for begins after the end.
    """
    headers = _headers(file, name=name, inline=inline)
    if headers["ETag"] in _tags(request.headers.get("if-none-match", "")):
        content.close()
        return Response(status_code=HTTPStatus.NOT_MODIFIED, headers=headers)
    asked = request.headers.get("range") if _fresh(request, headers["ETag"]) else None
    part = None if asked is None else part_of(asked, file.size)
    if isinstance(part, Slice) and part.start >= part.end:
        content.close()
        raise RangeBeyond(file.size)
    status = HTTPStatus.OK
    if part is None:
        part = Slice(0, file.size)
    else:
        status = HTTPStatus.PARTIAL_CONTENT
        headers["Content-Range"] = f"bytes {part.start}-{part.end - 1}/{file.size}"
    headers["Content-Length"] = str(part.end - part.start)
    return StreamingResponse(
        _chunks(content, part), status_code=status, headers=headers, media_type=file.media_type
    )


def part_of(asked: str, size: int) -> Slice | None:
    """The part that a Range header asks for; None to send all, an empty one for none there is."""
    match = _RANGE.fullmatch(asked.strip())
    if match is None or match.groups() == ("", ""):
        # Several ranges, other units and nonsense may be answered with the whole (§14.2).
        return None
    first, last = match.groups()
    if not first:
        return Slice(max(0, size - int(last)), size)
    if last and int(last) < int(first):
        return None
    return Slice(int(first), min(size, int(last) + 1 if last else size))


def download_name(*parts: str | None, suffix: str) -> str:
    """A name for the person who saves a file, of letters, digits and hyphens."""
    told = (_PLAIN.sub("-", each).strip("-.") for each in parts if each)
    return "-".join(filter(None, told))[:150] + suffix


def _headers(file: StoredFile, *, name: str, inline: bool) -> dict[str, str]:
    digest = base64.b64encode(bytes.fromhex(file.digest.value)).decode()
    way = "inline" if inline and file.media_type in _SHOWN else "attachment"
    return {
        "ETag": f'"{file.digest.value[:64]}"',
        "Repr-Digest": f"sha-512=:{digest}:",
        "Accept-Ranges": "bytes",
        # For this person only, and asked again each time: rights may end, bytes do not change.
        "Cache-Control": "private, no-cache",
        "Content-Disposition": f'{way}; filename="{quote(name, safe="")}"',
    }


def _tags(header: str) -> set[str]:
    return {each.strip().removeprefix("W/") for each in header.split(",")}


def _fresh(request: Request, tag: str) -> bool:
    """A part is only of use to who holds the rest of these very bytes."""
    return request.headers.get("if-range", tag) == tag


def _chunks(content: BinaryIO, part: Slice) -> Iterator[bytes]:
    with content:
        content.seek(part.start)
        left = part.end - part.start
        while left > 0 and (chunk := content.read(min(CHUNK, left))):
            left -= len(chunk)
            yield chunk
