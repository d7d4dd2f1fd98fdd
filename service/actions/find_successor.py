"""Find the document that is to take another's place, among those of its own office."""

from __future__ import annotations

from typing import TYPE_CHECKING

from archive.bad_values import BadDocumentId
from archive.errors import DocumentUnknown, NameAmbiguous
from archive.records import DocumentId, folded_office, is_plain

if TYPE_CHECKING:
    from archive.index.catalogue import Document
    from service.app import House


def find_successor(name: str, *, of: Document, house: House) -> DocumentId:
    """The document of the office that an id, a number or a verification code names.

    Numbers of other offices are not looked at: two offices may well use the same.

    Raises:
        DocumentUnknown: the office has none of that name.
        NameAmbiguous: it has several.
    """
    try:
        return DocumentId(name.strip().lower())
    except BadDocumentId:
        office = folded_office(of.record.office)
        found = [
            each.document
            for each in (house.archive.answering(name) if is_plain(name) else ())
            if folded_office(each.record.office) == office
        ]
    if not found:
        raise DocumentUnknown(name)
    if len(found) > 1:
        raise NameAmbiguous(name, tuple(each.value for each in found))
    return found[0]
