"""``lontar find``: search the archive."""

# ruff: noqa: PLC0415 - what a command needs is loaded when it runs, so --help answers at once

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from service.cli.arguments import command, json_option
from service.cli.output import as_json, say, table

if TYPE_CHECKING:
    from archive.index.catalogue import Entry


_STATES = ("issued", "signed", "withdrawn", "superseded")
TOLD = dict(zip(_STATES, ("terbit", "ditandatangani", "dicabut", "digantikan"), strict=True))
"""State of a document → its word for a person."""


@command("find", "lontar find pengumpulan data --kind sop --year 2023")
@click.argument("words", metavar="[KATA]...", nargs=-1)
@click.option("--kind", help="Hanya jenis ini.")
@click.option("--year", type=int, help="Hanya tahun ini.")
@click.option("--state", type=click.Choice(_STATES), help="Hanya yang berkeadaan ini.")
@click.option("--office", help="Hanya kantor yang namanya memuat ini.")
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
    limit: int,
    json: bool,
) -> None:
    """Cari dokumen dalam arsip: kata dari judul, kantor, atau nomor."""
    from service.actions.find_documents import find_documents
    from service.app import open_house

    found = find_documents(
        text=" ".join(words) or None,
        kind=kind,
        year=year,
        office=office,
        state=state,
        limit=limit,
        house=open_house(),
    )
    if json:
        as_json([entry_json(each) for each in found])
        return
    if not found:
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
            for each in found
        ],
    )


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
