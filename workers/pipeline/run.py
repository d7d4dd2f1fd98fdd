"""The one loop: a job goes through the stages of its recipe, and a retry goes on where it ended."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from archive.records import Receipt
from workers.errors import DataRefused, KindGone, StorageFull
from workers.pipeline.artifacts import CheckedPdf, Draft
from workers.pipeline.file import NO_ROOM
from workers.pipeline.stages import KEPT, RECIPES

if TYPE_CHECKING:
    from pathlib import Path

    from doc_templates.kind import Kind
    from workers.job import Job
    from workers.office_form import FormContent
    from workers.pipeline.stages import Bench

Note = Callable[[str, Mapping[str, Any]], None]
"""Writes a stage's checkpoint down; raises where the job is no longer ours."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a job came to."""

    pages: int
    notes: tuple[str, ...]
    receipt: Receipt | None
    """None on a KONSEP, whose files stay in the working folder."""


def run(draft: Draft, *, bench: Bench, checkpoints: Mapping[str, Any], note: Note) -> Outcome:
    """Take a draft through every stage of its recipe.

    Args:
        draft: the document about to be made.
        bench: what the stages work with; its folder is made where it is missing.
        checkpoints: what earlier attempts noted, stage → checkpoint.
        note: called after each stage that was done now.

    Raises:
        Transient: nothing is wrong with the document.
        Rejected: it can never be made.
    """
    artifacts: list[Any] = [draft]
    try:
        _clear_leftovers(bench.folder)
        for stage in RECIPES[bench.job.recipe]:
            given = artifacts[-1]
            made = stage.remembered(given, checkpoints.get(stage.name), folder=bench.folder)
            if made is None:
                began = time.perf_counter()
                made = stage.work(given, bench)
                spent = time.perf_counter() - began
                note(stage.name, stage.noted(given, made, seconds=spent))
            artifacts.append(made)
    except OSError as error:
        if error.errno in NO_ROOM:
            raise StorageFull(str(bench.folder)) from error
        raise
    passed = next(each for each in artifacts if isinstance(each, CheckedPdf))
    return Outcome(
        pages=passed.stamped.pages,
        notes=passed.notes,
        receipt=made if isinstance(made, Receipt) else None,
    )


def _clear_leftovers(folder: Path) -> None:
    """Make the folder, or leave in it only what stages leave there.

    A LibreOffice that is killed leaves a lock file beside the document, and the next one that
    opens the document waits for an answer to its question about it until its time is over.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for path in folder.iterdir():
        if path.name not in KEPT:
            path.unlink()


def draft_of(job: Job, kinds: Mapping[str, Kind], *, form: FormContent | None = None) -> Draft:
    """The draft that a job asks for.

    Args:
        job: as it stands in the ledger.
        kinds: installed here.
        form: of the office, where the job names one.

    Raises:
        KindGone: its kind is not installed here.
        DataRefused: its data do not fit the kind's model (any more).
    """
    kind = kinds.get(job.kind)
    if kind is None:
        raise KindGone(job.kind)
    try:
        data = kind.model.model_validate_json(job.data)
    except ValidationError as error:
        # Places only: the data themselves belong in no log and no error.
        places = {".".join(map(str, each["loc"])) or "data" for each in error.errors()}
        raise DataRefused(job.kind, tuple(sorted(places))) from None
    return Draft(
        kind=kind,
        data=data,
        description=kind.describe(data),
        number=job.number,
        code=job.code,
        verify_url=job.verify_url,
        form=form,
    )
