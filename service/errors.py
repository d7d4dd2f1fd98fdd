"""What can go wrong while something is asked for.

ServiceError
├── DataError                the data file cannot be taken as it is
│   ├── DataMissing          there is no such file
│   ├── DataUnreadable       it is a folder, or may not be read
│   ├── DataTooLarge         more bytes than any document needs
│   ├── DataNotText          bytes that are no UTF-8
│   ├── DataSyntax           neither JSON nor YAML there
│   ├── DataSetUnusable      the data set that the file names cannot be read in
│   ├── NumberTooLarge       a number that other programs would round
│   └── DataInvalid          well formed, but not what the kind asks for
├── KindUnsaid               a file of a run does not tell which kind it is
├── SampleUnknown            the kind has no sample of that name
├── IssueBlocked             findings forbid issuing
├── KeyReused                the idempotency key already names other data
├── Unmade                   a job that was waited for gave no document
│   ├── JobRefused           the workers gave it up
│   ├── NotTakenInTime       no worker finished it within the time
│   └── WorkerFailed         the worker that was started ended before it was done
├── TargetExists             a file is in the way and --force was not given
├── TargetUnusable           the result cannot be written there
├── StoreDamaged             fixity or proof does not hold
├── ProposalsAbsent          the kind has no proposals to accept
├── ProposalUnknown          no proposal has such a code
├── SettingsWrong            LONTAR_… in the environment cannot be used
└── SchemaTooNew             the database was upgraded by a later release
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from doc_templates.findings import Finding


class ServiceError(Exception):
    """Base of all errors of this package; never raised itself."""


class DataError(ServiceError):
    """The data file cannot be taken as it is."""


class DataMissing(DataError):
    """There is no such file."""

    def __init__(self, name: str) -> None:
        super().__init__(f"Berkas data “{name}” tidak ditemukan.")
        self.name = name


class DataUnreadable(DataError):
    """The file is a folder, or the system does not let us read it."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"Berkas data “{name}” tidak dapat dibaca: {reason}.")
        self.name, self.reason = name, reason


class DataTooLarge(DataError):
    """More bytes than any document needs."""

    def __init__(self, name: str, limit: int) -> None:
        super().__init__(f"Berkas data “{name}” melebihi batas {limit // 2**20} MB.")
        self.name, self.limit = name, limit


class DataNotText(DataError):
    """The bytes are no UTF-8 text."""

    def __init__(self, name: str, reason: str, line: int, column: int) -> None:
        super().__init__(f"Berkas data “{name}”, baris {line} kolom {column}: {reason}.")
        self.name, self.reason, self.line, self.column = name, reason, line, column


class DataSyntax(DataError):
    """The text is not well-formed JSON or YAML."""

    def __init__(self, name: str, notation: str, reason: str, line: int, column: int) -> None:
        super().__init__(
            f"Berkas data “{name}” bukan {notation} yang benar, "
            f"baris {line} kolom {column}: {reason}."
        )
        self.name, self.notation, self.reason = name, notation, reason
        self.line, self.column = line, column


class DataSetUnusable(DataError):
    """What stands in the place of a data set names no file that can be read in."""

    def __init__(self, name: str, reason: str, line: int | None) -> None:
        place = f", baris {line}" if line else ""
        super().__init__(f"Berkas data “{name}”{place}: {reason}.")
        self.name, self.reason, self.line = name, reason, line


class NumberTooLarge(DataError):
    """A number beyond 2⁵³, which other programs would round (RFC 8785 §3.2.2.3)."""

    def __init__(self) -> None:
        super().__init__("Data memuat bilangan yang lebih besar dari 9007199254740991.")


@dataclass(frozen=True, slots=True)
class Problem:
    """One place where the data are not what the kind asks for."""

    where: str
    """Path as findings write it, ``kegiatan[3].waktu``; empty for the whole document."""
    sentence: str
    """What is wrong and what to do, in Indonesian."""
    line: int | None = None
    """Line of the data file, counted from 1."""
    file: str | None = None
    """The file that was read in and holds it; None for the data file itself."""

    def __str__(self) -> str:
        place = self.where or "seluruh data"
        line = f"baris {self.line}" if self.line else None
        told = ", ".join(filter(None, (self.file, line)))
        return f"{place} ({told}): {self.sentence}" if told else f"{place}: {self.sentence}"


class DataInvalid(DataError):
    """Well formed, but not what the kind asks for; carries every problem at once."""

    def __init__(self, name: str, kind: str, problems: Sequence[Problem]) -> None:
        super().__init__(
            f"Berkas data “{name}” belum sesuai dengan jenis {kind}: "
            f"{len(problems)} isian perlu diperbaiki."
        )
        self.name, self.kind, self.problems = name, kind, tuple(problems)


