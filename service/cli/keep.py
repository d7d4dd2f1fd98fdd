"""``lontar keep`` and ``due``: code, access and retention."""

# ruff: noqa: PLC0415 - what a command needs is loaded when it runs, so --help answers at once

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from service.cli.arguments import command, json_option
from service.cli.output import as_json, hint, say, table

if TYPE_CHECKING:
    from datetime import datetime

    from archive.keeping import Keeping

_ACCESS = ("biasa", "terbatas", "rahasia", "sangat_rahasia")
_FATES = ("musnah", "permanen", "dinilai_kembali")
_STARTS = ("akhir_tahun", "tanggal_naskah", "tidak_berlaku")
_NEEDED = ("active", "inactive", "fate")
_YEARS = click.IntRange(0, 100)


@command(
    "keep",
    "lontar keep 7f3k9m2qx8ab --code 000.8.3.3 --access terbatas",
    "lontar keep 7f3k9m2qx8ab --active 2 --inactive 3 --fate permanen",
)
@click.argument("name", metavar="DOKUMEN")
@click.option("--code", help="Kode klasifikasi.")
@click.option("--scheme", help="Daftar kodenya, misalnya permendagri-83-2022.")
@click.option("--access", type=click.Choice(_ACCESS), help="Klasifikasi akses.")
@click.option("--active", type=_YEARS, help="Tahun retensi aktif.")
@click.option("--inactive", type=_YEARS, help="Tahun retensi inaktif.")
@click.option("--fate", type=click.Choice(_FATES), help="Nasib akhir.")
@click.option("--start", type=click.Choice(_STARTS), help="Dari kapan retensi dihitung.")
@click.option("--basis", help="Dasar retensi, misalnya peraturan JRA.")
@click.option("--vital/--not-vital", default=None, help="Arsip vital atau bukan.")
@json_option
def keep(*, name: str, json: bool, **said: object) -> None:
    """Tata satu dokumen: kode, akses, dan retensi; yang tidak disebut tetap."""
    from service.actions.keep_document import keep_document
    from service.actions.open_document import open_document
    from service.app import open_house

    house = open_house()
    document = open_document(name, house=house)
    kept = keep_document(document, _changed(document.keeping, said), house=house)
    for remark in kept.remarks:
        hint(f"W  {remark}")
    version = document.head.number if kept.receipt is None else kept.receipt.version
    if json:
        told = {"id": document.document.value, "version": version.value}
        as_json(told | {"keeping": kept.keeping.to_plain(), "remarks": list(kept.remarks)})
        return
    newest = house.archive.document(document.document)
    done = "Tidak ada yang berubah." if kept.receipt is None else newest.head.message
    say(f"{document.document}  {version}  {done}")


@command("due", "lontar due", "lontar due --stage pindah --on 2027-01-01")
@click.option(
    "--stage",
    type=click.Choice(("nasib", "pindah")),
    default="nasib",
    show_default=True,
    help="Retensi yang habis, atau yang pindah ke inaktif.",
)
@click.option(
    "--on", type=click.DateTime(["%Y-%m-%d"]), metavar="TANGGAL", help="Bawaan: hari ini."
)
@json_option
def due(*, stage: str, on: datetime | None, json: bool) -> None:
    """Dokumen yang jatuh tempo retensinya; Lontar tidak memusnahkan apa pun."""
    from archive.index.due import Stage
    from service.actions.list_due import list_due
    from service.app import open_house
    from service.cli.find import entry_json
    from service.moments import day_of

    house = open_house()
    day = day_of(house.clock(), house.settings.zone) if on is None else on.date()
    found = list_due(Stage(stage), on=day, house=house)
    if json:
        as_json([entry_json(each) for each in found])
        return
    if not found:
        say("Tidak ada dokumen yang jatuh tempo.")
        return
    rows = []
    for each in found:
        held, ends, record = each.keeping.retention, each.due, each.record
        if held and ends:
            until = ends.until if stage == "nasib" else ends.active_until
            rows.append((each.document, record.number, record.title, until, held.fate))
    table(("DOKUMEN", "NOMOR", "JUDUL", "SAMPAI", "NASIB"), rows)


def _changed(before: Keeping, said: dict[str, object]) -> Keeping:
    """What was laid down, with what was said now."""
    from archive.keeping import Keeping

    retention = {name: said[name] for name in ("active", "inactive", "fate", "start", "basis")}
    given = {name: value for name, value in retention.items() if value is not None}
    plain = before.to_plain()
    if given:
        held = plain["retention"] or {"start": _STARTS[0], "basis": ""}
        plain["retention"] = held | given
        missing = [f"--{each}" for each in _NEEDED if each not in held | given]
        if missing:
            raise click.UsageError(f"Retensi memerlukan juga {', '.join(missing)}.")
    for field, option in (("classification", "code"), ("scheme", "scheme"), ("access", "access")):
        if said[option] is not None:
            plain[field] = said[option]
    if said["code"] is not None and said["scheme"] is None:
        plain["scheme"] = None
    if said["vital"] is not None:
        plain["vital"] = said["vital"]
    return Keeping.of_plain(plain)
