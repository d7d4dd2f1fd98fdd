"""``lontar kinds``, ``schema`` and ``sample``: what can be asked for, and with which data."""

# ruff: noqa: PLC0415 - what a command needs is loaded when it runs, so --help answers at once

from __future__ import annotations

import click

from service.cli.arguments import command, json_option, kind_argument
from service.cli.output import as_json, say, table


@command("kinds", "lontar kinds")
@json_option
def list_kinds(*, json: bool) -> None:
    """Daftar jenis dokumen, dan himpunan data yang dicetaknya."""
    from doc_templates.kind import Kind
    from doc_templates.registry import data_kinds

    found = [(each, isinstance(each, Kind)) for each in data_kinds().values()]
    if json:
        as_json(
            [
                {
                    "name": each.name,
                    "title": each.title,
                    "document": printed,
                    "samples": list(each.samples()),
                }
                for each, printed in found
            ]
        )
        return
    rows = [(each.name, each.title, "naskah" if printed else "data") for each, printed in found]
    table(("JENIS", "NAMA", "BENTUK"), rows)


@command("schema", "lontar schema perjanjian_kinerja > skema.json")
@kind_argument
@click.option("--json", is_flag=True, help="Tidak mengubah apa pun: skema selalu berupa JSON.")
def show_schema(*, kind_name: str, json: bool) -> None:  # noqa: ARG001 - every command takes it
    """JSON Schema dari data suatu jenis dokumen."""
    from doc_templates.registry import data_kind

    as_json(data_kind(kind_name).model.model_json_schema())


@command(
    "sample", "lontar sample perjanjian_kinerja", "lontar sample perjanjian_kinerja camat > pk.json"
)
@kind_argument
@click.argument("name", metavar="[CONTOH]", required=False)
@json_option
def show_sample(*, kind_name: str, name: str | None, json: bool) -> None:
    """Contoh data yang lengkap.

    Tanpa CONTOH: daftar namanya, atau contoh itu sendiri bila hanya ada satu.
    """
    from doc_templates.registry import data_kind

    samples = data_kind(kind_name).samples()
    if name is None and len(samples) == 1:
        name = next(iter(samples))
    if name is None:
        if json:
            as_json(list(samples))
        else:
            say("\n".join(samples))
        return
    if name not in samples:
        from difflib import get_close_matches

        from service.errors import SampleUnknown

        nearest = get_close_matches(name, samples, n=1)
        raise SampleUnknown(kind_name, name, list(samples), nearest[0] if nearest else None)
    say(samples[name].read_text(encoding="utf-8").rstrip("\n"))
