"""``lontar form``: collection forms in Excel, one for each unit and quarter."""

# ruff: noqa: PLC0415 - what a command needs is loaded when it runs, so --help answers at once

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from service.cli.arguments import command, json_option
from service.cli.output import as_json, say

if TYPE_CHECKING:
    from doc_templates.tanggal import Tanggal
    from service.actions.make_forms import Made

DATA_SETS = ("kinerja",)
"""Data sets that have a form."""


@command(
    "form",
    "lontar form kinerja data.json --unit BID-IKP --triwulan 2 --to formulir/",
    "lontar form kinerja data.json --all --triwulan 2 --to formulir/",
)
@click.argument("data_set", metavar="KUMPULAN", type=click.Choice(DATA_SETS))
@click.argument("data", metavar="DATA")
@click.option("--unit", metavar="UNIT", help="Kode atau nama unit.")
@click.option("--all", "every", is_flag=True, help="Semua unit yang mempunyai isian.")
@click.option(
    "--triwulan", metavar="KE", type=click.IntRange(1, 4), required=True, help="1 sampai 4."
)
@click.option("--to", metavar="TUJUAN", required=True, help="Berkas .xlsx, atau folder.")
@click.option("--due", metavar="TANGGAL", help="Batas waktu; bawaannya tanggal 10 bulan berikut.")
@click.option("--force", is_flag=True, help="Timpa formulir yang sudah ada.")
@json_option
def form(
    *,
    data_set: str,
    data: str,
    unit: str | None,
    every: bool,
    triwulan: int,
    to: str,
    due: str | None,
    force: bool,
    json: bool,
) -> None:
    """Buat formulir Excel untuk diisi unit kerja.

    Formulir hanya memuat indikator dan sub kegiatan unit itu untuk satu triwulan; yang tidak
    perlu diisi terkunci. Berkas yang kembali dibaca dengan `lontar intake`.
    """
    del data_set  # there is only one so far, and the argument is checked already
    if every == (unit is not None):
        raise click.UsageError("Sebutkan --unit UNIT, atau --all untuk semua unit.")
    target = Path(to)
    if every and target.suffix.lower() == ".xlsx":
        raise click.UsageError("Formulir semua unit memerlukan folder; isi --to dengan folder.")

    from service.actions.make_forms import make_forms
    from service.reading import read_data

    made = make_forms(
        read_data(data), unit=unit, triwulan=triwulan, to=target, due=_day(due), overwrite=force
    )
    if json:
        as_json([_told(each) for each in made])
        return
    for each in made:
        rows = ", ".join(f"{sheet.nama} {len(sheet.baris)}" for sheet in each.form.lembar)
        say(f"{each.path}  ({each.form.nama_unit}; baris: {rows})")


def _day(typed: str | None) -> Tanggal | None:
    """The day that was typed behind --due."""
    from doc_templates.tanggal import read_date

    if typed is None:
        return None
    found = read_date(typed)
    if found is None or found.hari is None:
        raise click.UsageError(
            f"“{typed}” bukan tanggal; tulislah seperti “10 Juli 2024” atau 2024-07-10."
        )
    return found


def _told(made: Made) -> dict[str, object]:
    identity = made.form.identitas
    return {
        "file": str(made.path),
        "unit": identity.unit,
        "year": identity.tahun,
        "quarter": identity.triwulan,
        "due": made.form.batas_waktu.iso,
        "rows": {sheet.kunci: len(sheet.baris) for sheet in made.form.lembar},
    }
