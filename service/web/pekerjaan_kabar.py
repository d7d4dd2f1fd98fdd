"""How far a job is, in plain sentences: what is done, what is being done, how long it takes."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from archive.errors import ArchiveError
from service.door.seeing import document_seen
from workers.job_figures import queue_of
from workers.jobs import JobState, Recipe

if TYPE_CHECKING:
    from service.door.caller import Caller
    from workers.jobs import Job

_DEEDS: Final = {
    "fill": ("Mengisi formulir dengan data", "Formulir diisi"),
    "convert": ("Mengonversi menjadi PDF", "PDF dibuat"),
    "stamp": ("Menstempel nomor, kode, dan QR", "Distempel"),
    "gate": ("Memeriksa hasilnya", "Hasilnya diperiksa"),
    "file": ("Mengarsipkan", "Diarsipkan"),
}
"""Stage → while it lasts, and when it is done."""
_FILES: Final = {"document.pdf": "PDF siap tanda tangan", "document.docx": "DOCX"}
_MINUTE: Final = 60
_SOON: Final = 1.5


@dataclass(frozen=True, slots=True)
class Step:
    """One step on the way."""

    label: str
    state: str
    """``done``, ``now`` or ``next``."""


@dataclass(frozen=True, slots=True)
class File:
    """A file that can be taken along."""

    label: str
    href: str
    size: int


def steps_of(job: Job) -> list[Step]:
    """From waiting to the archive; those of a KONSEP end before it."""
    names = [each for each in _DEEDS if each != "file" or job.recipe is Recipe.ISSUE]
    done = names.index(job.stage) + 1 if job.stage in names else 0
    if job.state in {JobState.FILED, JobState.PRINTED}:
        done = len(names)
    at_work = job.state is JobState.MAKING
    steps = [Step("Menunggu giliran", "now" if job.state is JobState.ASKED else "done")]
    for at, name in enumerate(names):
        doing, finished = _DEEDS[name]
        now = at == done and at_work
        steps.append(
            Step(
                finished if at < done else doing, "done" if at < done else "now" if now else "next"
            )
        )
    return steps


def sentence_of(job: Job, caller: Caller) -> str:
    """What happens to it now and how long such a document usually takes; empty once it ended."""
    if job.state.finished:
        return ""
    queue = queue_of(caller.house.database, job)
    told = ["Sedang dikerjakan."]
    if job.state is JobState.ASKED:
        ahead = (
            f"{queue.ahead} permintaan lain di depannya" if queue.ahead else "giliran berikutnya"
        )
        told = [f"Menunggu pekerja: {ahead}."]
    if queue.usual_seconds is not None:
        told.append(f"Pengerjaan dokumen sejenis biasanya {_spell(queue.usual_seconds)}.")
    return " ".join(told)


def files_of(job: Job, caller: Caller) -> list[File]:
    """What can be downloaded of a filed job, for whoever may know of its document."""
    if job.state is not JobState.FILED or not job.document:
        return []
    with suppress(ArchiveError):
        document = document_seen(job.document, caller)
        version = next(each for each in document.versions if each.number.value == job.version)
        above = f"/dokumen/{job.document}/versi/{job.version}/berkas"
        kept = {each.name: each.size for each in version.files}
        return [
            File(label, f"{above}/{name}", kept[name])
            for name, label in _FILES.items()
            if name in kept
        ]
    return []


def _spell(seconds: float) -> str:
    if seconds < _SOON:
        return "sekitar satu detik"
    if seconds < _MINUTE:
        return f"sekitar {round(seconds)} detik"
    return f"sekitar {round(seconds / _MINUTE)} menit"
