"""What can go wrong while a document is made.

LimitsOutOfOrder             (a ValueError) the settings contradict each other
Overrun                      (a BaseException) the time of a limited child is nearly over

PipelineError
├── LedgerError          the job ledger refuses what was asked of it
│   ├── JobUnknown       no job has this name
│   ├── KeyTaken         this actor asked under this key before
│   ├── LeaseLost        the job was given to another worker meanwhile
│   ├── NotAskable       only a rejected job can be asked again
│   ├── NotCancellable   only a waiting job can be taken back
│   └── OwnerUnreadable  the ledger names an owner that is no process
├── Transient            try again: nothing is wrong with the document
│   ├── EngineDied       the layout program crashed
│   ├── EngineTimedOut   it was killed at its time limit
│   ├── JobTimedOut      one attempt took longer than is allowed
│   ├── EngineMissing    it could not be started
│   ├── StorageFull      no room on the disk
│   ├── FillingFailed    the child that fills an office's form failed
│   └── BrokerUnavailable  the message could not be handed over; the sweeper will
└── Rejected             never try again: the document itself must change
    ├── KindGone             no such kind is installed here
    ├── OfficeFormGone       the office's form that the job names is not there
    ├── DataRefused          the data no longer fit their kind's model
    ├── AttemptsSpent        it was tried as often as is allowed
    ├── TemplateBroken       the form cannot be compiled
    ├── TemplateUnsafe       the form reaches outside itself
    ├── ValueUnprintable     the data hold what cannot be printed as typed
    ├── FieldUnknown         the form asks for what the data do not have
    ├── NotADocx             the bytes are no DOCX
    ├── FormOverran          an office's form took more than it may
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


class LimitsOutOfOrder(ValueError):
    """Two limits of the settings stand in the wrong order."""

    def __init__(self, lower: str, less: float, upper: str, more: float) -> None:
        super().__init__(
            f"{lower} ({less:g} detik) harus lebih kecil daripada {upper} ({more:g} detik)."
        )
        self.lower, self.less, self.upper, self.more = lower, less, upper, more


class Overrun(BaseException):
    """The time of a limited child is nearly over; no ``Exception``, so that nobody eats it."""


class LedgerError(PipelineError):
    """Base of what the job ledger refuses; never raised itself."""


class JobUnknown(LedgerError):
    """No job has this name."""

    def __init__(self, job: str) -> None:
        super().__init__(f"Pekerjaan “{job}” tidak ada.")
        self.job = job


class KeyTaken(LedgerError):
    """This actor has already asked for a document under this key."""

    def __init__(self, actor: str, key: str) -> None:
        super().__init__(f"Kunci “{key}” sudah dipakai oleh {actor}; pakai kunci lain.")
        self.actor, self.key = actor, key


class LeaseLost(LedgerError):
    """The job is no longer this worker's: another one holds it, or it is finished."""

    def __init__(self, job: str, owner: str) -> None:
        super().__init__(f"Pekerjaan “{job}” tidak lagi dipegang oleh {owner}.")
        self.job, self.owner = job, owner


class NotAskable(LedgerError):
    """Only a rejected job can be asked again."""

    def __init__(self, job: str, state: str) -> None:
        super().__init__(
            f"Pekerjaan “{job}” berstatus {state}; hanya yang ditolak dapat diminta ulang."
        )
        self.job, self.state = job, state


class NotCancellable(LedgerError):
    """Only a job that waits can be taken back."""

    def __init__(self, job: str, state: str) -> None:
        super().__init__(
            f"Pekerjaan “{job}” berstatus {state}; hanya yang masih menunggu dapat dibatalkan."
        )
        self.job, self.state = job, state


class OwnerUnreadable(LedgerError):
    """The ledger names an owner that cannot be read as a process."""

    def __init__(self, text: str) -> None:
        super().__init__(f"Pemegang pekerjaan “{text}” tidak terbaca; buku pekerjaan rusak.")
        self.text = text


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


class JobTimedOut(Transient):
    """One attempt at a document took longer than is allowed."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"Percobaan dihentikan karena melampaui {seconds:g} detik.")
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


class FillingFailed(Transient):
    """The child that fills an office's form failed in a way that nobody foresaw."""

    def __init__(self, what: str) -> None:
        super().__init__(f"Pengisian templat gagal di luar dugaan ({what}).")
        self.what = what


class BrokerUnavailable(Transient):
    """The message could not be handed over; the ledger holds the job, the sweeper will wake it."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"Antrean tidak dapat dihubungi: {reason}.")
        self.reason = reason


class KindGone(Rejected):
    """The kind of the job is not installed where the worker runs."""

    def __init__(self, kind: str) -> None:
        super().__init__(f"Jenis dokumen “{kind}” tidak terpasang pada pekerja ini.")
        self.kind = kind


class OfficeFormGone(Rejected):
    """The office's form that the job names is not in the database, or not with its bytes."""

    def __init__(self, digest: str) -> None:
        super().__init__(f"Templat kantor dengan sidik {digest[:16]}… tidak ditemukan utuh.")
        self.digest = digest


class DataRefused(Rejected):
    """The data of the job do not fit the model of their kind (any more)."""

    def __init__(self, kind: str, places: tuple[str, ...]) -> None:
        super().__init__(f"Data tidak lagi sesuai dengan jenis “{kind}” pada: {', '.join(places)}.")
        self.kind, self.places = kind, places


class AttemptsSpent(Rejected):
    """The job was tried as often as is allowed; the last reason stands with it."""

    def __init__(self, attempts: int, reason: str) -> None:
        super().__init__(
            f"Sudah dicoba {attempts} kali tanpa hasil; sebab terakhir: {reason} "
            "Minta ulang setelah sebabnya diatasi."
        )
        self.attempts, self.reason = attempts, reason


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


class ValueUnprintable(Rejected):
    """A value cannot be printed exactly as it was typed, so it is not printed at all."""

    def __init__(self, where: str, reason: str) -> None:
        super().__init__(f"Isian {where} tidak dapat dicetak: {reason}; perbaiki isian itu.")
        self.where, self.reason = where, reason


class NotADocx(Rejected):
    """The bytes are no DOCX package."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"{name} bukan berkas DOCX: {reason}.")
        self.name, self.reason = name, reason


class FormOverran(Rejected):
    """A form took more time, memory or room than one filling may."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"Templat {name} dihentikan karena melampaui batas waktu, memori, atau keluaran; "
            "sederhanakan perulangan di dalamnya."
        )
        self.name = name


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
