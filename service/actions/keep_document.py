"""Lay down how documents are kept: code, access, retention."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from archive.bad_values import BadKeeping
from archive.classification import OWN, likely_scheme, remarks, schemes
from archive.records import is_plain
from archive.restate import Restatement
from archive.standing import LONGEST_REASON
from service.actions.stand_document import key_of
from service.actions.tell_standing import keeping_sentence

if TYPE_CHECKING:
    from collections.abc import Iterable

    from archive.index.catalogue import Document
    from archive.keeping import Keeping
    from archive.records import Receipt, VersionNumber
    from service.app import House


@dataclass(frozen=True, slots=True)
class Kept:
    """What was laid down."""

    keeping: Keeping
    receipt: Receipt | None
    """Of the new version; None where everything was so already."""
    remarks: tuple[str, ...]
    """What is odd about the code, each one sentence; it was taken all the same."""


def keep_document(
    document: Document,
    keeping: Keeping,
    *,
    house: House,
    reason: str = "",
    seen: VersionNumber | None = None,
) -> Kept:
    """File how a document is kept from now on; a code without its scheme gets the likely one.

    Args:
        document: of which.
        keeping: all of it, also what stays.
        house: whose actor says so.
        reason: as the arsiparis wrote it; may be empty.
        seen: the newest version when it was looked at; None for the one that is newest now.

    Raises:
        DocumentChanged: another version was filed meanwhile.
    """
    if keeping.classification is None:
        keeping = replace(keeping, scheme=None)
    elif keeping.scheme is None:
        guessed = likely_scheme(keeping.classification, document.record)
        keeping = replace(keeping, scheme=guessed)
    if keeping.scheme not in {None, OWN, *schemes()}:
        raise BadKeeping(f"pilih daftar kode yang dikenal: {', '.join([*schemes(), OWN])}")
    told = tuple(remarks(keeping.classification, keeping.scheme, document.record))
    if keeping == document.keeping:
        return Kept(keeping, None, told)
    receipt = house.archive.restate(
        Restatement(
            document=document.document,
            seen=seen or document.head.number,
            key=key_of(seen or document.head.number, keeping.to_plain()),
            said=keeping,
            message=_message(document.keeping, keeping, reason),
            actor=house.actor,
            created=house.clock(),
        )
    )
    return Kept(keeping, receipt, told)


def _message(before: Keeping, now: Keeping, reason: str) -> str:
    if len(reason) > LONGEST_REASON or not is_plain(reason):
        raise BadKeeping(f"tuliskan alasannya dalam paling banyak {LONGEST_REASON} huruf")
    said = keeping_sentence(before, now)
    return f"{said} Alasannya: {reason.strip()}" if reason.strip() else said


def classify_documents(
    documents: Iterable[Document], code: str, *, scheme: str | None, house: House
) -> list[Kept]:
    """Give many documents one code; the rest of their keeping stays as it is."""
    return [
        keep_document(each, replace(each.keeping, classification=code, scheme=scheme), house=house)
        for each in documents
    ]
