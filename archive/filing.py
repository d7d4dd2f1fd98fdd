"""The note filed with every version as ``record.json``: what the index needs to be rebuilt."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Final

import rfc8785

from archive.book import OfficialNumber
from archive.errors import InventoryUnreadable
from archive.records import DocumentId, Record

NAME: Final = "record.json"
FORMAT: Final = "lontar-record-1"


@dataclass(frozen=True, slots=True)
class NumberMark:
    """The document's line in the register book, as it stood at filing."""

    number: OfficialNumber
    given_at: datetime
    form: str | None
    """How the number is written, the counter left open; None when it was adopted."""


@dataclass(frozen=True, slots=True)
class Filing:
    """One act of filing."""

    document: DocumentId
    key: str
    """Names the act; the same key twice is the same version."""
    record: Record
    mark: NumberMark | None
    """None where the document bears no number."""

    def to_json(self) -> bytes:
        """Canonical JSON (RFC 8785)."""
        return rfc8785.dumps(
            {
                "format": FORMAT,
                "document": self.document.value,
                "key": self.key,
                "record": asdict(self.record),
                "register": None if self.mark is None else _mark_to_plain(self.mark),
            }
        )

    @classmethod
    def of_json(cls, data: bytes, *, place: str) -> Filing:
        """Read what `to_json` wrote; fields that a later edition adds are passed over."""
        try:
            plain = json.loads(data)
            known = {name: plain["record"].get(name) for name in Record.__slots__}
            mark = plain["register"]
            return cls(
                document=DocumentId(plain["document"]),
                key=plain["key"],
                record=Record(**known),
                mark=None if mark is None else _mark_of_plain(mark),
            )
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise InventoryUnreadable(place, f"{type(error).__name__} {error}") from error


def _mark_to_plain(mark: NumberMark) -> dict[str, str | int | None]:
    return {
        "text": mark.number.text,
        "book": mark.number.book,
        "year": mark.number.year,
        "sequence": mark.number.sequence,
        "given_at": mark.given_at.isoformat(),
        "form": mark.form,
    }


def _mark_of_plain(plain: dict[str, str | int | None]) -> NumberMark:
    number = OfficialNumber(
        text=str(plain["text"]),
        book=str(plain["book"]),
        year=int(plain["year"] or 0),
        sequence=None if plain["sequence"] is None else int(plain["sequence"]),
    )
    form = plain["form"]
    return NumberMark(
        number=number,
        given_at=datetime.fromisoformat(str(plain["given_at"])),
        form=None if form is None else str(form),
    )
