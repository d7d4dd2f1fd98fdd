"""``lontar import``: an old document becomes data, with every inference told."""

# ruff: noqa: PLC0415 - what a command needs is loaded when it runs, so --help answers at once

from __future__ import annotations

from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Any

import click

from service.cli.arguments import command, json_option, kind_argument
from service.cli.output import as_json, say, show_findings, show_proposals

if TYPE_CHECKING:
    from collections.abc import Sequence

    from doc_templates.findings import Finding
    from doc_templates.kind import Kind
    from doc_templates.old_file import Noticed
    from doc_templates.usulan import Usulan
    from service.actions.import_document import Imported


@command("import", "lontar import sop naskah-lama.docx --to sop.json")
@kind_argument
@click.argument("file", metavar="BERKAS")
@click.option("--to", metavar="DATA", help="Berkas data yang dibuat; bawaannya BERKAS.json.")
@click.option("--profile", metavar="NAMA", help="Bentuk naskah; tanpa ini dipilih menurut label.")
@click.option("--force", is_flag=True, help="Timpa hasil impor yang sudah ada.")
@json_option
def import_file(
    *, kind_name: str, file: str, to: str | None, profile: str | None, force: bool, json: bool
) -> int:
    """Baca naskah lama (DOCX atau teks) menjadi data.

    Di sebelah DATA.json disimpan naskah asalnya (DATA.asli) dan semua temuan
    (DATA.temuan.json). Tidak ada kata yang hilang dan tidak ada dugaan yang
    diam-diam: keduanya menjadi temuan dengan tempatnya. Berakhir 4 bila ada temuan
    bertanda E.
    """
    from doc_templates.findings import blocking
    from doc_templates.registry import kind
    from service.actions.import_document import import_document
    from service.outcome import ExitCode

    wanted = kind(kind_name)
    imported = import_document(file, kind=wanted, to=to, profile=profile, overwrite=force)
    proposals = wanted.propose(imported.reading.model) if wanted.propose else []
    blocked = blocking(each.finding for each in imported.reading.noticed)
    if json:
        as_json(_told(imported, wanted, proposals, blocked=bool(blocked)))
    else:
        _show(imported, wanted, proposals)
    return ExitCode.BLOCKED if blocked else 0


def _show(imported: Imported, kind: Kind, proposals: Sequence[Usulan]) -> None:
    noticed = imported.reading.noticed
    show_findings([_with_source(each) for each in noticed])
    say(f"{len(noticed)} temuan saat membaca; semuanya tersimpan di {imported.findings}.")
    show_proposals(proposals)
    if proposals:
        say(f"{len(proposals)} usulan; tidak satu pun diterapkan sebelum Anda menerimanya.")
    say(f"Naskah lama: {imported.original}")
    say(f"Data: {imported.data}")
    say(f"Berikutnya: {_next(imported, kind, proposals)}")


def _with_source(noticed: Noticed) -> Finding:
    """The finding with both of its places, for a person."""
    finding = noticed.finding
    if not noticed.source:
        return finding
    return replace(finding, where=f"{finding.where} ({noticed.source})".strip())


def _next(imported: Imported, kind: Kind, proposals: Sequence[Usulan]) -> str:
    accept = " --accept KODE" if proposals else ""
    return f"lontar check {kind.name} {imported.data}{accept}"


def _told(
    imported: Imported, kind: Kind, proposals: Sequence[Usulan], *, blocked: bool
) -> dict[str, Any]:
    from service.actions.import_document import noticed_json

    return {
        "blocked": blocked,
        "data": str(imported.data),
        "original": str(imported.original),
        "findings_file": str(imported.findings),
        "findings": [noticed_json(each) for each in imported.reading.noticed],
        "proposals": [asdict(each) for each in proposals],
        "next": _next(imported, kind, proposals),
    }
