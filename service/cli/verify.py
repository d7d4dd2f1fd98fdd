"""``lontar verify``: is this file what was issued, is this document still whole?"""

# ruff: noqa: PLC0415 - what a command needs is loaded when it runs, so --help answers at once

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from service.cli.arguments import command, json_option
from service.cli.output import as_json, facts, say
from service.errors import StoreDamaged

if TYPE_CHECKING:
    from archive.verify import Verification
    from service.app import House

_ALTERED = 11
_EXIT = {"same": 0, "continued": 13, "unknown": 12}
"""A continued file is not simply good: what was added may change what a reader sees."""


@command("verify", "lontar verify surat.pdf")
@click.argument("what", metavar="BERKAS|DOKUMEN")
@json_option
def verify(*, what: str, json: bool) -> int:
    """Periksa apakah berkas ini yang diterbitkan, atau apakah dokumen dalam arsip masih utuh.

    Untuk berkas: berakhir 0 bila sama persis, 13 bila diawali isi yang diterbitkan lalu
    berlanjut (misalnya salinan yang ditandatangani), dan 12 bila tidak dikenal. Untuk nama,
    nomor, atau kode dokumen: berakhir 0 bila setiap berkasnya utuh dan 11 bila ada yang berubah.
    """
    from service.actions.verify_document import verify_document
    from service.app import open_house

    house = open_house()
    if not _is_file(what):
        return _verify_filed(what, json=json, house=house)
    verification = verify_document(Path(what), house=house)
    if json:
        as_json(_json(verification, house=house))
    else:
        _show(verification, house=house)
    return _EXIT[verification.verdict.value]


def _is_file(what: str) -> bool:
    """A missing file is still meant as one when it is named like one."""
    path = Path(what)
    named_so = path.is_absolute() or path.suffix.lower() in {".pdf", ".docx", ".json"}
    return named_so or path.exists()


def _verify_filed(name: str, *, json: bool, house: House) -> int:
    from service.actions.verify_document import verify_filed

    document, problems = verify_filed(name, house=house)
    damaged = any(each.is_error for each in problems)
    if json:
        told = [{"code": each.code, "sentence": each.sentence} for each in problems]
        as_json({"id": document.value, "whole": not damaged, "problems": told})
        return _ALTERED if damaged else 0
    for each in problems:
        say(f"{each.code}  {each.sentence}")
    if damaged:
        raise StoreDamaged(len(problems))
    say(f"Dokumen {document} utuh: setiap berkasnya sama dengan saat diarsipkan.")
    return 0


def _show(verification: Verification, *, house: House) -> None:
    from service.actions.tell_standing import standing_sentence

    say(verification.sentence)
    if verification.found:
        document = house.archive.document(verification.found[0].document)
        record = document.record
        if not document.standing.holds:
            say(standing_sentence(document.standing))
        facts((("nomor", record.number), ("judul", record.title), ("kantor", record.office)))


def _json(verification: Verification, *, house: House) -> dict[str, Any]:
    return {
        "verdict": verification.verdict.value,
        "sentence": verification.sentence,
        "sha512": verification.digest,
        "found": [
            {
                "id": each.document.value,
                "version": each.version.value,
                "file": each.file.name,
                "number": house.archive.document(each.document).record.number,
                "state": house.archive.document(each.document).state,
            }
            for each in verification.found
        ],
    }
