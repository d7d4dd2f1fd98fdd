"""What can happen in the archive: one frozen class each, with a PREMIS word and a sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Protocol


class Happening(Protocol):
    """Anything that the trail can hold."""

    word: ClassVar[str]
    """Event type; the word of the PREMIS 3 vocabulary where it has one."""

    @property
    def sentence(self) -> str:
        """What happened, one sentence in Indonesian."""
        ...


@dataclass(frozen=True, slots=True)
class VersionFiled:
    """A version of a document was written to the storage."""

    word: ClassVar[str] = "ingestion"
    version: int
    message: str

    @property
    def sentence(self) -> str:
        """What happened."""
        return f"Versi v{self.version} disimpan: {self.message}"


@dataclass(frozen=True, slots=True)
class NumberGiven:
    """The register gave the next number of a book."""

    word: ClassVar[str] = "number assignment"
    number: str
    book: str

    @property
    def sentence(self) -> str:
        """What happened."""
        return f"Nomor {self.number} diberikan dari buku {self.book}."


@dataclass(frozen=True, slots=True)
class NumberAdopted:
    """A number that the document already bore was entered in the register."""

    word: ClassVar[str] = "number adoption"
    number: str
    book: str

    @property
    def sentence(self) -> str:
        """What happened."""
        return f"Nomor {self.number} yang sudah tertera dicatat dalam buku {self.book}."


@dataclass(frozen=True, slots=True)
class NumberVoided:
    """A number was voided; it stays in the book."""

    word: ClassVar[str] = "number voiding"
    number: str
    book: str
    reason: str

    @property
    def sentence(self) -> str:
        """What happened."""
        return f"Nomor {self.number} dalam buku {self.book} dibatalkan: {self.reason}"


@dataclass(frozen=True, slots=True)
class IndexRebuilt:
    """The index was dropped and filled again from the storage."""

    word: ClassVar[str] = "recovery"
    documents: int

    @property
    def sentence(self) -> str:
        """What happened."""
        return f"Indeks dibangun ulang dari ruang simpan: {self.documents} dokumen."


EVERY: tuple[type[Happening], ...] = (
    IndexRebuilt,
    NumberAdopted,
    NumberGiven,
    NumberVoided,
    VersionFiled,
)
"""All that the trail can hold."""
