"""What an error means to those outside: exit code, HTTP status, name for programs, remedy."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import Final


class ExitCode(IntEnum):
    """How a command ended; docs/cli.md says the same in a table."""

    OK = 0
    UNEXPECTED = 1
    """A fault of Lontar itself."""
    USAGE = 2
    """The command was typed wrongly, or a setting is wrong."""
    DATA = 3
    """The data file cannot be read or does not fit its kind."""
    BLOCKED = 4
    """Findings forbid issuing."""
    UNKNOWN = 5
    """No such document, job, kind, sample, number, version or file."""
    CONFLICT = 6
    """Number, key or state stand against it."""
    TARGET = 7
    """The result cannot be written where it was wanted."""
    REJECTED = 8
    """The document cannot be made like this."""
    LATER = 9
    """Nothing is lost; try again or wait."""
    STORAGE = 10
    """Disk or database refuse."""
    ALTERED = 11
    """Kept bytes are not as they were filed."""
    NOT_ISSUED = 12
    """verify: this is nothing that was issued here."""
    CONTINUED = 13
    """verify: begins with what was issued and goes on, as a signed copy does."""
    REFUSED = 14
    """Who asks is not known, or may not do this."""
    INTERRUPTED = 130
    """Stopped by Ctrl-C."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an error means to those outside."""

    exit_code: ExitCode
    status: int
    """HTTP status."""
    slug: str
    """Stable name for programs."""
    remedy: str = ""
    """One Indonesian sentence on what to do; empty where the error's own sentence says it."""
    outside: str | None = None
    """The same for pages and programs, where the remedy is a command; None where it is none."""

    @property
    def remedy_outside(self) -> str:
        """What those are told who have no command line."""
        return self.remedy if self.outside is None else self.outside


FIX: Final = "Perbaiki berkas data itu, lalu ulangi."
REPORT: Final = "Ini kesalahan Lontar; laporkan kepada pengelola dengan keluaran --trace."
RETRY: Final = "Ulangi sebentar lagi; tidak ada yang hilang."
FORM: Final = "Laporkan kepada pengelola templat; nomor dokumen tetap tersimpan."
WORK: Final = "Jalankan `lontar work`, lalu lihat hasilnya dengan `lontar job`."
WAIT: Final = "Lihat lagi pekerjaan itu sebentar lagi; tidak ada yang hilang."

UNEXPECTED: Final = Outcome(ExitCode.UNEXPECTED, 500, "unexpected", REPORT)
SYSTEM: Final = Outcome(
    ExitCode.STORAGE, 507, "system", "Periksa izin dan ruang pada LONTAR_HOME, lalu ulangi."
)


def data(slug: str, remedy: str = FIX, outside: str | None = None) -> Outcome:
    """The data cannot be used as they are."""
    return Outcome(ExitCode.DATA, 422, slug, remedy, outside)


def unknown(slug: str, remedy: str = "", outside: str | None = None) -> Outcome:
    """There is no such thing, or none that the asker may know of."""
    return Outcome(ExitCode.UNKNOWN, 404, slug, remedy, outside)


def conflict(slug: str, remedy: str = "", outside: str | None = None) -> Outcome:
    """Something stands against it now."""
    return Outcome(ExitCode.CONFLICT, 409, slug, remedy, outside)


def rejected(slug: str, remedy: str = FORM, outside: str | None = None) -> Outcome:
    """It can not be made like this."""
    return Outcome(ExitCode.REJECTED, 422, slug, remedy, outside)


def later(slug: str, remedy: str = RETRY, outside: str | None = None) -> Outcome:
    """Nothing is lost; the same question will be answered later."""
    return Outcome(ExitCode.LATER, 503, slug, remedy, outside)


def storage(slug: str, remedy: str = "") -> Outcome:
    """Disk or database refuse."""
    return Outcome(ExitCode.STORAGE, 507, slug, remedy)


def refused(slug: str, status: int, remedy: str = "") -> Outcome:
    """Who asks is not known, or may not."""
    return Outcome(ExitCode.REFUSED, status, slug, remedy)


def fault(slug: str) -> Outcome:
    """A fault of Lontar itself."""
    return Outcome(ExitCode.UNEXPECTED, 500, slug, REPORT)
