"""``lontar serve``: pages and API, and where no broker is set also the worker."""

# ruff: noqa: PLC0415 - what a command needs is loaded when it runs, so --help answers at once

from __future__ import annotations

import click

from service.cli.arguments import command
from service.cli.output import hint


@command(
    "serve", "lontar serve", "lontar serve --host 0.0.0.0 --port 8080", "lontar serve --no-worker"
)
@click.option("--host", help="Alamat tempat mendengarkan; tanpa isian, LONTAR_HOST.")
@click.option("--port", type=click.IntRange(1, 65535), help="Porta; tanpa isian, LONTAR_PORT.")
@click.option("--no-worker", is_flag=True, help="Jangan jalankan pekerja bawaan.")
@click.option("--json", is_flag=True, help="Diterima demi keseragaman; catatannya selalu JSON.")
def serve(*, host: str | None, port: int | None, no_worker: bool, json: bool) -> None:  # noqa: ARG001
    """Layani halaman dan API; tanpa LONTAR_BROKER_URL, pekerja ikut dijalankan.

    Berjalan sampai dihentikan dengan Ctrl-C; yang sedang dikerjakan diselesaikan dahulu.
    """
    from service.app import open_house
    from service.serve import serve as run

    house = open_house()
    where, at = host or house.settings.host, port or house.settings.port
    embedded = house.settings.broker_url is None and not no_worker
    hint(f"Lontar melayani di http://{where}:{at}; hentikan dengan Ctrl-C.")
    run(house, host=where, port=at, embedded=embedded)
