"""``lontar work``: become a worker."""

# ruff: noqa: PLC0415 - what a command needs is loaded when it runs, so --help answers at once

from __future__ import annotations

import os
import sys

import click

from service.cli.arguments import command


@command("work", "lontar work", "lontar work --concurrency 4", "lontar work --drain")
@click.option("--concurrency", type=click.IntRange(1, 64), help="Dokumen yang dibuat serempak.")
@click.option("--drain", is_flag=True, help="Berhenti setelah semua pekerjaan selesai.")
@click.option("--json", is_flag=True, help="Diterima demi keseragaman; tidak ada keluaran JSON.")
def work(*, concurrency: int | None, drain: bool, json: bool) -> None:  # noqa: ARG001
    """Jalankan pekerja yang membuat dokumen.

    Berjalan sampai dihentikan dengan Ctrl-C, atau dengan --drain sampai semuanya selesai.
    """
    from service.app import open_house
    from service.waiting import worker_environment

    house = open_house()
    arguments = [sys.executable, "-P", "-m", "workers"]
    if concurrency:
        arguments += ["--concurrency", str(concurrency)]
    if drain:
        arguments.append("--drain")
    environment = worker_environment(house)
    house.database.close()
    os.execve(sys.executable, arguments, environment)  # noqa: S606 - our own interpreter
