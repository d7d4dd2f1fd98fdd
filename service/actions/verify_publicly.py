"""What anyone may learn of a document: that it was issued here, and what stands on its face."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from archive.keeping import Access
from archive.records import verification_code
from archive.verify import Verdict
from service.accounts.permissions import CLEARED
from service.actions.tell_standing import standing_sentence

if TYPE_CHECKING:
    from pathlib import Path

    from archive.index.catalogue import Document
    from service.app import House

_NIP: Final = re.compile(r"(?<!\d)(\d{4})\d{4}([ .]?)\d{6}([ .]?)\d([ .]?)\d(\d{2})(?!\d)")
"""Eighteen digits as offices write them: birth 8, appointment 6, sex 1, sequence 3."""


@dataclass(frozen=True, slots=True)
class Successor:
    """The document that took a document's place."""

    number: str | None
    code: str
    """By which it can be asked for."""


@dataclass(frozen=True, slots=True)
class Face:
    """What stands on the face of a document."""

    number: str | None
    title: str | None
    office: str | None
    date: str | None
    year: int | None
    kind: str | None
    state: str
    version: int
    """The newest, or the one whose bytes were shown."""
    signed: bool
    """True where the office sent a signed copy back; else this system only made it."""
    limited: bool
    """True where the public may only learn that it is genuine; the facts above are None then."""
    in_force: bool
    standing: str
    """Since when and why it holds no longer, or holds again; empty where there is nothing."""
    successor: Successor | None
    """What took its place, where the public may know of that."""

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
    """Look up a verification code or an official number, as typed from paper.

    Numbers can be guessed: what is secret answers to its code alone, which stands on the paper.
    """
    code = verification_code(text)
    found = [
        face_of(each, house=house)
        for each in house.archive.answering(text)
        if each.keeping.access not in CLEARED or each.record.code == code
    ]
    return Verified("issued" if found else "unknown", tuple(found))


def verify_file(path: Path, *, house: House) -> Verified:
    """Compare the bytes of a file with everything that was filed."""
    verification = house.archive.verify(path)
    if verification.verdict is Verdict.UNKNOWN:
        return Verified("unknown", ())
    # The same bytes may lie in several versions; the face of the newest is told.
    newest = {each.document: each.version.value for each in verification.found}
    faces = [
        face_of(house.archive.document(document), version=version, house=house)
        for document, version in newest.items()
    ]
    return Verified(verification.verdict.value, tuple(faces))


def face_of(document: Document, *, house: House, version: int | None = None) -> Face:
    """What anyone may see of a document."""
    record, limited = document.record, document.keeping.access is not Access.BIASA
    heir = None if limited else _successor(document, house=house)
    return Face(
        number=None if limited or record.number is None else masked(record.number),
        title=None if limited else masked(record.title),
        office=None if limited else masked(record.office),
        date=None if limited else record.date,
        year=None if limited else record.year,
        kind=None if limited else record.kind,
        state=document.state,
        version=version or document.head.number.value,
        signed=document.signed,
        limited=limited,
        in_force=document.standing.holds,
        standing=_standing(document, heir, limited=limited),
        successor=heir,
    )


def _standing(document: Document, heir: Successor | None, *, limited: bool) -> str:
    if limited:
        return "" if document.standing.holds else "Dokumen ini tidak berlaku lagi."
    called = f"Nomor {heir.number}" if heir and heir.number else "dokumen lain"
    return masked(standing_sentence(document.standing, successor=called))


def _successor(document: Document, *, house: House) -> Successor | None:
    if document.standing.replaced_by is None:
        return None
    heir = house.archive.document(document.standing.replaced_by)
    if heir.keeping.access is not Access.BIASA:
        return None
    number = heir.record.number
    return Successor(None if number is None else masked(number), heir.record.code)


def masked(text: str) -> str:
    """A text in which employee numbers show only the year of birth and the last two digits."""
    return _NIP.sub(r"\1••••\2••••••\3•\4•\5", text)
