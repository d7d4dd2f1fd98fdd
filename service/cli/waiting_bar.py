"""A progress bar over jobs that are being made, and what became of them."""

# ruff: noqa: PLC0415 - what a command needs is loaded when it runs, so --help answers at once

from __future__ import annotations

from typing import TYPE_CHECKING

from service.cli.output import progress

if TYPE_CHECKING:
    from collections.abc import Sequence

    from service.app import House
    from workers.jobs import Job

_STAGES = {
    None: "menunggu",
    "fill": "mengisi",
    "convert": "menata",
    "stamp": "memberi cap",
    "gate": "memeriksa",
    "file": "mengarsipkan",
}


def wait_with_bar(
    ids: Sequence[str], *, house: House, within: float, quiet: bool
) -> dict[str, Job]:
    """Wait for jobs while showing how far they are; id → finished job."""
    from service.waiting import wait_for

    with progress("menunggu pekerja", len(ids), quiet=quiet) as step:

        def show(jobs: list[Job]) -> None:
            busy = next((each for each in jobs if each.state.value == "making"), None)
            step(
                completed=sum(each.state.finished for each in jobs),
                task=f"{busy.kind}: {_STAGES.get(busy.stage, busy.stage)}" if busy else None,
            )

        return {each.id: each for each in wait_for(ids, house=house, within=within, on_change=show)}
