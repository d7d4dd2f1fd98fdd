"""``lontar jobs``, ``job`` and ``retry``: the ledger."""

# ruff: noqa: PLC0415 - what a command needs is loaded when it runs, so --help answers at once

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from service.cli.arguments import command, json_option
from service.cli.output import as_json, facts, hint, say, table

if TYPE_CHECKING:
    from service.moments import Zone
    from workers.jobs import Job

_STATES = ("asked", "making", "filed", "printed", "rejected", "cancelled")
STATE_WORDS = {
    "asked": "menunggu",
    "making": "dikerjakan",
    "filed": "diarsipkan",
    "printed": "tercetak",
    "rejected": "ditolak",
    "cancelled": "dibatalkan",
}
"""State of a job → what a person reads."""


@command("jobs", "lontar jobs", "lontar jobs --state rejected")
@click.option("--state", type=click.Choice(_STATES), help="Hanya yang berkeadaan ini.")
@click.option(
    "--limit", type=click.IntRange(min=1), default=50, show_default=True, help="Paling banyak."
)
@json_option
def list_jobs(*, state: str | None, limit: int, json: bool) -> None:
    """Daftar pekerjaan, yang terbaru dahulu."""
    from service.app import open_house
    from service.moments import in_figures
    from workers.jobs import JobState

    house = open_house()
    states = [JobState(state)] if state else None
    jobs = house.jobs.list(states=states, limit=limit)
    if json:
        as_json([job_json(each) for each in jobs])
        return
    if not jobs:
        say("Belum ada pekerjaan.")
        return
    table(
        ("PEKERJAAN", "DIMINTA", "JENIS", "KEADAAN", "NOMOR", "DOKUMEN"),
        [
            (
                each.id,
                in_figures(each.asked_at, house.settings.zone),
                each.kind,
                STATE_WORDS[each.state.value],
                each.number,
                each.document,
            )
            for each in jobs
        ],
    )


@command("job", "lontar job 7f3k9m2qx8ab")
@click.argument("job_id", metavar="PEKERJAAN")
@json_option
def show_job(*, job_id: str, json: bool) -> None:
    """Satu pekerjaan: keadaannya, hasilnya, atau sebab ditolaknya."""
    from service.app import open_house

    house = open_house()
    job = house.jobs.get(job_id)
    if json:
        as_json(job_json(job))
        return
    show(job, house.settings.zone)


@command("retry", "lontar retry 7f3k9m2qx8ab")
@click.argument("job_id", metavar="PEKERJAAN")
@json_option
def retry(*, job_id: str, json: bool) -> None:
    """Minta lagi pekerjaan yang ditolak; nomornya tetap."""
    from service.actions.retry_job import retry_job
    from service.app import open_house

    house = open_house()
    asked = retry_job(job_id, house=house)
    if json:
        as_json(job_json(asked.job) | {"asleep": asked.asleep})
        return
    show(asked.job, house.settings.zone)
    hint(asked.asleep or "Diminta lagi; jalankan `lontar work` bila belum ada pekerja.")


def show(job: Job, zone: Zone) -> None:
    """Tell a person of a job."""
    from service.moments import in_figures

    facts(
        (
            ("pekerjaan", job.id),
            ("jenis", job.kind),
            ("keadaan", STATE_WORDS[job.state.value]),
            ("tahap selesai", None if job.state.finished else job.stage),
            ("nomor", job.number),
            ("dokumen", job.document),
            ("versi", job.version and f"v{job.version}"),
            ("halaman", job.pages),
            ("kunci", job.key),
            ("diminta", f"{in_figures(job.asked_at, zone)} oleh {job.actor_name}"),
            ("selesai", job.finished_at and in_figures(job.finished_at, zone)),
            ("percobaan", job.attempts),
            ("galat", job.error),
            ("catatan", " ".join(job.notes)),
        )
    )


def job_json(job: Job) -> dict[str, Any]:
    """A job for a program."""
    error = {"code": job.error_code, "sentence": job.error} if job.error else None
    return {
        "job": job.id,
        "recipe": job.recipe.value,
        "kind": job.kind,
        "state": job.state.value,
        "stage": job.stage,
        "id": job.document,
        "version": job.version,
        "number": job.number,
        "code": job.code,
        "verify_url": job.verify_url,
        "pages": job.pages,
        "key": job.key,
        "actor": job.actor_name,
        "attempts": job.attempts,
        "last_error": error,
        "notes": list(job.notes),
        "asked_at": job.asked_at.isoformat(),
        "finished_at": job.finished_at.isoformat() if job.finished_at else None,
    }
