"""``lontar check``: what a reader of the document would stumble over."""

# ruff: noqa: PLC0415 - what a command needs is loaded when it runs, so --help answers at once

from __future__ import annotations

import click

from service.cli.arguments import command, json_option, kind_argument
from service.cli.output import as_json, finding_json, say, show_findings

_BLOCKED = 4


@command("check", "lontar check perjanjian_kinerja pk.yaml", "lontar check sop - < sop.json")
@kind_argument
@click.argument("data", metavar="DATA")
@json_option
def check(*, kind_name: str, data: str, json: bool) -> int:
    """Periksa data tanpa membuat apa pun.

    Berakhir 0 bila tidak ada yang menghalangi penerbitan, 4 bila ada.
    """
    from doc_templates.findings import blocking
    from doc_templates.registry import kind
    from service.actions.check_data import check_data
    from service.reading import read_data

    findings = check_data(read_data(data), kind=kind(kind_name))
    blocked = blocking(findings)
    if json:
        as_json({"blocked": bool(blocked), "findings": [finding_json(each) for each in findings]})
        return _BLOCKED if blocked else 0
    show_findings(findings)
    say(summary(len(findings), len(blocked)))
    return _BLOCKED if blocked else 0


def summary(found: int, blocking: int) -> str:
    """One sentence on what the findings mean."""
    if blocking:
        return f"{blocking} dari {found} temuan menghalangi penerbitan; KONSEP tetap dapat dicetak."
    if found:
        return f"{found} temuan, tidak ada yang menghalangi penerbitan."
    return "Tidak ada temuan."
