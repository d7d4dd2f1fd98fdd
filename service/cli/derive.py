"""``lontar derive``: the data file of every document that a data set gives."""

# ruff: noqa: PLC0415 - what a command needs is loaded when it runs, so --help answers at once

from __future__ import annotations

from pathlib import Path
from typing import Final

import click

from service.cli.arguments import command, json_option
from service.cli.output import as_json, hint, say, table

_FATES: Final = {
    "new": "ditulis",
    "renewed": "diperbarui",
    "same": "tetap",
    "kept": "dipertahankan",
}


@command("derive", "lontar derive kinerja-2024.json --to naskah-2024/")
@click.argument("data", metavar="HIMPUNAN")
@click.option("--to", "folder", metavar="FOLDER", required=True, help="Folder untuk hasilnya.")
@click.option("--force", is_flag=True, help="Timpa juga berkas yang sudah Anda ubah.")
@json_option
def derive(*, data: str, folder: str, force: bool, json: bool) -> None:
    """Tulis berkas data semua dokumen setahun dari satu himpunan data.

    Hasilnya bernama JENIS-NAMA.json. Berkas yang sudah Anda ubah tidak
    ditimpa; yang lain mengikuti himpunan datanya.
    """
    from service.actions.derive_documents import Fate, derive_documents
    from service.reading import STDIN, read_data

    if data == STDIN:
        raise click.UsageError(
            "Himpunan data dirujuk dari berkas turunannya; simpan ke berkas, lalu sebut namanya."
        )
    found = derive_documents(read_data(data), to=Path(folder), overwrite=force)
    if json:
        as_json([{"kind": e.kind.name, "file": str(e.path), "fate": e.fate.value} for e in found])
        return
    table(
        ("JENIS", "BERKAS", "KEADAAN"),
        [(each.kind.name, each.path, _FATES[each.fate.value]) for each in found],
    )
    kept = sum(each.fate is Fate.KEPT for each in found)
    if kept:
        hint(f"{kept} berkas pernah Anda ubah dan dipertahankan; timpa dengan --force.")
    each = Path(folder) / "*.json"
    say(f"{len(found)} berkas data; terbitkan dengan `lontar request --each {each}`.")
