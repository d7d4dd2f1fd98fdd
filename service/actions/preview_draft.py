"""Show what a draft would look like in print while somebody writes it: one print at a time.

What is typed changes faster than it can be printed. A preview that still waits is taken back when
a newer one is wanted; one that a worker holds is let finish, and the newer one waits for it.
"""

from __future__ import annotations

import hashlib
from functools import partial
from typing import TYPE_CHECKING

from archive.records import folded_office
from service.actions.compare_prints import Print
from service.actions.picture_page import picture_page
from service.actions.print_konsep import print_konsep
from service.actions.scratch import scratch
from service.actions.step_draft import kind_of
from service.comparing.child import lay
from service.comparing.errors import PageAbsent
from service.comparing.sheets import page_count
from service.drafts.errors import OfficeDiffers
from service.drafts.text import data_of
from service.validating import validate
from workers.errors import NotCancellable
from workers.jobs import JobState

if TYPE_CHECKING:
    from pathlib import Path

    from service.app import House
    from service.drafts.draft import Draft
    from workers.jobs import Job


def preview_draft(draft: Draft, text: str, *, house: House) -> Job | None:
    """Have a preview printed of the data of a draft, saved or not.

    None while an older preview of the same draft is being made; ask again when it is done.

    Raises:
        DataInvalid: the data do not fit the kind.
        OfficeDiffers: they name another office.
    """
    kind, data = kind_of(draft, house=house), data_of(text)
    office = kind.describe(validate(data, kind=kind)).office
    if folded_office(office) != folded_office(draft.office):
        raise OfficeDiffers(office, draft.office)
    prefix = f"pratinjau-{draft.id}-"
    # The hour, for prints are not kept for ever and a failed one may be asked again.
    key = f"{prefix}{hashlib.sha256(text.encode()).hexdigest()[:16]}-{house.clock():%Y%m%d%H}"
    busy = False
    for each in house.jobs.under_way(prefix):
        if (each.key or "").startswith(key):
            return each
        busy = not _taken_back(each, house=house) or busy
    if busy:
        return None
    job = print_konsep(data, kind=kind, key=key, house=house).job
    if job.state is not JobState.CANCELLED and _usable(job, house=house):
        return job
    # Taken back while something else was typed, or cleared away since; now it is wanted again.
    return print_konsep(data, kind=kind, key=f"{key}-{house.new_name()}", house=house).job


def pages_of(job: Job, *, house: House) -> int:
    """Pages of a finished print; 0 where it was cleared away.

    Raises:
        PrintTooHard, PrintUnreadable, ComparingBusy: nobody can tell.
    """
    path = file_of(job, house=house)
    if not path.is_file():
        return 0
    with scratch(house) as folder:
        return page_count(path, folder=folder)


def picture_konsep(job: Job, page: int, *, house: House) -> bytes:
    """A page of a finished print as PNG.

    Raises:
        PageAbsent: there is no such page, or the print was cleared away.
        PrintTooHard, PrintUnreadable, ComparingBusy: it cannot be drawn.
    """
    path = file_of(job, house=house)
    if job.state is not JobState.PRINTED or not path.is_file():
        raise PageAbsent(page)
    told = Print(f"konsep-{job.id}", partial(_lay, path), _unnoted)
    return picture_page(told, page=page, house=house)


def file_of(job: Job, *, house: House) -> Path:
    """Where a KONSEP lies as long as it is kept."""
    return house.settings.work / job.id / "document.pdf"


def _taken_back(job: Job, *, house: House) -> bool:
    """Take back a preview that waits; False where a worker holds it."""
    try:
        with house.database.transaction() as connection:
            house.jobs.cancel(connection, job.id, now=house.clock())
    except NotCancellable as error:
        return JobState(error.state).finished
    return True


def _usable(job: Job, *, house: House) -> bool:
    return job.state is not JobState.PRINTED or file_of(job, house=house).is_file()


def _lay(path: Path, to: Path) -> None:
    to.write_bytes(path.read_bytes())
    lay(to)


def _unnoted() -> None:
    """A KONSEP is nobody's record."""