class KindUnsaid(ServiceError):
    """The name of a data file does not begin with a kind."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"Nama berkas “{name}” tidak diawali jenis dokumennya; namailah seperti "
            "laporan_triwulan-tw-2.json, atau sebut JENIS sebelum berkasnya."
        )
        self.name = name


class SampleUnknown(ServiceError):
    """The kind has no sample of that name."""

    def __init__(self, kind: str, name: str, known: Sequence[str], nearest: str | None) -> None:
        hint = f" Mungkin maksud Anda “{nearest}”." if nearest else ""
        super().__init__(f"Jenis {kind} tidak mempunyai contoh “{name}”.{hint}")
        self.kind, self.name, self.known, self.nearest = kind, name, tuple(known), nearest


class IssueBlocked(ServiceError):
    """Findings of level E forbid issuing; carries all findings, the others too."""

    def __init__(self, kind: str, findings: Sequence[Finding]) -> None:
        errors = sum(1 for each in findings if each.level == "E")
        super().__init__(f"Dokumen {kind} belum dapat diterbitkan: {errors} temuan menghalangi.")
        self.kind, self.findings = kind, tuple(findings)


class KeyReused(ServiceError):
    """The idempotency key already names a request with other data."""

    def __init__(self, key: str, job: str) -> None:
        super().__init__(f"Kunci “{key}” sudah dipakai oleh permintaan {job} dengan data lain.")
        self.key, self.job = key, job


class Unmade(ServiceError):
    """A job that was waited for gave no document."""


class JobRefused(Unmade):
    """The workers gave the document up; the sentence is theirs."""

    def __init__(self, job: str, slug: str, sentence: str) -> None:
        super().__init__(f"Pekerjaan {job} ditolak. {sentence}")
        self.job, self.slug, self.sentence = job, slug, sentence


class NotTakenInTime(Unmade):
    """No worker finished the jobs within the time that the person would wait."""

    def __init__(self, jobs: Sequence[str], seconds: float, *, taken: bool) -> None:
        what = "belum selesai" if taken else "belum diambil pekerja mana pun"
        super().__init__(f"Pekerjaan {', '.join(jobs)} {what} setelah {seconds:g} detik.")
        self.jobs, self.seconds, self.taken = tuple(jobs), seconds, taken


class WorkerFailed(Unmade):
    """The worker that was started for this ended without finishing the jobs."""

    def __init__(self, jobs: Sequence[str], status: int, reason: str) -> None:
        tail = f" Pesan terakhirnya: {reason}" if reason else ""
        super().__init__(
            f"Proses pekerja berhenti (status {status}) sebelum {', '.join(jobs)} selesai.{tail}"
        )
        self.jobs, self.status, self.reason = tuple(jobs), status, reason


class TargetExists(ServiceError):
    """A file is in the way."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"Berkas {path} sudah ada dan tidak ditimpa.")
        self.path = path


class TargetUnusable(ServiceError):
    """The result cannot be written there."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"Hasil tidak dapat ditulis ke {path}: {reason}.")
        self.path, self.reason = path, reason


class StoreDamaged(ServiceError):
    """Something kept is not as it was filed."""

    def __init__(self, count: int) -> None:
        super().__init__(f"Pemeriksaan arsip menemukan {count} masalah.")
        self.count = count


class ProposalsAbsent(ServiceError):
    """The kind has no proposals, so none can be accepted."""

    def __init__(self, kind: str) -> None:
        super().__init__(f"Jenis {kind} tidak mempunyai usulan yang dapat diterima.")
        self.kind = kind


class ProposalUnknown(ServiceError):
    """No proposal for these data has such a code; carries those there are."""

    def __init__(self, unknown: Sequence[str], known: Sequence[str]) -> None:
        choices = ", ".join(known) or "tidak ada satu pun"
        super().__init__(f"Usulan {', '.join(unknown)} tidak ada; yang tersedia: {choices}.")
        self.unknown, self.known = tuple(unknown), tuple(known)


class SettingsWrong(ServiceError):
    """LONTAR_… in the environment cannot be used."""

    def __init__(self, reasons: Sequence[str]) -> None:
        super().__init__(f"Pengaturan tidak dapat dipakai: {'; '.join(reasons)}.")
        self.reasons = tuple(reasons)


class SchemaTooNew(ServiceError):
    """The database was upgraded by a later release of Lontar."""

    def __init__(self, found: str, known: str) -> None:
        super().__init__(
            f"Basis data memakai skema {found}, sedangkan Lontar ini mengenal {known}."
        )
        self.found, self.known = found, known
