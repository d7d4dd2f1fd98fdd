"""``lontar request``: issue documents."""

# ruff: noqa: PLC0415 - what a command needs is loaded when it runs, so --help answers at once

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from service.cli.arguments import command, json_option, within_option
from service.cli.batch import (
    Line,
    counted,
    key_of_file,
    kind_and_files,
    kind_of_file,
    show_summary,
    zip_names,
)
from service.cli.jobs import STATE_WORDS, job_json
from service.cli.make import ensure_made
from service.cli.output import (
    as_json,
    facts,
    finding_json,
    hint,
    progress,
    say,
    show_findings,
    table,
)
from service.cli.waiting_bar import wait_with_bar

if TYPE_CHECKING:
    from doc_templates.kind import Kind
    from service.actions.handing_over import Asked
    from service.app import House
    from workers.jobs import Job


@command(
    "request",
    "lontar request perjanjian_kinerja pk.yaml --wait",
    "lontar request sop *.json --key impor-2026 --json",
    "lontar request --each naskah-2024/*.json --key tahun-2024 --zip terbitan.zip",
)
@click.argument("words", metavar="[JENIS] DATA...", nargs=-1)
@click.option(
    "--each",
    is_flag=True,
    help="Terbitkan banyak berkas sekaligus dengan ikhtisar; tanpa JENIS, jenis tiap berkas "
    "dibaca dari awal namanya.",
)
@click.option("--wait", is_flag=True, help="Tunggu sampai diarsipkan.")
@click.option(
    "--zip",
    "package",
    metavar="BERKAS.zip",
    help="Kumpulkan PDF yang terbit dengan sidik SHA-256-nya; menunggu sampai selesai.",
)
@click.option("--force", is_flag=True, help="Timpa ZIP yang sudah ada.")
@click.option(
    "--key",
    help="Kunci permintaan: kunci dan data yang sama menghasilkan dokumen yang sama. "
    "Untuk beberapa DATA, nama berkas ditambahkan pada kunci.",
)
@within_option
@json_option
def request(
    *,
    words: tuple[str, ...],
    each: bool,
    wait: bool,
    package: str | None,
    force: bool,
    key: str | None,
    within: float,
    json: bool,
) -> int:
    """Terbitkan dokumen: diberi nomor, dibuat, dan diarsipkan."""
    from service.actions.bundle import bundle, ensure_bundle
    from service.app import open_house

    wanted, names = _meant(words, each=each)
    if package:
        ensure_bundle(Path(package), overwrite=force)
    house = open_house()
    keys = {name: key_of_file(key, name) if each else _key(key, name, names) for name in names}
    lines = _ask_all(keys, kind=wanted, each=each, house=house, quiet=json)
    if len(lines) == 1 and lines[0].error and not each:
        raise lines[0].error
    if wait or package:
        _wait(lines, house=house, within=within, quiet=json)
    filed = zip_names(lines) if package else {}
    if package and filed:
        bundle(filed, to=Path(package), overwrite=force, house=house)
    if json:
        as_json([_json(line) for line in lines])
    else:
        _show(lines, each=each, waited=wait)
        _show_package(package, len(filed))
    return _exit_code(lines)


def _meant(words: tuple[str, ...], *, each: bool) -> tuple[Kind | None, list[str]]:
    """The kind of all files, None where each tells its own, and the files."""
    from doc_templates.registry import kind

    if not words:
        raise click.UsageError(f"Masukan {'DATA' if each else 'JENIS'} wajib disertakan.")
    if each:
        named, names = kind_and_files(words)
        wanted = kind(named) if named else None
    else:
        wanted, names = kind(words[0]), list(words[1:])
    if not names:
        raise click.UsageError("Masukan DATA wajib disertakan sesudah JENIS.")
    return wanted, names


def _ask_all(
    keys: dict[str, str | None], *, kind: Kind | None, each: bool, house: House, quiet: bool
) -> list[Line]:
    lines = [Line(name) for name in keys]
    with progress("meminta", len(lines), quiet=quiet or len(lines) == 1) as step:
        for done, line in enumerate(lines, start=1):
            _try(line, kind=kind, key=keys[line.name], any_fault=each, house=house)
            step(completed=done)
    return lines


def _key(key: str | None, name: str, names: list[str]) -> str | None:
    if key is None or len(names) == 1:
        return key
    return f"{key}/{Path(name).stem}"


def _try(line: Line, *, kind: Kind | None, key: str | None, any_fault: bool, house: House) -> None:
    from service.actions.request_document import request_document
    from service.outcomes import is_known
    from service.reading import read_data

    try:
        wanted = kind or kind_of_file(line.name)
        data = read_data(line.name, kind=wanted)
        line.asked = request_document(data, kind=wanted, key=key, house=house)
        line.job = line.asked.job
    except Exception as error:
        # One refused file does not hold up the others. In a run of many not even a fault of
        # ours does, which has an exit code of its own; otherwise it stops everything.
        if not any_fault and not is_known(error):
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


def _show(lines: list[Line], *, each: bool, waited: bool) -> None:
    if not each:
        for line in lines:
            if line.asked and line.asked.findings:
                hint(f"{line.name}:")
                show_findings(line.asked.findings, error=True)
    if len(lines) == 1 and lines[0].asked and lines[0].job and not each:
        _show_one(lines[0].asked, lines[0].job, waited=waited)
    else:
        headings = ("DATA", "KEADAAN", "NOMOR", "DOKUMEN", "VERSI", "PEKERJAAN", "TEMUAN")
        table(headings, _rows(lines))
    for line in lines:
        if line.error:
            _show_error(line)
    if each:
        show_summary(lines)


def _show_package(package: str | None, count: int) -> None:
    if package and count:
        say(f"{count} PDF dengan sidiknya di {package}.")
    elif package:
        hint(f"Tidak ada yang terbit, sehingga {package} tidak dibuat.")


def _rows(lines: list[Line]) -> list[tuple[object, ...]]:
    rows: list[tuple[object, ...]] = []
    for line in lines:
        job = line.job
        if job is None:
            rows.append((line.name, "tidak diminta", *[None] * 4, counted(line.findings)))
        else:
            version = job.version and f"v{job.version}"
            state = STATE_WORDS[job.state.value]
            seen = counted(line.findings)
            rows.append((line.name, state, job.number, job.document, version, job.id, seen))
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
