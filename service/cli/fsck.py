"""``lontar fsck`` and ``rebuild``: is the archive whole, and the index made anew from it."""

# ruff: noqa: PLC0415 - what a command needs is loaded when it runs, so --help answers at once

from __future__ import annotations

from typing import TYPE_CHECKING

from service.cli.arguments import command, json_option
from service.cli.output import as_json, progress, say

if TYPE_CHECKING:
    from collections.abc import Callable


_ALTERED = 11


@command("fsck", "lontar fsck")
@json_option
def fsck(*, json: bool) -> int:
    """Periksa keutuhan seluruh arsip, berkas demi berkas."""
    from service.app import open_house
    from service.errors import StoreDamaged

    house = open_house()
    with progress("memeriksa", None, quiet=json) as step:
        problems = list(house.archive.fsck(progress=told(step)))
    if json:
        as_json(
            [
                {"code": each.code, "where": each.where, "sentence": each.sentence}
                for each in problems
            ]
        )
        return _ALTERED if any(each.is_error for each in problems) else 0
    for each in problems:
        say(f"{each.code}  {each.sentence}")
    if errors := sum(each.is_error for each in problems):
        raise StoreDamaged(errors)
    say("Arsip utuh.")
    return 0


@command("rebuild", "lontar rebuild")
@json_option
def rebuild(*, json: bool) -> None:
    """Bangun ulang indeks dari arsip.

    Pekerjaan dan nomor yang belum terbit tidak disentuh.
    """
    from service.app import open_house

    house = open_house()
    with progress("membangun indeks", None, quiet=json) as step:
        count = house.archive.rebuild(progress=told(step))
    if json:
        as_json({"documents": count})
        return
    say(f"Indeks memuat {count} dokumen.")


def told(step: Callable[..., None]) -> Callable[[int, int], None]:
    """The archive's way of telling progress, as a bar takes it."""
    return lambda done, total: step(completed=done, total=total)
