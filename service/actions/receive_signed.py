"""Receive a signed copy: compared with what was issued, then kept byte for byte as a version."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from archive import filing
from archive.audit.events import CopyRefused, SignaturesExamined
from archive.audit.trail import note
from archive.errors import NotInForce
from archive.index.entry import SIGNED_COPY
from archive.records import Deposit
from archive.signatures.compare import compare
from archive.signatures.errors import SignedCopyError
from archive.signatures.examine import Signature, ensure_signed, signatures_of
from archive.standing import State
from service.actions.open_document import MAIN_FILE

if TYPE_CHECKING:
    from pathlib import Path

    from archive.audit.events import Happening
    from archive.index.catalogue import Document
    from archive.records import Receipt
    from service.app import House

_KEY: Final = "terima-"
_STATES: Final = {State.WITHDRAWN: "dicabut", State.SUPERSEDED: "digantikan"}


@dataclass(frozen=True, slots=True)
class Received:
    """A signed copy in the archive."""

    receipt: Receipt
    signatures: tuple[Signature, ...]


def receive_signed(document: Document, copy: Path, *, folder: Path, house: House) -> Received:
    """File a signed copy of the newest version; the same bytes again give the same receipt.

    Args:
        document: which was issued.
        copy: the file that came back.
        folder: for the files of the newest version while they are compared.
        house: whose actor sent it.

    Raises:
        NotInForce: the document was withdrawn or superseded.
        CopyUnlike: it is not this document, or more than signatures was added.
        CopyUnsigned, CopyBroken, CopyUnreadable: its signatures do not hold.
    """
    if not document.standing.holds:
        told = _STATES[document.standing.state]
        raise NotInForce(document.document, told, document.standing.reason)
    digest = hashlib.sha512(copy.read_bytes()).hexdigest()
    held = _fetched(document, folder, house=house)
    known = _KEY + digest[:64] in {each.key for each in document.versions}
    try:
        if not known:
            compare(held.get(SIGNED_COPY, held[MAIN_FILE]), copy)
        signatures = signatures_of(copy)
        ensure_signed(signatures)
    except SignedCopyError as error:
        _tell(document, CopyRefused(digest, str(error)), house=house)
        raise
    said = " ".join(each.sentence for each in signatures)
    receipt = house.archive.deposit(
        Deposit(
            document=document.document,
            key=_KEY + digest[:64],
            record=document.record,
            files={**held, SIGNED_COPY: copy},
            message=f"Salinan bertanda tangan diterima. {said}",
            actor=house.actor,
            created=house.clock(),
        )
    )
    if not receipt.repeated:
        _tell(document, SignaturesExamined(said), house=house)
    return Received(receipt, signatures)


def _fetched(document: Document, folder: Path, *, house: House) -> dict[str, Path]:
    """The files of the newest version, verified; a version holds all that belongs to it."""
    held = {}
    for file in document.head.files:
        if file.name == filing.NAME:
            continue
        held[file.name] = folder / f"dimiliki-{file.name}"
        house.archive.fetch(
            document.document,
            version=document.head.number,
            name=file.name,
            to=held[file.name],
        )
    return held


def _tell(document: Document, happening: Happening, *, house: House) -> None:
    with house.database.transaction() as connection:
        note(
            connection,
            happening,
            document=document.document,
            actor=house.actor,
            now=house.clock(),
        )
