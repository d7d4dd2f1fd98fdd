"""``lontar check``: what a reader of the document would stumble over, and what may be mended."""

# ruff: noqa: PLC0415 - what a command needs is loaded when it runs, so --help answers at once

from __future__ import annotations

from dataclasses import asdict
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import click

from service.cli.arguments import command, json_option, kind_argument
from service.cli.outdated import outdated_json, show_outdated
from service.cli.output import as_json, facts, finding_json, say, show_findings, show_proposals

if TYPE_CHECKING:
    from collections.abc import Sequence

    from doc_templates.kind import DataKind
    from service.actions.accept_proposals import Accepted
    from service.actions.check_data import Checked
    from service.actions.outdated import Outdated
    from service.located import DataFile


def _day(typed: str | None) -> date | None:
    """The day that was typed behind --on."""
    try:
        return date.fromisoformat(typed) if typed else None
    except ValueError as error:
        reason = f"“{typed}” bukan tanggal; tulislah seperti 2020-03-02"
        raise click.BadParameter(reason) from error


@command(
    "check",
    "lontar check perjanjian_kinerja pk.yaml",
    "lontar check sop - < sop.json",
    "lontar check sop sop.json --on 2020-03-02",
    "lontar check sop sop.json --accept LAJUR --accept KEPUTUSAN-5",
    "lontar check kinerja kinerja-2024.json",
)
@kind_argument
@click.argument("data", metavar="DATA")
@click.option(
    "--on",
    metavar="TANGGAL",
    callback=lambda _, __, typed: _day(typed),
    help="Nilai dasar hukum pada tanggal ini (tttt-bb-hh); bawaannya hari ini.",
)
@click.option("--thorough", is_flag=True, help="Periksa juga yang lazimnya benar, seperti nama.")
@click.option(
    "--accept",
    "codes",
    metavar="KODE",
    multiple=True,
    help="Terima usulan ini ke dalam berkas data; LAJUR saja berarti semua LAJUR-….",
)
@click.option("--by", metavar="NAMA", help="Siapa yang menerima; bawaannya nama masuk.")
@json_option
def check(
    *,
    kind_name: str,
    data: str,
    on: date | None,
    thorough: bool,
    codes: tuple[str, ...],
    by: str | None,
    json: bool,
) -> int:
    """Periksa data tanpa membuat dokumen apa pun.

    Menampilkan temuan, usulan, dan jumlah yang dapat dihitung. Usulan hanya
    diterapkan bila diterima dengan --accept; naskah semula disimpan sebagai
    DATA.semula. Himpunan data dibandingkan pula dengan naskah yang sudah terbit
    darinya. Berakhir 0 bila tidak ada yang menghalangi penerbitan, 4 bila ada.
    """
    from doc_templates.findings import blocking
    from doc_templates.kind import Tinjauan
    from doc_templates.registry import data_kind
    from service.actions.check_data import check_data
    from service.outcome import ExitCode
    from service.reading import read_data

    wanted = data_kind(kind_name)
    file = read_data(data, kind=wanted)
    accepted = _accept(file, codes, wanted, by) if codes else None
    tinjauan = Tinjauan(pada=on or today(), teliti=thorough)
    checked = check_data(accepted.data if accepted else file, kind=wanted, tinjauan=tinjauan)
    day = tinjauan.pada if wanted.review else None
    blocked = bool(blocking(checked.findings))
    behind = _outdated(checked, wanted)
    if json:
        told = _told(checked, accepted, day, blocked=blocked, file=file)
        as_json(told if behind is None else told | {"outdated": outdated_json(behind)})
    else:
        _show(checked, accepted, day, file=file)
        show_outdated(behind)
    return ExitCode.BLOCKED if blocked else 0


def today() -> date:
    """The day on this computer's calendar."""
    return datetime.now(UTC).astimezone().date()


def summary(found: int, blocking: int) -> str:
    """One sentence on what the findings mean."""
    if blocking:
        return f"{blocking} dari {found} temuan menghalangi penerbitan; KONSEP tetap dapat dicetak."
    if found:
        return f"{found} temuan, tidak ada yang menghalangi penerbitan."
    return "Tidak ada temuan."


def _accept(file: DataFile, codes: Sequence[str], kind: DataKind, by: str | None) -> Accepted:
    from service.actions.accept_proposals import accept_proposals
    from service.app import login_name, now
    from service.reading import STDIN_NAME
    from service.settings import read_settings

    if file.name == STDIN_NAME:
        raise click.UsageError(
            "Usulan diterima ke dalam berkas; simpan data ke berkas, lalu sebut namanya."
        )
    oleh = by or read_settings().actor or login_name()
    return accept_proposals(file, codes, kind=kind, oleh=oleh, pada=now())


def _outdated(checked: Checked, kind: DataKind) -> list[Outdated] | None:
    """What the data make outdated; None where they hold no data set, or nothing is kept here."""
    from service.actions.outdated import data_set_in, outdated
    from service.app import open_house
    from service.settings import read_settings

    data_set = data_set_in(checked.model, kind)
    # Who only checks data need not become an installation.
    if data_set is None or not read_settings().home.is_dir():
        return None
    return outdated(data_set, house=open_house())


def _show(checked: Checked, accepted: Accepted | None, day: date | None, *, file: DataFile) -> None:
    from doc_templates.findings import blocking
    from doc_templates.tanggal import Tanggal

    if accepted is not None:
        _show_accepted(accepted)
    show_findings(checked.findings, data=file if accepted is None else None)
    show_proposals(checked.proposals or ())
    facts(list(checked.figures.items()))
    if day is not None:
        say(f"Dasar hukum dinilai pada {Tanggal(day.year, day.month, day.day).teks}.")
    if checked.proposals is None:
        say("Jenis ini tidak mempunyai usulan.")
    elif checked.proposals:
        say(f"{len(checked.proposals)} usulan; terima yang dipilih dengan --accept KODE.")
    say(summary(len(checked.findings), len(blocking(checked.findings))))


def _show_accepted(accepted: Accepted) -> None:
    if not accepted.proposals:
        say("Semua usulan itu sudah diterima sebelumnya; tidak ada yang ditulis.")
        return
    codes = ", ".join(each.kode for each in accepted.proposals)
    say(f"Diterima ke {accepted.data.name}: {codes}; naskah semula di {accepted.kept}.")


def _told(
    checked: Checked,
    accepted: Accepted | None,
    day: date | None,
    *,
    blocked: bool,
    file: DataFile,
) -> dict[str, Any]:
    told: dict[str, Any] = {
        "blocked": blocked,
        "on": day.isoformat() if day else None,
        "findings": [finding_json(each, data=file) for each in checked.findings],
        "proposals": [asdict(each) for each in checked.proposals or ()],
        "figures": dict(checked.figures),
    }
    if accepted is not None:
        told["accepted"] = [each.kode for each in accepted.proposals]
        told["kept"] = str(accepted.kept) if accepted.kept else None
    return told
