"""``lontar template``: the forms of offices; tried, kept and listed."""

# ruff: noqa: PLC0415 - what a command needs is loaded when it runs, so --help answers at once

from __future__ import annotations

from pathlib import Path

import click

from service.cli.arguments import command, json_option, kind_argument
from service.cli.output import as_json, facts, hint, say, table
from service.cli.template_acts import get, preview, publish, rollback
from service.cli.template_telling import (
    STATES,
    content_of,
    force_option,
    form_json,
    judged_json,
    put,
    reason_option,
    show_judged,
    version_argument,
)
from service.cli.words import Group

REJECTED = 8
"""Exit code where the form has faults."""


@command(
    "check",
    "lontar template check perjanjian_kinerja pk-dinas.docx",
    "lontar template check perjanjian_kinerja pk-dinas.docx --annotate pk-bertanda.docx",
)
@kind_argument
@click.argument("file", metavar="BERKAS")
@click.option("--annotate", metavar="BERKAS", help="Tulis salinan bertanda komentar Word di sini.")
@force_option
@json_option
def check(*, kind_name: str, file: str, annotate: str | None, force: bool, json: bool) -> int:
    """Periksa berkas templat tanpa menyimpannya; setiap temuan disebut dengan tempatnya.

    Berakhir dengan kode 8 bila ada yang harus diperbaiki.
    """
    from doc_templates.registry import kind
    from service.office_forms.judged import judged_of
    from workers.trying import try_form

    found = try_form(content_of(file), kind=kind(kind_name), name=Path(file).name)
    if annotate is not None and found.annotated is not None:
        put(found.annotated, annotate, overwrite=force)
    judged = judged_of(found)
    if json:
        as_json(judged_json(judged) | {"sha256": found.digest})
    else:
        show_judged(judged)
        if annotate is not None and found.annotated is None:
            hint("Salinan bertanda tidak dapat dibuat dari berkas ini.")
    return 0 if found.passed else REJECTED


@command(
    "add",
    "lontar template add perjanjian_kinerja pk.docx --office 'Dinas Kominfo' --reason 'Kop baru'",
)
@kind_argument
@click.argument("file", metavar="BERKAS")
@click.option("--office", metavar="KANTOR", required=True, help="Nama kantor seperti tercetak.")
@reason_option
@json_option
def add(*, kind_name: str, file: str, office: str, reason: str, json: bool) -> None:
    """Simpan berkas sebagai versi templat kantor; belum berlaku."""
    from doc_templates.registry import kind
    from service.actions.bring_form import bring_form
    from service.app import open_house

    brought = bring_form(
        content_of(file),
        kind=kind(kind_name),
        office=office,
        file_name=Path(file).name,
        reason=reason,
        house=open_house(),
    )
    if json:
        told = {"repeated": brought.repeated, "judgement": judged_json(brought.judged)}
        as_json(form_json(brought.form) | told)
        return
    show_judged(brought.judged)
    same = " (berkas yang sama sudah pernah disimpan)" if brought.repeated else ""
    say(f"Versi {brought.form.number} tersimpan sebagai {brought.form.id}{same}.")


@command("list", "lontar template list", "lontar template list --kind sop --office 'Dinas Kominfo'")
@click.option("--kind", "kind_name", metavar="JENIS", help="Hanya jenis ini.")
@click.option("--office", metavar="KANTOR", help="Hanya kantor ini.")
@json_option
def list_(*, kind_name: str | None, office: str | None, json: bool) -> None:
    """Daftar versi templat kantor dan mana yang berlaku."""
    from service.actions.look_up_forms import list_forms
    from service.app import open_house
    from service.moments import in_figures

    house = open_house()
    found = list_forms(kind=kind_name, office=office, house=house)
    if json:
        as_json([form_json(each) for each in found])
        return
    if not found:
        say("Belum ada templat kantor; semua dokumen memakai templat bawaan.")
        return
    table(
        ("VERSI", "JENIS", "KANTOR", "KE", "KEADAAN", "DISIMPAN", "OLEH", "ALASAN"),
        [
            (
                each.id,
                each.kind,
                each.office,
                each.number,
                STATES[each.state.value],
                in_figures(each.brought_at, house.settings.zone),
                each.brought_by,
                each.reason,
            )
            for each in found
        ],
    )


@command("show", "lontar template show 7kq2m9x4b1hd")
@version_argument
@json_option
def show(*, version: str, json: bool) -> None:
    """Satu versi: temuannya, asalnya, dan kapan ia diberlakukan."""
    from service.actions.look_up_forms import find_form, history_of
    from service.app import open_house
    from service.moments import in_figures
    from service.office_forms.judged import kept_with

    house = open_house()
    zone = house.settings.zone
    form = find_form(version, house=house)
    judged = kept_with(form)
    acts = history_of(kind=form.kind, office=form.office, house=house)
    mine = [each for each in acts if each.form == form.id]
    if json:
        told = [
            {
                "by": each.published_by,
                "at": each.published_at.isoformat(),
                "reason": each.reason,
            }
            for each in mine
        ]
        as_json(form_json(form) | {"judgement": judged_json(judged), "published": told})
        return
    facts(
        [
            ("Versi", f"{form.number} ({form.id})"),
            ("Jenis", form.kind),
            ("Kantor", form.office),
            ("Keadaan", STATES[form.state.value]),
            ("Berkas", f"{form.file_name}, {form.size} bita"),
            ("SHA-256", form.digest),
            ("Disimpan", f"{in_figures(form.brought_at, zone)} oleh {form.brought_by}"),
            ("Alasan", form.reason),
        ]
    )
    for each in mine:
        say(f"Berlaku   {in_figures(each.published_at, zone)} {each.published_by}: {each.reason}")
    show_judged(judged)


@command("fields", "lontar template fields perjanjian_kinerja")
@kind_argument
@json_option
def fields(*, kind_name: str, json: bool) -> None:
    """Isian yang dapat dicetak templat suatu jenis, dan cara menulisnya di Word."""
    from dataclasses import asdict

    from doc_templates.registry import kind
    from service.office_forms.fields import fields_of

    found = fields_of(kind(kind_name))
    if json:
        as_json([asdict(each) for each in found])
        return
    table(
        ("ISIAN", "DI WORD", "ARTI", "CONTOH"),
        [(each.path, each.written, each.explanation, each.example) for each in found],
    )


template = Group(
    "template",
    commands=(check, add, list_, show, preview, publish, rollback, get, fields),
    help="Templat: bentuk dokumen suatu kantor di Word.",
    example=(
        "lontar template get --house perjanjian_kinerja --to pk.docx",
        "lontar template check perjanjian_kinerja pk.docx",
        "lontar template list --json",
    ),
)
"""All that concerns the forms of offices."""
