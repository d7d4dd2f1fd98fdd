"""How the commands for offices' forms read files and tell what they found."""

# ruff: noqa: PLC0415 - what a command needs is loaded when it runs, so --help answers at once

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from service.cli.output import say

if TYPE_CHECKING:
    from doc_templates.form_codes import FormFault
    from doc_templates.kind import Kind
    from service.app import House
    from service.office_forms.judged import Judged
    from workers.office_form import OfficeForm

STATES: Final = {"draft": "belum berlaku", "published": "berlaku", "retired": "pernah berlaku"}
"""State of a version as people read it."""
version_argument = click.argument("version", metavar="VERSI")
"""Id of a version."""
reason_option = click.option(
    "--reason", metavar="ALASAN", required=True, help="Tercatat pada riwayat."
)
"""Why."""
force_option = click.option("--force", is_flag=True, help="Timpa berkas yang sudah ada.")
"""Write over what is there."""


def put(content: bytes, to: str, *, overwrite: bool) -> None:
    """Write a file whole."""
    from service.placing import placed

    with placed(Path(to), overwrite=overwrite) as aside:
        aside.write_bytes(content)


def kind_of(form: OfficeForm, house: House) -> Kind:
    """The kind that a form prints."""
    from doc_templates.errors import KindUnknown

    if form.kind not in house.kinds:
        raise KindUnknown(form.kind, house.kinds)
    return house.kinds[form.kind]


def content_of(file: str) -> bytes:
    """The bytes of a form; one more than it may have, at most."""
    from service.errors import DataMissing, DataUnreadable
    from workers.trying import FILE_LIMIT

    try:
        with Path(file).open("rb") as opened:
            return opened.read(FILE_LIMIT + 1)
    except FileNotFoundError as error:
        raise DataMissing(file) from error
    except OSError as error:
        raise DataUnreadable(file, error.strerror or str(error)) from error


def show_judged(judged: Judged) -> None:
    """Each fault with its place and remedy, and the verdict."""
    for each in judged.faults:
        say(_line(each))
        if each.remedy:
            say(f"     {each.remedy}")
    if judged.unused:
        say(f"I  {len(judged.unused)} isian tidak dicetak: {', '.join(judged.unused)}")
    say("Templat dapat dipakai." if judged.passed else "Templat belum dapat dipakai.")


def _line(fault: FormFault) -> str:
    place = f"{fault.place}: " if fault.place else ""
    nearest = f" (mungkin “{fault.nearest}”)" if fault.nearest else ""
    return f"{fault.level.value}  {fault.code}  {place}{fault.sentence}{nearest}"


def judged_json(judged: Judged) -> dict[str, Any]:
    """A judgement for a program."""
    from dataclasses import asdict

    return asdict(judged)


def form_json(form: OfficeForm) -> dict[str, Any]:
    """A version for a program."""
    return {
        "id": form.id,
        "kind": form.kind,
        "office": form.office,
        "number": form.number,
        "state": form.state.value,
        "sha256": form.digest,
        "size": form.size,
        "file_name": form.file_name,
        "brought_by": form.brought_by,
        "brought_at": form.brought_at.isoformat(),
        "reason": form.reason,
    }
