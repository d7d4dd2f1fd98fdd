"""``lontar withdraw`` and ``reinstate``: how a document stands."""

# ruff: noqa: PLC0415 - what a command needs is loaded when it runs, so --help answers at once

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from service.cli.arguments import command, json_option
from service.cli.output import as_json, say

if TYPE_CHECKING:
    from datetime import datetime

    from archive.standing import State

_reason = click.option("--reason", required=True, help="Alasan; tercatat selamanya.")
_since = click.option(
    "--since", type=click.DateTime(["%Y-%m-%d"]), metavar="TANGGAL", help="Bawaan: hari ini."
)


@command(
    "withdraw",
    'lontar withdraw 7f3k9m2qx8ab --reason "Salah lampiran" --since 2026-11-02',
    'lontar withdraw 7f3k9m2qx8ab --reason "Terbit yang baru" --replaced-by 0m4vq2k7t9cd',
)
@click.argument("name", metavar="DOKUMEN")
@_reason
@_since
@click.option("--replaced-by", metavar="DOKUMEN", help="Dokumen penggantinya, dari kantor itu.")
@json_option
def withdraw(
    *, name: str, reason: str, since: datetime | None, replaced_by: str | None, json: bool
) -> None:
    """Cabut dokumen, atau nyatakan digantikan dokumen lain.

    Berkas dan riwayatnya tetap tersimpan.
    """
    from archive.standing import State

    state = State.WITHDRAWN if replaced_by is None else State.SUPERSEDED
    _stand(name, state, reason=reason, since=since, successor=replaced_by, json=json)


@command("reinstate", 'lontar reinstate 7f3k9m2qx8ab --reason "Dicabut karena keliru"')
@click.argument("name", metavar="DOKUMEN")
@_reason
@_since
@json_option
def reinstate(*, name: str, reason: str, since: datetime | None, json: bool) -> None:
    """Berlakukan kembali dokumen yang dicabut atau digantikan."""
    from archive.standing import State

    _stand(name, State.IN_FORCE, reason=reason, since=since, successor=None, json=json)


def _stand(
    name: str,
    state: State,
    *,
    reason: str,
    since: datetime | None,
    successor: str | None,
    json: bool,
) -> None:
    from archive.standing import Standing
    from service.actions.find_successor import find_successor
    from service.actions.open_document import open_document
    from service.actions.stand_document import stand_document
    from service.app import open_house
    from service.moments import day_of

    house = open_house()
    document = open_document(name, house=house)
    heir = None if successor is None else find_successor(successor, of=document, house=house)
    today = day_of(house.clock(), house.settings.zone)
    said = Standing(state, today if since is None else since.date(), reason, heir)
    receipt = stand_document(document, said, house=house)
    if json:
        told = {"id": document.document.value, "version": receipt.version.value}
        as_json(told | {"standing": said.to_plain()})
        return
    newest = house.archive.document(document.document)
    say(f"{document.document}  {receipt.version}  {newest.head.message}")
