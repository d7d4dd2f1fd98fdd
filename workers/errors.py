"""What can go wrong while a document is made.

PipelineError
├── Transient            try again: nothing is wrong with the document
│   ├── EngineDied       the layout program crashed
│   ├── EngineTimedOut   it was killed at its time limit
│   ├── EngineMissing    it could not be started
│   ├── StorageFull      no room on the disk
│   └── BrokerUnavailable  the message could not be handed over; the sweeper will
└── Rejected             never try again: the document itself must change
    ├── TemplateBroken       the form cannot be compiled
    ├── TemplateUnsafe       the form reaches outside itself
    ├── FieldUnknown         the form asks for what the data do not have
    ├── NotADocx             the bytes are no DOCX
    ├── LayoutRefused        the layout program will not open it
    ├── OutputRefused        the output gate found a fault
    └── SignatureMarkMissing the form lost the mark of a signatory
"""

from __future__ import annotations


class PipelineError(Exception):
    """Base of all errors of this package; never raised itself."""


class Transient(PipelineError):
    """Nothing is wrong with the document: the job is tried again."""


class Rejected(PipelineError):
    """The document can never be made like this: the job ends, its number is kept."""


class EngineDied(Transient):
    """The layout program ended in the middle of its work."""

    def __init__(self, status: int | None) -> None:
        super().__init__(f"Mesin tata letak berhenti di tengah pekerjaan (status {status}).")
        self.status = status


class EngineTimedOut(Transient):
    """The layout program was killed because it worked too long."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"Mesin tata letak dihentikan karena melampaui {seconds:g} detik.")
        self.seconds = seconds


class EngineMissing(Transient):
    """The layout program could not be started."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"Mesin tata letak tidak dapat dijalankan: {reason}.")
        self.reason = reason


class StorageFull(Transient):
    """There is no room left on the disk."""

    def __init__(self, place: str) -> None:
        super().__init__(f"Ruang penyimpanan habis di {place}.")
        self.place = place


class BrokerUnavailable(Transient):
    """The message could not be handed over; the ledger holds the job, the sweeper will wake it."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"Antrean tidak dapat dihubungi: {reason}.")
        self.reason = reason


class TemplateBroken(Rejected):
    """The form cannot be compiled."""

    def __init__(self, part: str, place: str, reason: str) -> None:
        super().__init__(f"Templat rusak pada {part}, {place}: {reason}.")
        self.part, self.place, self.reason = part, place, reason


class TemplateUnsafe(Rejected):
    """The form refers to something outside itself or carries active content."""

    def __init__(self, part: str, reason: str) -> None:
        super().__init__(f"Templat ditolak karena {reason} ({part}).")
        self.part, self.reason = part, reason


class FieldUnknown(Rejected):
    """The form asks for a field that the data do not have."""

    def __init__(self, part: str, place: str, reason: str) -> None:
        super().__init__(f"Templat meminta isian yang tidak ada pada {part}, {place}: {reason}.")
        self.part, self.place, self.reason = part, place, reason


class NotADocx(Rejected):
    """The bytes are no DOCX package."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"{name} bukan berkas DOCX: {reason}.")
        self.name, self.reason = name, reason


class LayoutRefused(Rejected):
    """The layout program refuses to open or save the document."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"Mesin tata letak menolak dokumen: {reason}.")
        self.reason = reason


class OutputRefused(Rejected):
    """The output gate found a fault in the finished PDF."""

    def __init__(self, faults: tuple[str, ...]) -> None:
        super().__init__("Hasil tidak lolos pemeriksaan: " + "; ".join(faults) + ".")
        self.faults = faults


class SignatureMarkMissing(Rejected):
    """The laid-out page lacks the mark of someone who must sign."""

    def __init__(self, role: str) -> None:
        super().__init__(f"Tempat tanda tangan untuk “{role}” tidak ditemukan pada halaman.")
        self.role = role
