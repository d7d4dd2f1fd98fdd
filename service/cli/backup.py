"""``lontar backup``: everything in one file, while the service goes on."""

# ruff: noqa: PLC0415 - what a command needs is loaded when it runs, so --help answers at once

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from service.cli.arguments import command, json_option
from service.cli.fsck import told
from service.cli.output import as_json, facts, hint, progress

if TYPE_CHECKING:
    from service.app import House

_NAME: Final = "lontar-{moment:%Y%m%dT%H%M%SZ}.tar"
_NAMES: Final = "lontar-[0-9]*T[0-9]*Z.tar"


@command(
    "backup",
    "lontar backup --to /cadangan/lontar.tar",
    "lontar backup --to /cadangan/ --keep 14",
)
@click.option(
    "--to",
    required=True,
    metavar="BERKAS",
    type=click.Path(path_type=Path),
    help="Berkas cadangan; bila sebuah folder, namanya memuat waktunya.",
)
@click.option("--force", is_flag=True, help="Timpa berkas yang sudah ada.")
@click.option(
    "--keep",
    type=click.IntRange(min=1),
    metavar="BANYAK",
    help="Dalam folder, pertahankan sekian cadangan terbaru dan hapus yang lebih lama.",
)
@json_option
def backup(*, to: Path, force: bool, keep: int | None, json: bool) -> None:
    """Cadangkan seluruh pemasangan ke satu berkas; layanan boleh tetap berjalan."""
    from service.actions.back_up import back_up
    from service.app import open_house

    if keep and not to.is_dir():
        raise click.UsageError("--keep memerlukan --to yang menunjuk sebuah folder yang ada.")
    house = open_house()
    target = _named(to, house)
    with progress("mencadangkan", None, quiet=json) as step:
        made = back_up(target, overwrite=force, progress=told(step), house=house)
    removed = _remove_older(to, keep) if keep else []
    if json:
        as_json(
            {
                "file": str(made.path),
                "documents": made.documents,
                "bytes": made.size,
                "sha256sums": made.digest,
                "removed": [str(each) for each in removed],
            }
        )
        return
    facts(
        [
            ("Cadangan", made.path),
            ("Dokumen", made.documents),
            ("Ukuran", f"{made.size / 2**20:.1f} MB"),
            ("Sidik", made.digest),
        ]
    )
    for each in removed:
        hint(f"Cadangan lama dihapus: {each}")
    hint("Simpanlah di mesin lain; isinya sama rahasianya dengan pemasangan ini.")


def _named(to: Path, house: House) -> Path:
    return to / _NAME.format(moment=house.clock()) if to.is_dir() else to


def _remove_older(folder: Path, keep: int) -> list[Path]:
    older = sorted(folder.glob(_NAMES), key=lambda path: path.name, reverse=True)[keep:]
    for each in older:
        each.unlink()
    return older
