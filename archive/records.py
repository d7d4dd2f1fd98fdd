"""The vocabulary of the archive: what is deposited, what comes back, who did it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from archive.bad_values import BadDigest, BadDocumentId, BadFileName, BadVersionNumber

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from pathlib import Path

ALPHABET: Final = "0123456789abcdefghjkmnpqrstvwxyz"
"""Crockford's base 32 without i, l, o and u: nothing that a person could misread aloud."""

_DOCUMENT_ID: Final = re.compile(rf"[{ALPHABET}]{{12}}")
_FILE_NAME: Final = re.compile(r"[a-z0-9][a-z0-9._-]{0,99}")
_SHA512: Final = re.compile(r"[0-9a-f]{128}")


def verification_code(typed: str) -> str:
    """A verification code as it is printed: capitals in fours, ``K7QF-2M9X-4TRB``.

    Whoever types it from paper may leave the hyphens out, write small, or take 0 for O and
    1 for I or L: the alphabet has none of those letters.
    """
    plain = "".join(each for each in typed.upper() if each.isalnum())
    clear = plain.translate(str.maketrans("OIL", "011"))
    return "-".join(clear[start : start + 4] for start in range(0, len(clear), 4))


def is_plain(text: str) -> bool:
    """Whether a text, which may have several lines, holds only what can be shown and stored."""
    return all(each == "\n" or each.isprintable() for each in text)


def folded_office(name: str) -> str:
    """An office's name as it is compared: one case, single spaces; never stored instead of it."""
    return " ".join(name.split()).casefold()


@dataclass(frozen=True, slots=True, order=True)
class DocumentId:
    """The name of a document for its whole life, through all its versions."""

    value: str
    """Twelve characters of Crockford's base 32, lower case; random, so it tells nothing."""

    def __post_init__(self) -> None:
        if not _DOCUMENT_ID.fullmatch(self.value):
            raise BadDocumentId(self.value)

    def __str__(self) -> str:
        return self.value


@dataclass(frozen=True, slots=True, order=True)
class VersionNumber:
    """Which issue, signed copy or correction of a document is meant."""

    value: int
    """Counted from 1; the first deposit is v1 (OCFL 1.1 §3.5.3)."""

    def __post_init__(self) -> None:
        if self.value < 1:
            raise BadVersionNumber(self.value)

    def __str__(self) -> str:
        return f"v{self.value}"


@dataclass(frozen=True, slots=True)
class Digest:
    """The SHA-512 of some bytes, the archive's one fixity algorithm."""

    value: str
    """128 lower-case hexadecimal digits."""

    def __post_init__(self) -> None:
        if not _SHA512.fullmatch(self.value):
            raise BadDigest(self.value)

    def __str__(self) -> str:
        return self.value


@dataclass(frozen=True, slots=True)
class Actor:
    """Who did something, as the audit trail and the OCFL inventory name them."""

    name: str
    address: str = ""
    """A URI of the person or program, such as ``mailto:`` or ``local:``; may be empty."""


@dataclass(frozen=True, slots=True)
class StoredFile:
    """One file of one version."""

    name: str
    size: int
    """In bytes."""
    digest: Digest
    media_type: str


@dataclass(frozen=True, slots=True)
class Record:
    """What is known of a document without opening it; filed beside it as ``record.json``."""

    kind: str
    """Name of the kind, such as ``sop``."""
    title: str
    """Its subject as printed."""
    office: str
    """The office that issues it, as printed."""
    year: int
    """The year that it belongs to, by which it is numbered and found."""
    number: str | None = None
    """The official number, verbatim as printed."""
    date: str | None = None
    """The document's own date, ISO 8601, as precise as it is known (``2023-02``)."""
    classification: str | None = None
    """Kode klasifikasi arsip, where the office gave one."""
    code: str = ""
    """Verification code, printed on every page and in the QR."""


@dataclass(frozen=True, slots=True)
class Deposit:
    """A version that is to be kept."""

    document: DocumentId
    key: str
    """Names this act of filing (the job's id); the same key twice is the same version."""
    record: Record
    files: Mapping[str, Path]
    """Name in the archive → where the bytes lie now."""
    message: str
    """Why this version exists, one sentence in Indonesian."""
    actor: Actor
    created: datetime
    """UTC, whole seconds; given by the caller."""

    def __post_init__(self) -> None:
        for name in self.files:
            if not _FILE_NAME.fullmatch(name):
                raise BadFileName(name)


@dataclass(frozen=True, slots=True)
class Receipt:
    """What filing gives back: proof that the version is on the disk."""

    document: DocumentId
    version: VersionNumber
    files: tuple[StoredFile, ...]
    inventory: Digest
    """SHA-512 of the version's OCFL inventory, which covers every file of it."""
    created: datetime
    repeated: bool = field(default=False, compare=False)
    """True where this key had been filed before and nothing was written now."""
