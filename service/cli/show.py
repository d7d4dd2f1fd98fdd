"""``lontar show``: the life of one document."""

# ruff: noqa: PLC0415 - what a command needs is loaded when it runs, so --help answers at once

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from service.cli.arguments import command, json_option
from service.cli.output import as_json, facts, say, table

if TYPE_CHECKING:
    from archive.audit.trail import Event
    from archive.index.catalogue import Document
    from service.app import House


@command("show", "lontar show 7f3k9m2qx8ab", 'lontar show "188.4/12/411.506/2023"')
@click.argument("name", metavar="DOKUMEN")
@json_option
def show(*, name: str, json: bool) -> None:
    """Riwayat satu dokumen: versi, berkas, dan kejadiannya.

    DOKUMEN ialah pengenal, awal pengenal, nomor, atau kode pemeriksaan.
    """
    from service.actions.open_document import open_document
    from service.actions.tell_standing import ACCESS, retention_sentence, standing_sentence
    from service.app import open_house
    from service.moments import in_figures

    house = open_house()
    zone = house.settings.zone
    document = open_document(name, house=house)
    trail = house.archive.trail(document.document)
    if json:
        as_json(document_json(document, trail))
        return
    record, held = document.record, document.keeping.retention
    if told := standing_sentence(document.standing, successor=_successor(document, house)):
        say(told)
        say()
    facts(
        (
            ("dokumen", document.document),
            ("jenis", record.kind),
            ("judul", record.title),
            ("kantor", record.office),
            ("tahun", record.year),
            ("nomor", record.number),
            ("tanggal", record.date),
            ("klasifikasi", record.classification),
            ("kode", record.code),
            ("akses", ACCESS[document.keeping.access]),
            ("retensi", None if held is None else retention_sentence(held)),
            ("arsip vital", "ya" if document.keeping.vital else None),
        )
    )
    for version in document.versions:
        say()
        say(f"{version.number}  {in_figures(version.created, zone)}  {version.actor.name}")
        say(f"    {version.message}")
        for file in version.files:
            say(f"    {file.name}  {file.size} bita  sha512:{file.digest.value[:16]}…")
    say()
    table(
        ("WAKTU", "KEJADIAN", "OLEH"),
        [(in_figures(each.at, zone), each.sentence, each.actor) for each in trail],
    )


def _successor(document: Document, house: House) -> str:
    from service.actions.stand_document import name_of

    heir = document.standing.replaced_by
    return "" if heir is None else f"{name_of(house.archive.document(heir))} ({heir})"


def document_json(document: Document, trail: list[Event]) -> dict[str, Any]:
    """A document for a program."""
    record = document.record
    return {
        "id": document.document.value,
        "state": document.state,
        "signed": document.signed,
        "standing": document.standing.to_plain(),
        "keeping": document.keeping.to_plain(),
        "kind": record.kind,
        "title": record.title,
        "office": record.office,
        "year": record.year,
        "number": record.number,
        "date": record.date,
        "classification": record.classification,
        "code": record.code,
        "versions": [
            {
                "version": version.number.value,
                "created": version.created.isoformat(),
                "actor": version.actor.name,
                "message": version.message,
                "inventory": version.inventory.value,
                "files": [
                    {
                        "name": file.name,
                        "size": file.size,
                        "sha512": file.digest.value,
                        "media_type": file.media_type,
                    }
                    for file in version.files
                ],
            }
            for version in document.versions
        ],
        "trail": [
            {
                "at": each.at.isoformat(),
                "word": each.word,
                "sentence": each.sentence,
                "actor": each.actor,
            }
            for each in trail
        ],
    }
