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
class StandingChanged:
    """A document was withdrawn, superseded or reinstated; a version tells it."""

    word: ClassVar[str] = "standing change"
    version: int
    message: str

    @property
    def sentence(self) -> str:
        """What happened."""
        return f"Versi v{self.version} disimpan: {self.message}"


@dataclass(frozen=True, slots=True)
class KeepingChanged:
    """Code, access or retention of a document was laid down; a version tells it."""

    word: ClassVar[str] = "keeping change"
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
class RegisterDownloaded:
    """A register book was handed out as a table."""

    word: ClassVar[str] = "dissemination"
    book: str
    year: int
    form: str
    """``csv`` or ``xlsx``."""

    @property
    def sentence(self) -> str:
        """What happened."""
        return f"Buku nomor {self.book} tahun {self.year} diunduh ({self.form})."


@dataclass(frozen=True, slots=True)
class IndexRebuilt:
    """The index was dropped and filled again from the storage."""

    word: ClassVar[str] = "recovery"
    documents: int

    @property
    def sentence(self) -> str:
        """What happened."""
        return f"Indeks dibangun ulang dari ruang simpan: {self.documents} dokumen."


@dataclass(frozen=True, slots=True)
class Downloaded:
    """A file was handed out."""

    word: ClassVar[str] = "dissemination"
    version: int
    file: str

    @property
    def sentence(self) -> str:
        """What happened."""
        return f"Berkas {self.file} versi v{self.version} diunduh."


@dataclass(frozen=True, slots=True)
class Examined:
    """Every byte of a document was compared with what was filed."""

    word: ClassVar[str] = "fixity check"
    problems: int

    @property
    def sentence(self) -> str:
        """What happened."""
        found = f"ditemukan {self.problems} masalah" if self.problems else "utuh"
        return f"Keutuhan dokumen diuji: {found}."


@dataclass(frozen=True, slots=True)
class CopyRefused:
    """A file that came back was not the document that was issued."""

    word: ClassVar[str] = "validation"
    digest: str
    reason: str

    @property
    def sentence(self) -> str:
        """What happened."""
        return f"Salinan dengan sidik {self.digest[:16]}… ditolak: {self.reason}"


@dataclass(frozen=True, slots=True)
class SignaturesExamined:
    """A signed copy was judged before it was filed."""

    word: ClassVar[str] = "digital signature validation"
    result: str

    @property
    def sentence(self) -> str:
        """What happened."""
        return f"Tanda tangan elektronik diperiksa: {self.result}"


@dataclass(frozen=True, slots=True)
class JobCancelled:
    """A request was taken back before it was made."""

    word: ClassVar[str] = "cancellation"
    job: str

    @property
    def sentence(self) -> str:
        """What happened."""
        return f"Permintaan {self.job} dibatalkan sebelum dibuat."


@dataclass(frozen=True, slots=True)
class JobAskedAgain:
    """A rejected request was asked again."""

    word: ClassVar[str] = "request"
    job: str

    @property
    def sentence(self) -> str:
        """What happened."""
        return f"Permintaan {self.job} yang ditolak diminta lagi."


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Someone signed in."""

    word: ClassVar[str] = "sign-in"
    through: str = ""
    """Name of the identity provider; empty for a password."""

    @property
    def sentence(self) -> str:
        """What happened."""
        return f"Masuk melalui {self.through}." if self.through else "Masuk."


@dataclass(frozen=True, slots=True)
class SignInFailed:
    """Someone tried to sign in and was refused."""

    word: ClassVar[str] = "sign-in refusal"
    through: str = ""
    """Name of the identity provider; empty for a password."""

    @property
    def sentence(self) -> str:
        """What happened."""
        way = f" melalui {self.through}" if self.through else ""
        return f"Percobaan masuk{way} ditolak."


@dataclass(frozen=True, slots=True)
class SignedOut:
    """Someone signed out."""

    word: ClassVar[str] = "sign-out"

    @property
    def sentence(self) -> str:
        """What happened."""
        return "Keluar."


@dataclass(frozen=True, slots=True)
class PersonChanged:
    """An account was made, or something about it changed."""

    word: ClassVar[str] = "account change"
    person: str
    """Name and login."""
    change: str
    """What is so now, such as ``ditambahkan`` or ``kata sandi diganti``."""

    @property
    def sentence(self) -> str:
        """What happened."""
        return f"Pengguna {self.person}: {self.change}."


@dataclass(frozen=True, slots=True)
class HookChanged:
    """An address that is told of events was entered or removed."""

    word: ClassVar[str] = "webhook change"
    url: str
    change: str

    @property
    def sentence(self) -> str:
        """What happened."""
        return f"Webhook {self.url}: {self.change}."


@dataclass(frozen=True, slots=True)
class BackedUp:
    """Everything was written into one file."""

    word: ClassVar[str] = "replication"
    file: str
    documents: int
    digest: str

    @property
    def sentence(self) -> str:
        """What happened."""
        return f"Cadangan {self.file} dibuat: {self.documents} dokumen, sidik {self.digest[:16]}…."


@dataclass(frozen=True, slots=True)
class Restored:
    """Everything came back from a backup."""

    word: ClassVar[str] = "recovery"
    file: str
    digest: str

    @property
    def sentence(self) -> str:
        """What happened."""
        return f"Dipulihkan dari cadangan {self.file}, sidik {self.digest[:16]}…."


EVERY: tuple[type[Happening], ...] = (
    BackedUp,
    CopyRefused,
    Downloaded,
    Examined,
    HookChanged,
    IndexRebuilt,
    JobAskedAgain,
    JobCancelled,
    KeepingChanged,
    NumberAdopted,
    NumberGiven,
    NumberVoided,
    PersonChanged,
    RegisterDownloaded,
    Restored,
    SignInFailed,
    SignaturesExamined,
    SignedIn,
    SignedOut,
    StandingChanged,
    VersionFiled,
)
"""All that the trail can hold."""
