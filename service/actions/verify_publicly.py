"""What anyone may learn of a document: that it was issued here, and what stands on its face."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from archive.verify import Verdict

if TYPE_CHECKING:
    from pathlib import Path

    from archive.index.catalogue import Document
    from service.app import House

_NIP: Final = re.compile(r"(?<!\d)(\d{4})\d{4}([ .]?)\d{6}([ .]?)\d([ .]?)\d(\d{2})(?!\d)")
"""Eighteen digits as offices write them: birth 8, appointment 6, sex 1, sequence 3."""


@dataclass(frozen=True, slots=True)
class Face:
    """What stands on the face of a document."""

    number: str | None
    title: str
    office: str
    date: str | None
    year: int
    kind: str
    state: str
    version: int
    """The newest, or the one whose bytes were shown."""
    signed: bool
    """True where the office sent a signed copy back; else this system only made it."""

    @property
    def sentence(self) -> str:
        """What this means, so that nobody takes a print for a signature."""
        if self.signed:
            return "Dokumen ini dibuat oleh sistem ini dan sudah ditandatangani secara elektronik."
        return "Dokumen ini dibuat oleh sistem ini; salinan bertanda tangan belum diterima."


@dataclass(frozen=True, slots=True)
class Verified:
    """The answer to one question."""

    verdict: str
    """``issued`` for a code or number; ``same``, ``continued`` or ``unknown`` for a file."""
    faces: tuple[Face, ...]

    @property
    def sentence(self) -> str:
        """The answer in one Indonesian sentence."""
        return {
            "issued": "Dokumen ini diterbitkan di sini.",
            "same": "Berkas ini sama persis dengan yang diarsipkan.",
            "continued": "Berkas ini diawali dokumen yang diterbitkan lalu berlanjut; periksa "
            "tanda tangan elektroniknya.",
            "unknown": "Tidak ada dokumen seperti ini yang diterbitkan di sini.",
        }[self.verdict]


def verify_named(text: str, *, house: House) -> Verified:
    """Look up a verification code or an official number, as typed from paper."""
    found = [face_of(each) for each in house.archive.answering(text)]
    return Verified("issued" if found else "unknown", tuple(found))


def verify_file(path: Path, *, house: House) -> Verified:
    """Compare the bytes of a file with everything that was filed."""
    verification = house.archive.verify(path)
    if verification.verdict is Verdict.UNKNOWN:
        return Verified("unknown", ())
    # The same bytes may lie in several versions; the face of the newest is told.
    newest = {each.document: each.version.value for each in verification.found}
    faces = [
        face_of(house.archive.document(document), version=version)
        for document, version in newest.items()
    ]
    return Verified(verification.verdict.value, tuple(faces))


def face_of(document: Document, *, version: int | None = None) -> Face:
    """What anyone may see of a document."""
    record = document.record
    return Face(
        number=None if record.number is None else masked(record.number),
        title=masked(record.title),
        office=masked(record.office),
        date=record.date,
        year=record.year,
        kind=record.kind,
        state=document.state,
        version=version or document.head.number.value,
        signed=document.state == "signed",
    )


def masked(text: str) -> str:
    """A text in which employee numbers show only the year of birth and the last two digits."""
    return _NIP.sub(r"\1••••\2••••••\3•\4•\5", text)
