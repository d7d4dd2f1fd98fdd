"""``lontar register`` and ``void``: the register book."""

# ruff: noqa: PLC0415 - what a command needs is loaded when it runs, so --help answers at once

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from service.cli.arguments import command, json_option
from service.cli.output import as_json, hint, say, table

if TYPE_CHECKING:
    from archive.book import RegisterEntry
    from service.app import House

_STATES = {"reserved": "dipesan", "issued": "terbit", "void": "batal"}


@command("register", "lontar register", "lontar register --book dinas-kominfo/sop --year 2023")
@click.option("--book", help="Nama buku nomor.")
@click.option("--year", type=int, help="Tahun buku.")
@json_option
def register(*, book: str | None, year: int | None, json: bool) -> None:
    """Isi buku nomor: setiap nomor dengan keadaannya."""
    from service.app import open_house

    house = open_house()
    entries = house.archive.register.entries(book=book, year=year)
    if json:
        as_json([entry_json(each) for each in entries])
        return
    if not entries:
        say("Belum ada nomor.")
        return
    table(
        ("BUKU", "TAHUN", "URUT", "NOMOR", "KEADAAN", "DOKUMEN", "ALASAN"),
        [
            (
                each.number.book,
                each.number.year,
                each.number.sequence,
                each.number.text,
                _STATES[str(each.state)],
                each.document,
                each.reason,
            )
            for each in entries
        ],
    )
    _tell_gaps(entries, house=house)


def _tell_gaps(entries: list[RegisterEntry], *, house: House) -> None:
    for book, year in dict.fromkeys((each.number.book, each.number.year) for each in entries):
        if gaps := house.archive.register.gaps(book, year):
            hint(f"Buku {book} tahun {year} melompati urutan {', '.join(map(str, gaps))}.")


@command(
    "void",
    'lontar void "188.4/12/2023" --book dinas-kominfo/sop --year 2023 --reason "Salah judul"',
)
@click.argument("number", metavar="NOMOR")
@click.option("--book", required=True, help="Nama buku nomor; lihat `lontar register`.")
@click.option("--year", type=int, required=True, help="Tahun buku.")
@click.option("--reason", required=True, help="Alasan; tercatat selamanya.")
@json_option
def void(*, number: str, book: str, year: int, reason: str, json: bool) -> None:
    """Batalkan nomor yang belum terbit.

    Nomor itu tetap tercatat dengan alasannya dan tidak diberikan lagi.
    """
    from service.actions.void_number import void_number
    from service.app import open_house

    line = void_number(number, book=book, year=year, reason=reason, house=open_house())
    if json:
        as_json(entry_json(line))
        return
    say(f"Nomor {line.number.text} dibatalkan: {reason}")


def entry_json(entry: RegisterEntry) -> dict[str, Any]:
    """A line of the book for a program."""
    return {
        "number": entry.number.text,
        "book": entry.number.book,
        "year": entry.number.year,
        "sequence": entry.number.sequence,
        "state": str(entry.state),
        "id": entry.document,
        "reason": entry.reason,
        "given_at": entry.given_at.isoformat(),
    }
