"""``lontar make``: a KONSEP print, to read and correct before anything is issued."""

# ruff: noqa: PLC0415 - what a command needs is loaded when it runs, so --help answers at once

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from service.cli.arguments import command, json_option, kind_argument, within_option
from service.cli.output import as_json, finding_json, say, show_findings
from service.cli.waiting_bar import wait_with_bar

if TYPE_CHECKING:
    from service.app import House
    from workers.jobs import Job


@command("make", "lontar make perjanjian_kinerja pk.yaml --to cetakan/")
@kind_argument
@click.argument("data", metavar="DATA")
@click.option("--to", "folder", metavar="FOLDER", required=True, help="Folder untuk hasilnya.")
@within_option
@json_option
def make(*, kind_name: str, data: str, folder: str, within: float, json: bool) -> None:
    """Cetak KONSEP (DOCX dan PDF): tanpa nomor, tidak diarsipkan.

    Hasilnya bernama JENIS-DATA-KONSEP.docx dan .pdf; cetakan KONSEP lama yang bernama sama
    diganti, berkas lain tidak pernah disentuh.
    """
    from doc_templates.registry import kind
    from service.actions.print_konsep import print_konsep
    from service.app import open_house
    from service.placing import ensure_folder
    from service.reading import read_data

    target = Path(folder)
    ensure_folder(target)
    wanted = kind(kind_name)
    read = read_data(data, kind=wanted)
    house = open_house()
    asked = print_konsep(read, kind=wanted, house=house)
    job = wait_with_bar([asked.job.id], house=house, within=within, quiet=json)[asked.job.id]
    made = place_konsep(job, folder=target, stem=stem_of(read.name), house=house)
    if json:
        findings = [finding_json(each) for each in asked.findings]
        as_json(
            {
                "job": job.id,
                "pages": job.pages,
                "files": [str(each) for each in made],
                "findings": findings,
                "notes": list(job.notes),
            }
        )
        return
    show_findings(asked.findings)
    for note in job.notes:
        say(note)
    for path in made:
        say(str(path))


def place_konsep(job: Job, *, folder: Path, stem: str, house: House) -> list[Path]:
    """Copy what a KONSEP job made to a folder, and give the paths."""
    from service.placing import copy

    ensure_made(job)
    made = []
    for suffix in ("docx", "pdf"):
        target = folder / f"{job.kind}-{stem}-KONSEP.{suffix}"
        source = house.settings.work / job.id / f"document.{suffix}"
        # The name says KONSEP: what it replaces is an earlier print of the same data file.
        copy(source, target, overwrite=True)
        made.append(target)
    return made


def stem_of(name: str) -> str:
    """Name of a data file without folder and ending, fit for another file's name."""
    return Path(name).stem.replace(" ", "-")


def ensure_made(job: Job) -> None:
    """Refuse a job that the workers gave up."""
    if job.state.value == "rejected":
        from service.errors import JobRefused

        raise JobRefused(job.id, slug_of(job.error_code), job.error or "")


def slug_of(error_code: str | None) -> str:
    """The slug of an error class that the ledger names."""
    from service.outcomes import OUTCOMES

    for each, outcome in OUTCOMES.items():
        if each.__name__ == error_code:
            return outcome.slug
    return "job-refused"
