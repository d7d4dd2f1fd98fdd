"""An old file, as a kind reads it into data: what came of it, and what was noticed where."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol

if TYPE_CHECKING:
    from pydantic import BaseModel

    from doc_templates.findings import Finding

MAX_BYTES: Final = 10 * 2**20
"""A document of an office has some hundred kilobytes; ten megabytes are pictures or a mistake."""


@dataclass(frozen=True, slots=True)
class Noticed:
    """One finding on the way from the old file to the data."""

    finding: Finding
    """Its ``where`` is a place in the data; empty for what found no place there."""
    source: str
    """Its place in the old file, such as ``baris 14, sel 2``; empty for the whole file."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a kind made of an old file."""

    model: BaseModel
    """The data, with name and digest of the old file."""
    noticed: tuple[Noticed, ...]
    """Every inference, and every word without a place, in the order of the reading."""


class Reader(Protocol):
    """Reads an old file into data."""

    def __call__(self, name: str, content: bytes, *, profile: str | None = None) -> Reading:
        """Read it.

        Args:
            name: of the file, without folders.
            content: its bytes.
            profile: the form that a person wants; chosen by the file itself when None.

        Raises:
            OldFileError: the file cannot be read; the sentence says why.
            ProfileUnknown: there is no such form.
        """
        ...
