"""``lontar verify``: is this what was issued?"""

# ruff: noqa: PLC0415 - what a command needs is loaded when it runs, so --help answers at once

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from service.cli.arguments import command, json_option
from service.cli.output import as_json, facts, say

if TYPE_CHECKING:
    from archive.verify import Verification
    from service.app import House

_EXIT = {"same": 0, "continued": 13, "unknown": 12}
"""A continued file is not simply good: what was added may change what a reader sees."""


@command("verify", "lontar verify surat.pdf")
@click.argument("file", metavar="BERKAS")
@json_option
def verify(*, file: str, json: bool) -> int:
    """Periksa apakah berkas ini yang diterbitkan.

    Berakhir 0 bila sama persis, 13 bila diawali isi yang diterbitkan lalu berlanjut
    (misalnya salinan yang ditandatangani), dan 12 bila tidak dikenal.
    """
    from service.actions.verify_document import verify_document
    from service.app import open_house

    house = open_house()
    verification = verify_document(Path(file), house=house)
    if json:
        as_json(_json(verification, house=house))
    else:
        _show(verification, house=house)
    return _EXIT[verification.verdict.value]


def _show(verification: Verification, *, house: House) -> None:
    say(verification.sentence)
    if verification.found:
        record = house.archive.document(verification.found[0].document).record
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
            }
            for each in verification.found
        ],
    }
