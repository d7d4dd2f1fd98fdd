"""The note filed with every version as ``record.json``: what the index needs to be rebuilt."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Final

import rfc8785

from archive.bad_values import BadValue
from archive.book import OfficialNumber
from archive.errors import InventoryUnreadable
from archive.keeping import AS_GIVEN, Keeping
from archive.records import DocumentId, Record
from archive.standing import IN_FORCE, Standing

NAME: Final = "record.json"
FORMAT: Final = "lontar-record-2"
"""Of what is written; ``lontar-record-1`` knew neither standing nor keeping, and is read, too."""


class Sort(StrEnum):
    """Why a version was filed."""

    FILES = "files"
    """It brings files: an issue, a signed copy, a correction."""
    STANDING = "standing"
    """The same files; the document was withdrawn, superseded or reinstated."""
    KEEPING = "keeping"
    """The same files; code, access or retention was laid down."""


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
    sort: Sort = Sort.FILES
    standing: Standing = IN_FORCE
    keeping: Keeping = AS_GIVEN

    def saying(self, said: Standing | Keeping, *, key: str) -> Filing:
        """The next filing, where an act of the arsiparis changed nothing but this."""
        if isinstance(said, Standing):
            return replace(self, key=key, sort=Sort.STANDING, standing=said)
        return replace(self, key=key, sort=Sort.KEEPING, keeping=said)

    def to_json(self) -> bytes:
        """Canonical JSON (RFC 8785)."""
        return rfc8785.dumps(
            {
                "format": FORMAT,
                "document": self.document.value,
                "key": self.key,
                "record": asdict(self.record),
                "register": None if self.mark is None else _mark_to_plain(self.mark),
                "sort": self.sort.value,
                "standing": self.standing.to_plain(),
                "keeping": self.keeping.to_plain(),
            }
        )

    @classmethod
    def of_json(cls, data: bytes, *, place: str) -> Filing:
        """Read what `to_json` wrote; fields that a later edition adds are passed over."""
        try:
            plain = json.loads(data)
            known = {name: plain["record"].get(name) for name in Record.__slots__}
            mark, standing, keeping = plain["register"], plain.get("standing"), plain.get("keeping")
            return cls(
                document=DocumentId(plain["document"]),
                key=plain["key"],
                record=Record(**known),
                mark=None if mark is None else _mark_of_plain(mark),
                sort=Sort(plain.get("sort", Sort.FILES)),
                standing=IN_FORCE if standing is None else Standing.of_plain(standing),
                keeping=AS_GIVEN if keeping is None else Keeping.of_plain(keeping),
            )
        except (BadValue, KeyError, TypeError, ValueError, AttributeError) as error:
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
