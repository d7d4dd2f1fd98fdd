"""What can happen to a draft, for the trail."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class DraftSaved:
    """A draft was begun or changed."""

    word: ClassVar[str] = "modification"
    draft: str
    revision: int

    @property
    def sentence(self) -> str:
        """What happened."""
        return f"Naskah {self.draft} disimpan sebagai revisi {self.revision}."


@dataclass(frozen=True, slots=True)
class DraftCopied:
    """A draft was begun with the data of an issued document."""

    word: ClassVar[str] = "replication"
    draft: str
    document: str

    @property
    def sentence(self) -> str:
        """What happened."""
        return f"Naskah {self.draft} dimulai dari salinan data dokumen {self.document}."


@dataclass(frozen=True, slots=True)
class DraftSent:
    """A draft was laid before those who judge it."""

    word: ClassVar[str] = "submission"
    draft: str
    round: int

    @property
    def sentence(self) -> str:
        """What happened."""
        return f"Naskah {self.draft} diajukan untuk pemeriksaan putaran {self.round}."


@dataclass(frozen=True, slots=True)
class DraftWithdrawn:
    """A draft was taken back by those who wrote it."""

    word: ClassVar[str] = "withdrawal"
    draft: str
    was: str
    """Its state before."""

    @property
    def sentence(self) -> str:
        """What happened."""
        return f"Naskah {self.draft} yang {self.was} ditarik kembali menjadi konsep."


@dataclass(frozen=True, slots=True)
class DraftReturned:
    """A draft was returned for correction."""

    word: ClassVar[str] = "return"
    draft: str
    round: int
    reason: str
    marks: int

    @property
    def sentence(self) -> str:
        """What happened."""
        reason = f": {self.reason}" if self.reason else ""
        return (
            f"Naskah {self.draft} dikembalikan pada putaran {self.round} "
            f"dengan {self.marks} koreksi{reason}"
        )


@dataclass(frozen=True, slots=True)
class DraftApproved:
    """A draft was approved."""

    word: ClassVar[str] = "approval"
    draft: str
    round: int

    @property
    def sentence(self) -> str:
        """What happened."""
        return f"Naskah {self.draft} disetujui pada putaran {self.round}."


@dataclass(frozen=True, slots=True)
class DraftPassed:
    """A draft went on unjudged, for its office had nobody who may judge."""

    word: ClassVar[str] = "approval"
    draft: str
    round: int

    @property
    def sentence(self) -> str:
        """What happened."""
        return (
            f"Naskah {self.draft} diloloskan pada putaran {self.round} tanpa diperiksa, "
            "karena kantornya tidak mempunyai pemeriksa."
        )


@dataclass(frozen=True, slots=True)
class DraftDiscarded:
    """A draft was put aside; it is kept."""

    word: ClassVar[str] = "deaccession"
    draft: str
    was: str
    """Its state before."""

    @property
    def sentence(self) -> str:
        """What happened."""
        return f"Naskah {self.draft} yang {self.was} dibuang; isinya tetap disimpan."


@dataclass(frozen=True, slots=True)
class DraftRestored:
    """A draft that had been put aside was brought back."""

    word: ClassVar[str] = "recovery"
    draft: str

    @property
    def sentence(self) -> str:
        """What happened."""
        return f"Naskah {self.draft} dipulihkan menjadi konsep."


@dataclass(frozen=True, slots=True)
class FormTaken:
    """What a returned Excel form says was taken into the data set of a draft."""

    word: ClassVar[str] = "modification"
    draft: str
    unit: str
    quarter: int
    changes: int
    sha256: str

    @property
    def sentence(self) -> str:
        """What happened."""
        return (
            f"{self.changes} isian formulir {self.unit} triwulan {self.quarter} diterima ke dalam "
            f"naskah {self.draft}; SHA-256 {self.sha256}."
        )


@dataclass(frozen=True, slots=True)
class DraftIssued:
    """A document was asked for from an approved draft."""

    word: ClassVar[str] = "request"
    draft: str
    rounds: int
    approved_by: str
    """Empty where it went unjudged."""

    @property
    def sentence(self) -> str:
        """What happened."""
        judged = f"disetujui {self.approved_by}" if self.approved_by else "diloloskan"
        return f"Penerbitan diminta dari naskah {self.draft}, {judged} pada putaran {self.rounds}."
