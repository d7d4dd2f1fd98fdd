"""``lontar template``: a version is printed, put in force, taken back or copied out."""

# ruff: noqa: PLC0415 - what a command needs is loaded when it runs, so --help answers at once

from __future__ import annotations

from pathlib import Path

import click

from service.cli.arguments import command, json_option, within_option
from service.cli.output import as_json, say
from service.cli.template_telling import (
    force_option,
    form_json,
    kind_of,
    put,
    reason_option,
    version_argument,
)

_to = click.option("--to", metavar="BERKAS", required=True, help="Berkas tujuan.")


@command("preview", "lontar template preview 7kq2m9x4b1hd --sample camat --to pratinjau.pdf")
@version_argument
@click.option("--sample", metavar="CONTOH", help="Data contoh; bawaannya contoh pertama.")
@_to
@force_option
@within_option
@json_option
def preview(
    *, version: str, sample: str | None, to: str, force: bool, within: float, json: bool
) -> None:
    """Cetak KONSEP dengan data contoh pada versi ini; syarat untuk memberlakukannya."""
    from service.actions.look_up_forms import find_form
    from service.actions.preview_form import preview_form
    from service.app import open_house
    from service.cli.make import ensure_made
    from service.cli.waiting_bar import wait_with_bar
    from service.placing import copy

    house = open_house()
    form = find_form(version, house=house)
    kind = kind_of(form, house)
    chosen = sample or next(iter(kind.samples()))
    asked = preview_form(form, sample=chosen, kind=kind, house=house)
    job = wait_with_bar([asked.job.id], house=house, within=within, quiet=json)[asked.job.id]
    ensure_made(job)
    copy(house.settings.work / job.id / "document.pdf", Path(to), overwrite=force)
    if json:
        as_json({"job": job.id, "sample": chosen, "pages": job.pages, "file": to})
        return
    say(f"{to}  ({job.pages} halaman, contoh {chosen})")


@command(
    "publish",
    "lontar template publish 7kq2m9x4b1hd --reason 'Disetujui kepala dinas'",
)
@version_argument
@reason_option
@json_option
def publish(*, version: str, reason: str, json: bool) -> None:
    """Berlakukan satu versi untuk dokumen yang diminta mulai sekarang."""
    _publish(version, reason=reason, json=json)


@command(
    "rollback",
    "lontar template rollback 7kq2m9x4b1hd --reason 'Kop keliru'",
    "lontar template rollback --house sop --office 'Dinas Kominfo' --reason 'Belum disetujui'",
)
@click.argument("version", metavar="[VERSI]", required=False)
@click.option("--house", "house_kind", metavar="JENIS", help="Kembali ke templat bawaan jenis ini.")
@click.option("--office", metavar="KANTOR", help="Kantor yang kembali ke templat bawaan.")
@reason_option
@json_option
def rollback(
    *, version: str | None, house_kind: str | None, office: str | None, reason: str, json: bool
) -> None:
    """Berlakukan kembali versi lama, atau templat bawaan."""
    if (version is None) == (house_kind is None):
        raise click.UsageError("Sebutkan satu VERSI, atau --house JENIS dengan --office KANTOR.")
    if version is not None:
        _publish(version, reason=reason, json=json)
        return
    from doc_templates.registry import kind
    from service.actions.publish_form import return_to_house
    from service.app import open_house

    found = kind(house_kind or "")
    return_to_house(kind=found, office=office or "", reason=reason, house=open_house())
    if json:
        as_json({"kind": found.name, "office": office, "form": None})
        return
    say(f"Dokumen {found.name} dari {office} kembali memakai templat bawaan.")


@command(
    "get",
    "lontar template get 7kq2m9x4b1hd --to pk-dinas.docx",
    "lontar template get --house perjanjian_kinerja --to pk-bawaan.docx",
    "lontar template get --sha256 9f2c… --to templat-dokumen-itu.docx",
)
@click.argument("version", metavar="[VERSI]", required=False)
@click.option("--house", "house_kind", metavar="JENIS", help="Templat bawaan jenis ini.")
@click.option("--sha256", metavar="SIDIK", help="Versi dengan sidik ini, seperti pada provenance.")
@_to
@force_option
def get(
    *, version: str | None, house_kind: str | None, sha256: str | None, to: str, force: bool
) -> None:
    """Salin berkas templat: satu versi, templat bawaan, atau menurut sidiknya."""
    if [version, house_kind, sha256].count(None) != 2:  # noqa: PLR2004 - one of the three
        raise click.UsageError("Sebutkan satu saja: VERSI, --house JENIS, atau --sha256 SIDIK.")

    put(_wanted(version, house_kind, sha256), to, overwrite=force)
    say(to)


def _wanted(version: str | None, house_kind: str | None, sha256: str | None) -> bytes:
    from doc_templates.registry import kind
    from service.actions.look_up_forms import find_form, hand_out_form, list_forms
    from service.app import open_house
    from service.office_forms.errors import FormUnknown

    if house_kind is not None:
        return kind(house_kind).template.read_bytes()
    house = open_house()
    if version is not None:
        form = find_form(version, house=house)
    else:
        found = list_forms(digest=(sha256 or "").lower(), house=house)
        if not found:
            raise FormUnknown(sha256 or "")
        form = found[0]
    return hand_out_form(form, kind=kind_of(form, house), house=house)


def _publish(version: str, *, reason: str, json: bool) -> None:
    from service.actions.look_up_forms import find_form
    from service.actions.publish_form import publish_form
    from service.app import open_house

    house = open_house()
    form = find_form(version, house=house)
    done = publish_form(form, reason=reason, kind=kind_of(form, house), house=house)
    if json:
        as_json(form_json(done))
        return
    say(f"Versi {done.number} berlaku untuk dokumen {done.office} yang diminta mulai sekarang.")
