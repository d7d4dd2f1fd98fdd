"""``lontar request``: issue documents."""

# ruff: noqa: PLC0415 - what a command needs is loaded when it runs, so --help answers at once

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from service.cli.arguments import command, json_option, kind_argument, within_option
from service.cli.jobs import STATE_WORDS, job_json
from service.cli.make import ensure_made
from service.cli.output import as_json, facts, finding_json, hint, progress, show_findings, table
from service.cli.waiting_bar import wait_with_bar

if TYPE_CHECKING:
    from doc_templates.kind import Kind
    from service.actions.handing_over import Asked
    from service.app import House
    from workers.jobs import Job


@dataclass(slots=True)
class Line:
    """What became of one data file."""

    name: str
    asked: Asked | None = None
    job: Job | None = None
    error: Exception | None = None


@command(
    "request",
    "lontar request perjanjian_kinerja pk.yaml --wait",
    "lontar request sop *.json --key impor-2026 --json",
)
@kind_argument
@click.argument("data", metavar="DATA...", nargs=-1, required=True)
@click.option("--wait", is_flag=True, help="Tunggu sampai diarsipkan.")
@click.option(
    "--key",
    help="Kunci permintaan: kunci dan data yang sama menghasilkan dokumen yang sama. "
    "Untuk beberapa DATA, nama berkas ditambahkan pada kunci.",
)
@within_option
@json_option
def request(
    *, kind_name: str, data: tuple[str, ...], wait: bool, key: str | None, within: float, json: bool
) -> int:
    """Terbitkan dokumen: diberi nomor, dibuat, dan diarsipkan."""
    from doc_templates.registry import kind
    from service.app import open_house

    wanted = kind(kind_name)
    house = open_house()
    lines = _ask_all(data, kind=wanted, key=key, house=house, quiet=json)
    if len(lines) == 1 and lines[0].error:
        raise lines[0].error
    if wait:
        _wait(lines, house=house, within=within, quiet=json)
    if json:
        as_json([_json(each) for each in lines])
    else:
        _show(lines, waited=wait)
    return _exit_code(lines)


def _ask_all(
    names: tuple[str, ...], *, kind: Kind, key: str | None, house: House, quiet: bool
) -> list[Line]:
    lines = [Line(name) for name in names]
    with progress("meminta", len(lines), quiet=quiet or len(lines) == 1) as step:
        for done, line in enumerate(lines, start=1):
            _try(line, kind=kind, key=_key(key, line.name, names), house=house)
            step(completed=done)
    return lines


def _key(key: str | None, name: str, names: tuple[str, ...]) -> str | None:
    if key is None or len(names) == 1:
        return key
    return f"{key}/{Path(name).stem}"


def _try(line: Line, *, kind: Kind, key: str | None, house: House) -> None:
    from service.actions.request_document import request_document
    from service.outcomes import is_known
    from service.reading import read_data

    try:
        line.asked = request_document(
            read_data(line.name, kind=kind), kind=kind, key=key, house=house
        )
        line.job = line.asked.job
    except Exception as error:
        # One refused file does not hold up the others; a fault of ours stops everything.
        if not is_known(error):
            raise
        line.error = error


def _wait(lines: list[Line], *, house: House, within: float, quiet: bool) -> None:
    from service.errors import Unmade

    ids = list(dict.fromkeys(each.job.id for each in lines if each.job))
    late: Unmade | None = None
    try:
        wait_with_bar(ids, house=house, within=within, quiet=quiet)
    except Unmade as error:
        late = error
    for line in lines:
        if line.job is None:
            continue
        line.job = house.jobs.get(line.job.id)
        line.error = _fate(line.job) or (None if line.job.state.finished else late)


def _fate(job: Job) -> Exception | None:
    from service.errors import JobRefused

    try:
        ensure_made(job)
    except JobRefused as error:
        return error
    return None


def _show(lines: list[Line], *, waited: bool) -> None:
    for line in lines:
        if line.asked and line.asked.findings:
            hint(f"{line.name}:")
            show_findings(line.asked.findings, error=True)
    if len(lines) == 1 and lines[0].asked and lines[0].job:
        _show_one(lines[0].asked, lines[0].job, waited=waited)
    else:
        table(("DATA", "KEADAAN", "NOMOR", "DOKUMEN", "VERSI", "PEKERJAAN"), _rows(lines))
    for line in lines:
        if line.error:
            _show_error(line)


def _rows(lines: list[Line]) -> list[tuple[object, ...]]:
    rows: list[tuple[object, ...]] = []
    for line in lines:
        job = line.job
        if job is None:
            rows.append((line.name, "tidak diminta", None, None, None, None))
        else:
            version = job.version and f"v{job.version}"
            state = STATE_WORDS[job.state.value]
            rows.append((line.name, state, job.number, job.document, version, job.id))
    return rows


def _show_one(asked: Asked, job: Job, *, waited: bool) -> None:
    facts(
        (
            ("dokumen", job.document),
            ("nomor", job.number),
            ("versi", job.version and f"v{job.version}"),
            ("keadaan", STATE_WORDS[job.state.value]),
            ("halaman", job.pages),
            ("kode", job.code),
            ("pekerjaan", job.id),
            ("catatan", " ".join(job.notes)),
        )
    )
    if asked.repeated:
        hint("Permintaan ini sudah pernah dibuat; tidak ada yang digandakan.")
    if asked.asleep and not job.state.finished:
        hint(asked.asleep)
    if not waited and not job.state.finished:
        hint(f"Lihat hasilnya dengan `lontar job {job.id}`.")


def _show_error(line: Line) -> None:
    from service.cli.telling import say_error

    if line.error:
        hint(f"{line.name}:")
        say_error(line.error)


def _json(line: Line) -> dict[str, Any]:
    from service.cli.telling import error_json

    told: dict[str, Any] = {"data": line.name}
    if line.job:
        told |= job_json(line.job)
    if line.asked:
        told["repeated"] = line.asked.repeated
        told["asleep"] = line.asked.asleep
        told["findings"] = [finding_json(each) for each in line.asked.findings]
    if line.error:
        told["error"] = error_json(line.error)
    return told


def _exit_code(lines: list[Line]) -> int:
    from service.outcomes import outcome_of

    return next((int(outcome_of(each.error).exit_code) for each in lines if each.error), 0)
