"""``lontar demo``: every sample through the real pipeline, and where each result lies."""

# ruff: noqa: PLC0415 - what a command needs is loaded when it runs, so --help answers at once

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from service.cli.arguments import command, json_option, within_option
from service.cli.demo_people import tell_pages
from service.cli.make import ensure_made, place_konsep
from service.cli.output import as_json, hint, say, table
from service.cli.waiting_bar import wait_with_bar

if TYPE_CHECKING:
    from pathlib import Path

    from doc_templates.kind import Kind
    from service.actions.handing_over import Asked
    from service.app import House
    from workers.jobs import Job

AS_IS: Final = "-apa-adanya"
"""Ends the name of a sample that repeats its source, faults included: printed, never issued."""


@dataclass(frozen=True, slots=True)
class Sample:
    """One sample, and the job that makes it."""

    kind: Kind
    name: str
    job: Job

    @property
    def stem(self) -> str:
        """Name of its readable copy."""
        return f"{self.kind.name}-{self.name}"


@dataclass(frozen=True, slots=True)
class Made:
    """Where the result of a sample lies."""

    sample: Sample
    seconds: float
    """Work spent on it, all stages and attempts."""
    copy: Path
    """The readable copy."""
    kept: Path | None
    """In the archive; None for a KONSEP."""


@command("demo", "lontar demo")
@within_option
@json_option
def demo(*, within: float, json: bool) -> None:
    """Terbitkan semua contoh, cetak KONSEP-nya, dan siapkan pengguna contoh; aman diulang."""
    from service.app import open_house

    house = open_house()
    samples = [
        sample
        for kind in house.kinds.values()
        for name in kind.samples()
        if (sample := _ask(kind, name, house=house)) is not None
    ]
    ids = [each.job.id for each in samples]
    jobs = wait_with_bar(ids, house=house, within=within, quiet=json)
    made = [
        _place(Sample(each.kind, each.name, jobs[each.job.id]), house=house) for each in samples
    ]
    if json:
        as_json([_json(each) for each in made])
        return
    _show(made, house=house)
    tell_pages({each.job.office for each in samples if each.job.office}, house=house)


def _ask(kind: Kind, name: str, *, house: House) -> Sample | None:
    from service.errors import IssueBlocked, KeyReused
    from service.reading import read_data

    data = read_data(str(kind.samples()[name]), kind=kind)
    try:
        job = _asked(data, kind=kind, name=name, house=house).job
    except KeyReused as error:
        # A later release may change a sample; what was issued stays issued.
        hint(f"{kind.name}/{name} berubah sejak diterbitkan; terbitan yang lama dipertahankan.")
        job = house.jobs.get(error.job)
    except IssueBlocked as error:
        hint(f"{kind.name}/{name} dilewati. {error}")
        return None
    return Sample(kind, name, job)


def _asked(data: Any, *, kind: Kind, name: str, house: House) -> Asked:  # noqa: ANN401 - DataFile
    from service.actions.print_konsep import print_konsep
    from service.actions.request_document import request_document
    from service.actions.retry_job import retry_job

    key = f"demo/{kind.name}/{name}"
    if name.endswith(AS_IS):
        # A print is made anew when its form changed or its working folder was swept away.
        asked = print_konsep(data, kind=kind, key=f"{key}/{kind.digest[:16]}", house=house)
        printed = house.settings.work / asked.job.id / "document.pdf"
        if asked.job.state.value == "printed" and not printed.exists():
            asked = print_konsep(data, kind=kind, key=None, house=house)
    else:
        asked = request_document(data, kind=kind, key=key, house=house)
    if asked.job.state.value == "rejected":
        asked = retry_job(asked.job.id, house=house)
    return asked


def _place(sample: Sample, *, house: House) -> Made:
    ensure_made(sample.job)
    seconds = sum(
        float(each.get("seconds", 0)) for each in house.jobs.checkpoints(sample.job.id).values()
    )
    if sample.job.document is None:
        folder = house.settings.home / "konsep"
        paths = place_konsep(sample.job, folder=folder, stem=sample.name, house=house)
        return Made(sample, seconds, copy=paths[-1], kept=None)
    copy = house.settings.home / "demo" / f"{sample.stem}.pdf"
    return Made(sample, seconds, copy=copy, kept=_take_out(sample.job, copy, house=house))


def _take_out(job: Job, copy: Path, *, house: House) -> Path:
    """Write the readable copy, and give the place of the original in the archive."""
    from archive.records import VersionNumber
    from service.actions.open_document import MAIN_FILE, open_document, take_out

    document = open_document(job.document or "", house=house)
    take_out(document, version=job.version, file=MAIN_FILE, to=copy, overwrite=True, house=house)
    version = document.head.number if job.version is None else VersionNumber(job.version)
    return house.archive.place_of(document.document, version=version, name=MAIN_FILE)


def _show(made: list[Made], *, house: House) -> None:
    home = house.settings.home
    table(
        ("JENIS", "CONTOH", "NOMOR", "VERSI", "HALAMAN", "DETIK", "SALINAN"),
        [
            (
                each.sample.kind.name,
                each.sample.name,
                each.sample.job.number or "KONSEP",
                f"v{each.sample.job.version}" if each.sample.job.version else None,
                each.sample.job.pages,
                f"{each.seconds:.2f}",
                each.copy.relative_to(home),
            )
            for each in made
        ],
    )
    say("Aslinya dalam arsip:")
    for each in made:
        if each.kept:
            say(f"  {each.sample.job.document}  {each.kept.relative_to(home)}")
    say(f"Semuanya berada di {home.absolute()}")


def _json(made: Made) -> dict[str, Any]:
    job = made.sample.job
    return {
        "kind": made.sample.kind.name,
        "sample": made.sample.name,
        "id": job.document,
        "number": job.number,
        "version": job.version,
        "pages": job.pages,
        "seconds": round(made.seconds, 3),
        "copy": str(made.copy),
        "kept": str(made.kept) if made.kept else None,
    }
