"""``lontar find``: search the archive."""

# ruff: noqa: PLC0415 - what a command needs is loaded when it runs, so --help answers at once

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from service.cli.arguments import command, json_option
from service.cli.output import as_json, hint, say, table

if TYPE_CHECKING:
    from collections.abc import Mapping

    from archive.index.catalogue import Entry
    from archive.index.passages import Passage


_STATES = ("issued", "signed", "withdrawn", "superseded")
TOLD = dict(zip(_STATES, ("terbit", "ditandatangani", "dicabut", "digantikan"), strict=True))
"""State of a document → its word for a person."""


@command(
    "find",
    "lontar find pengumpulan data --kind sop --year 2023",
    "lontar find 'satu pintu' 'pelayan*' --best",
    "lontar find -- sakip -triwulan",
)
@click.argument("words", metavar="[KATA]...", nargs=-1)
@click.option("--kind", help="Hanya jenis ini.")
@click.option("--year", type=int, help="Hanya tahun ini.")
@click.option("--state", type=click.Choice(_STATES), help="Hanya yang berkeadaan ini.")
@click.option("--office", help="Hanya kantor yang bernama ini.")
@click.option("--best", is_flag=True, help="Yang judul atau nomornya cocok lebih dahulu.")
@click.option(
    "--limit", type=click.IntRange(min=1), default=50, show_default=True, help="Paling banyak."
)
@json_option
def find(
    *,
    words: tuple[str, ...],
    kind: str | None,
    year: int | None,
    office: str | None,
    state: str | None,
    best: bool,
    limit: int,
    json: bool,
) -> None:
    """Cari dokumen dalam arsip: kata dari isi, judul, kantor, atau nomor.

    Semua kata harus ada. Kata-kata dalam tanda kutip harus berdampingan, `awal*` mencari awal kata,
    dan `-kata` (setelah `--`) mengecualikan.
    """
    from service.actions.find_documents import find_documents
    from service.app import open_house

    found = find_documents(
        text=" ".join(map(_typed, words)) or None,
        kind=kind,
        year=year,
        office=office,
        state=state,
        best_first=best,
        limit=limit,
        house=open_house(),
    )
    if found.untold:
        hint(
            "Isi sebagian dokumen belum terbaca oleh pencarian;"
            " jalankan `lontar rebuild` agar isinya ikut dicari."
        )
    if json:
        as_json([_found_json(each, found.passages) for each in found.entries])
        return
    if not found.entries:
        say("Tidak ada dokumen yang cocok.")
        return
    table(
        ("DOKUMEN", "JENIS", "TAHUN", "NOMOR", "JUDUL", "KANTOR", "VERSI", "KEADAAN"),
        [
            (
                each.document,
                each.record.kind,
                each.record.year,
                each.record.number,
                each.record.title,
                each.record.office,
                each.head,
                TOLD[each.state],
            )
            for each in found.entries
        ],
    )


def _typed(word: str) -> str:
    """An argument as it would be typed into a search box: one that holds blanks is a phrase."""
    return f'"{word}"' if any(map(str.isspace, word)) and '"' not in word else word


def _found_json(entry: Entry, passages: Mapping[str, Passage]) -> dict[str, Any]:
    passage = passages.get(entry.document.value, ())
    return entry_json(entry) | {"passage": [each._asdict() for each in passage]}


def entry_json(entry: Entry) -> dict[str, Any]:
    """A line of the index for a program."""
    return {
        "id": entry.document.value,
        "version": entry.head.value,
        "state": entry.state,
        "kind": entry.record.kind,
        "title": entry.record.title,
        "office": entry.record.office,
        "year": entry.record.year,
        "number": entry.record.number,
        "date": entry.record.date,
        "classification": entry.record.classification,
        "code": entry.record.code,
        "created": entry.created.isoformat(),
    }
