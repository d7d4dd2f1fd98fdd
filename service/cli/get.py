"""``lontar get``: one file of one version, digest checked on its way out."""

# ruff: noqa: PLC0415 - what a command needs is loaded when it runs, so --help answers at once

from __future__ import annotations

from pathlib import Path

import click

from service.cli.arguments import command, json_option
from service.cli.output import as_json, say


@command(
    "get",
    "lontar get 7f3k9m2qx8ab --to surat.pdf",
    "lontar get 7f3k9m2qx8ab --version 1 --file data.json --to .",
)
@click.argument("name", metavar="DOKUMEN")
@click.option("--version", type=click.IntRange(min=1), help="Nomor versi; tanpa ini, yang terbaru.")
@click.option(
    "--file", "file", default="document.pdf", show_default=True, help="Nama berkas dalam versi itu."
)
@click.option("--to", "to", metavar="TUJUAN", required=True, help="Berkas atau folder tujuan.")
@click.option("--force", is_flag=True, help="Timpa berkas yang sudah ada.")
@json_option
def get(*, name: str, version: int | None, file: str, to: str, force: bool, json: bool) -> None:
    """Ambil berkas dari arsip; keutuhannya diperiksa."""
    from service.actions.open_document import open_document, take_out
    from service.app import open_house

    house = open_house()
    document = open_document(name, house=house)
    target = Path(to) / file if Path(to).is_dir() else Path(to)
    taken = take_out(document, version=version, file=file, to=target, overwrite=force, house=house)
    if json:
        as_json(
            {
                "id": document.document.value,
                "file": taken.name,
                "size": taken.size,
                "sha512": taken.digest.value,
                "path": str(target),
            }
        )
        return
    say(f"{target}  {taken.size} bita  sha512:{taken.digest.value[:16]}…")
