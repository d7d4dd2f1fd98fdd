"""KONSEP prints for those who judge: of each round once, whoever asks, made again when gone."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from dataclasses import replace
from functools import partial
from itertools import count
from typing import TYPE_CHECKING, Final

from archive.records import Actor
from service.actions.compare_prints import Print
from service.actions.print_konsep import print_konsep
from service.actions.step_draft import kind_of
from service.comparing.child import lay
from service.comparing.errors import PrintMissing
from service.drafts import store
from service.drafts.text import data_of
from service.errors import DataError
from workers.jobs import JobState

if TYPE_CHECKING:
    from pathlib import Path

    from service.app import House
    from service.drafts.draft import Draft
    from workers.jobs import Job

ASKER: Final = "Lontar (untuk pemeriksaan)"
"""Nobody's own request: writer and judge share it, and so its key."""
_GIVEN_UP: Final = frozenset({JobState.REJECTED, JobState.CANCELLED})
_TRIES: Final = 3
"""Prints that were given up before nobody asks for another."""


def prepare_review(draft: Draft, *, house: House) -> None:
    """Have the last two rounds printed, so that their pages lie there when the judge comes."""
    with house.database.reading() as connection:
        rounds = store.rounds_of(connection, draft.id)
    for each in rounds[-2:]:
        with suppress(DataError):
            ask_for_review(draft, each.data, house=house)


def ask_for_review(draft: Draft, data: str, *, house: House) -> Job:
    """Have a KONSEP printed of the data of a round, unless there is one.

    Args:
        draft: whose round.
        data: as sent, JSON.
        house: where it is printed.

    Raises:
        DataInvalid: the data do not fit the kind.
    """
    last, many = _found(draft, data, house=house)
    if last is not None and (_stands(last, house=house) or _hopeless(last, many)):
        return last
    asker = replace(house, actor=Actor(ASKER, house.actor.address))
    key = _key(draft, data, many)
    return print_konsep(data_of(data), kind=kind_of(draft, house=house), key=key, house=asker).job


def print_for_review(draft: Draft, data: str, *, house: House) -> Job | None:
    """The print of a round, finished or not; None where it must be asked for."""
    last, many = _found(draft, data, house=house)
    usable = last is not None and (_stands(last, house=house) or _hopeless(last, many))
    return last if usable else None


def print_of_job(job: Job, *, house: House) -> Print:
    """A finished KONSEP, ready for comparing.

    Raises:
        PrintMissing: it is not finished, or was cleared away meanwhile.
    """
    path = file_of(job, house=house)
    if job.state is not JobState.PRINTED or not path.is_file():
        raise PrintMissing("KONSEP itu")
    return Print(f"konsep-{job.id}-{job.data_digest}", partial(_lay, path), _unnoted)


def file_of(job: Job, *, house: House) -> Path:
    """Where a KONSEP lies as long as it is kept."""
    return house.settings.work / job.id / "document.pdf"


def _found(draft: Draft, data: str, *, house: House) -> tuple[Job | None, int]:
    """The last print that was asked for, and how many were."""
    last = None
    with house.database.reading() as connection:
        for many in count():
            job = house.jobs.find_key(connection, ASKER, _key(draft, data, many))
            if job is None:
                return last, many
            last = job
    return None, 0


def _key(draft: Draft, data: str, many: int) -> str:
    return f"periksa-{draft.id}-{hashlib.sha256(data.encode()).hexdigest()[:16]}-{many}"


def _stands(job: Job, *, house: House) -> bool:
    """Whether it is on its way, or lies there."""
    if job.state is JobState.PRINTED:
        return file_of(job, house=house).is_file()
    return job.state not in _GIVEN_UP


def _hopeless(job: Job, many: int) -> bool:
    return job.state in _GIVEN_UP and many >= _TRIES


def _lay(path: Path, to: Path) -> None:
    try:
        to.write_bytes(path.read_bytes())
    except FileNotFoundError as error:
        raise PrintMissing("KONSEP itu") from error
    lay(to)


def _unnoted() -> None:
    """A KONSEP is no record of the archive; its trail is the draft's own."""
