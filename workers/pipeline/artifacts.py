"""The artifacts of the pipeline: each stage takes one and gives the next.

Draft → FilledDocx → PlainPdf → StampedPdf → CheckedPdf. The types fit only in that order.
Each lies as a file in the job's own folder and knows its digest, so that a retry can resume.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from doc_templates.kind import Description, Kind
    from workers.office_form import FormContent


def digest_of(path: Path) -> str:
    """SHA-256 of a file, lower-case hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@dataclass(frozen=True, slots=True)
class Draft:
    """A document about to be made: its data, and what this print adds to them."""

    kind: Kind
    data: Any
    """Instance of the kind's model."""
    description: Description
    number: str | None
    """Official number to print; None on a KONSEP without number."""
    code: str | None
    """Verification code printed beside the QR; None on a KONSEP."""
    verify_url: str | None
    """Address that the QR holds; None on a KONSEP."""
    form: FormContent | None = None
    """The office's own form; None for the kind's."""

    @property
    def konsep(self) -> bool:
        """True for a draft print: marked, not numbered, not filed."""
        return self.code is None


@dataclass(frozen=True, slots=True)
class FilledDocx:
    """The form filled with the data."""

    path: Path
    digest: str
    """SHA-256."""
    draft: Draft


@dataclass(frozen=True, slots=True)
class PlainPdf:
    """The form laid out as PDF/A-2b and PDF/UA-1, not yet stamped."""

    path: Path
    digest: str
    made_from: FilledDocx
    engine: Mapping[str, str]
    """What made it: program, version, fonts fingerprint, options (for provenance)."""


@dataclass(frozen=True, slots=True)
class SignatureBox:
    """Where an empty signature field lies; kept beside the PDF for signing programs."""

    role: str
    label: str
    page: int
    """Counted from 1."""
    box: tuple[float, float, float, float]
    """Left, bottom, right, top in points from the page's lower left corner."""


@dataclass(frozen=True, slots=True)
class StampedPdf:
    """Numbered, coded, with its signature fields; the bytes that will be kept."""

    path: Path
    digest: str
    made_from: PlainPdf
    pages: int
    signatures: tuple[SignatureBox, ...]


@dataclass(frozen=True, slots=True)
class CheckedPdf:
    """A stamped PDF that passed the output gate."""

    stamped: StampedPdf
    fonts: Mapping[str, str]
    """Font asked for in the form → font embedded in the PDF."""
    notes: tuple[str, ...] = field(default=())
    """Indonesian sentences on what was noticed and does not forbid filing."""
