"""``lontar intake``: returned forms are read, shown, and taken in only when accepted."""

# ruff: noqa: PLC0415 - what a command needs is loaded when it runs, so --help answers at once

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from service.cli.arguments import command, json_option
from service.cli.output import as_json, finding_json, say, show_findings, table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from service.actions.take_in_forms import ReturnedForm, TakenIn
    from service.located import DataFile


@command(
    "intake",
    "lontar intake formulir-kinerja-2024-TW2-BID-IKP.xlsx data.json",
    "lontar intake kembali/*.xlsx data.json --triwulan 2 --accept --by SEKRETARIAT",
)
@click.argument("files", metavar="FORMULIR...", nargs=-1, required=True)
@click.argument("data", metavar="DATA")
@click.option("--unit", metavar="UNIT", help="Tolak formulir unit lain.")
@click.option(
    "--triwulan", metavar="KE", type=click.IntRange(1, 4), help="Tolak formulir triwulan lain."
)
@click.option("--accept", is_flag=True, help="Terima semua perubahan ke dalam berkas data.")
@click.option("--by", metavar="NAMA", help="Siapa yang menerima; bawaannya nama masuk.")
@json_option
def intake(
    *,
    files: tuple[str, ...],
    data: str,
    unit: str | None,
    triwulan: int | None,
    accept: bool,
    by: str | None,
    json: bool,
) -> int:
    """Baca formulir Excel yang telah diisi.

    Menampilkan temuan menurut lembar dan sel, serta apa yang akan berubah. Tidak ada yang
    disimpan sebelum --accept, dan tidak ada satu pun bila ada temuan bertanda E. Formulir asli
    disimpan di DATA.formulir. Berakhir 4 bila ada yang tertahan.
    """
    from service.actions.take_in_forms import read_forms
    from service.outcome import ExitCode
    from service.reading import read_data

    file = read_data(data)
    forms = read_forms(files, file, unit=unit, triwulan=triwulan)
    held_back = any(each.read.tertahan for each in forms)
    taken = _take_in(forms, file, by) if accept and not held_back else None
    if json:
        as_json(_told(forms, taken, held_back=held_back))
    else:
        _show(forms, taken, held_back=held_back, accept=accept)
    return ExitCode.BLOCKED if held_back else 0


def _take_in(forms: Sequence[ReturnedForm], file: DataFile, by: str | None) -> TakenIn:
    from service.actions.take_in_forms import take_in_forms
    from service.app import login_name, now
    from service.reading import STDIN_NAME
    from service.settings import read_settings

    if file.name == STDIN_NAME:
        raise click.UsageError(
            "Isian diterima ke dalam berkas; simpan data ke berkas, lalu sebut namanya."
        )
    oleh = by or read_settings().actor or login_name()
    return take_in_forms(forms, file, oleh=oleh, pada=now())


def _show(
    forms: Sequence[ReturnedForm], taken: TakenIn | None, *, held_back: bool, accept: bool
) -> None:
    for each in forms:
        identity = each.read.identitas
        whose = f": {identity.unit}, {identity.nama_triwulan}" if identity else ""
        say(f"{each.path}{whose}")
        show_findings(each.read.temuan)
        if each.read.perubahan and not each.read.tertahan:
            rows = [
                (one.tempat, one.kunci, one.judul, one.teks_semula, one.teks_menjadi)
                for one in each.read.perubahan
            ]
            table(("Sel", "Baris", "Isian", "Semula", "Menjadi"), rows)
    say(_summary(forms, taken, held_back=held_back, accept=accept))


def _summary(
    forms: Sequence[ReturnedForm], taken: TakenIn | None, *, held_back: bool, accept: bool
) -> str:
    count = sum(len(each.read.perubahan) for each in forms if not each.read.tertahan)
    if held_back:
        held = sum(each.read.tertahan for each in forms)
        stored = " Tidak ada yang disimpan." if accept else ""
        return f"{held} dari {len(forms)} formulir tertahan oleh temuan bertanda E.{stored}"
    if taken is None:
        if not count:
            return "Tidak ada perubahan."
        return f"{count} perubahan; terima dengan --accept."
    if taken.kept is None:
        return "Tidak ada perubahan; tidak ada yang ditulis."
    return f"{count} perubahan diterima; data semula di {taken.kept}."


def _told(
    forms: Sequence[ReturnedForm], taken: TakenIn | None, *, held_back: bool
) -> dict[str, Any]:
    told: dict[str, Any] = {"blocked": held_back, "forms": [_form(each) for each in forms]}
    if taken is not None:
        told["accepted"] = sum(len(each.read.perubahan) for each in forms)
        told["kept"] = str(taken.kept) if taken.kept else None
        told["originals"] = [str(each) for each in taken.forms]
    return told


def _form(form: ReturnedForm) -> dict[str, Any]:
    identity = form.read.identitas
    return {
        "file": str(form.path),
        "sha256": form.read.sha256,
        "unit": identity.unit if identity else None,
        "year": identity.tahun if identity else None,
        "quarter": identity.triwulan if identity else None,
        "blocked": form.read.tertahan,
        "findings": [finding_json(each) for each in form.read.temuan],
        "changes": [
            {
                "cell": each.tempat,
                "row": each.kunci,
                "field": each.medan,
                "old": each.teks_semula,
                "new": each.teks_menjadi,
            }
            for each in form.read.perubahan
        ],
    }
