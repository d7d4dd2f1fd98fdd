"""``lontar restore``: an installation from a backup, in an empty place."""

# ruff: noqa: PLC0415 - what a command needs is loaded when it runs, so --help answers at once

from __future__ import annotations

from pathlib import Path

import click

from service.cli.arguments import command, json_option
from service.cli.fsck import told
from service.cli.output import as_json, hint, progress, say


@command("restore", "lontar restore /cadangan/lontar.tar --home /srv/lontar")
@click.argument("source", metavar="BERKAS", type=click.Path(path_type=Path))
@click.option(
    "--home",
    required=True,
    metavar="FOLDER",
    type=click.Path(path_type=Path),
    help="LONTAR_HOME yang baru: folder kosong, atau yang belum ada.",
)
@json_option
def restore(*, source: Path, home: Path, json: bool) -> None:
    """Pulihkan cadangan ke folder kosong; setiap byte dibandingkan dengan sidiknya dahulu.

    Dengan LONTAR_DATABASE_URL, basis datanya diisikan ke alamat itu, yang harus kosong.
    """
    from service.actions.restore import restore as run
    from service.app import acting, now
    from service.settings import read_settings

    settings = read_settings().model_copy(update={"home": home.absolute()})
    with progress("memulihkan", None, quiet=json) as step:
        made = run(
            source, settings=settings, actor=acting(settings), now=now(), progress=told(step)
        )
    if json:
        as_json({"home": str(made.home), "documents": made.documents, "sha256sums": made.digest})
        return
    say(f"{made.documents} dokumen dipulihkan ke {made.home}; sidik {made.digest}.")
    hint(f"Periksa dengan `LONTAR_HOME={made.home} lontar fsck`, lalu jalankan layanannya.")
