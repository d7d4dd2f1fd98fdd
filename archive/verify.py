"""Is this what was issued? Compares bytes with what is filed, never with what the file says.

A signed copy is an incremental update: it begins with the issued bytes and goes on. PDF ends
each revision with ``%%EOF``, so only the places after one need to be looked at.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from archive.errors import SourceMissing
from archive.index import catalogue

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy import Connection

    from archive.index.catalogue import Found

_REVISION_END: Final = re.compile(rb"%%EOF(?:\r\n|\n|\r)?")
_MOST_REVISIONS: Final = 1000
"""No honest copy has been signed more often; a file made to cost time stops here."""


class Verdict(StrEnum):
    """What can be said of the bytes."""

    SAME = "same"
    """They are the bytes of a filed file."""
    CONTINUED = "continued"
    """They begin with the bytes of a filed file and go on, as a signed copy does."""
    UNKNOWN = "unknown"
    """The archive holds nothing like it."""


@dataclass(frozen=True, slots=True)
class Verification:
    """What the archive says of some bytes."""

    verdict: Verdict
    digest: str
    """SHA-512 of the bytes asked about."""
    found: tuple[Found, ...]
    """The filed files; the same bytes may be filed in several versions."""

    @property
    def sentence(self) -> str:
        """The verdict in one Indonesian sentence."""
        if not self.found:
            return "Berkas ini tidak sama dengan berkas mana pun yang tersimpan dalam arsip."
        first = self.found[0]
        place = f"{first.file.name}, versi {first.version}, dokumen {first.document}"
        if self.verdict is Verdict.SAME:
            return f"Berkas ini sama persis dengan {place}."
        return (
            f"Berkas ini diawali seluruh isi {place}, lalu berlanjut; "
            "periksa tanda tangan elektroniknya."
        )


def verify(path: Path, *, connection: Connection) -> Verification:
    """Look the bytes of a file up in the archive."""
    try:
        data = path.read_bytes()
    except (FileNotFoundError, IsADirectoryError, PermissionError) as error:
        raise SourceMissing(path) from error
    whole = hashlib.sha512(data).hexdigest()
    if same := catalogue.files_with(connection, [whole]):
        return Verification(Verdict.SAME, whole, tuple(same))
    beginnings = dict(_beginnings(data))
    found = [
        one
        for one in catalogue.files_with(connection, beginnings)
        if one.file.size == beginnings[one.file.digest.value]
    ]
    longest = tuple(one for one in found if one.file.size == found[0].file.size)
    verdict = Verdict.CONTINUED if longest else Verdict.UNKNOWN
    return Verification(verdict, whole, longest)


def _beginnings(data: bytes) -> Iterator[tuple[str, int]]:
    """Digest and length of each beginning that ends where a revision may end."""
    running, done, view = hashlib.sha512(), 0, memoryview(data)
    for count, end in enumerate(_ends(data)):
        if count >= _MOST_REVISIONS or end >= len(data):
            return
        running.update(view[done:end])
        done = end
        yield running.copy().hexdigest(), end


def _ends(data: bytes) -> Iterator[int]:
    # The end of line after %%EOF may belong to the issued bytes or to what was added.
    for match in _REVISION_END.finditer(data):
        word = match.start() + len(b"%%EOF")
        yield word
        if match.end() > word + 1:
            yield word + 1
        if match.end() > word:
            yield match.end()
