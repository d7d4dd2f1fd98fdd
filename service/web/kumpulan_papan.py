"""``/kumpulan``: batches: how far each is, what became of each document, all of them as a ZIP."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from typing import Annotated, BinaryIO, Final

from fastapi import APIRouter, Depends, Path, Query, Request, Response
from pydantic import BaseModel
from starlette.responses import StreamingResponse

from archive.errors import DocumentUnknown
from archive.index.catalogue import Document
from service.accounts.acts import Act
from service.accounts.permissions import may
from service.actions.cancel_job import cancel_job
from service.actions.hand_out_bundle import hand_out_bundle
from service.actions.retry_job import retry_job
from service.door.caller import Caller
from service.door.files import download_name
from service.door.seeing import document_seen, seen_offices
from service.door.uploads import scratch
from service.web import cursor
from service.web.asking import reads
from service.web.kumpulan_ringkas import summaries
from service.web.navigation import Link
from service.web.notices import moved
from service.web.rendering import page
from workers.batch_list import Batch, BatchMark, JobLine, find_batch, list_batches, list_lines
from workers.errors import JobUnknown, NotAskable, NotCancellable
from workers.jobs import JobState

router = APIRouter(prefix="/kumpulan")
LINKS = (
    Link(
        15,
        "Kumpulan",
        "/kumpulan",
        Act.REQUEST,
        "Minta banyak dokumen sekaligus dan ikuti semuanya di satu papan.",
    ),
)
Sees = Annotated[Caller, Depends(reads(Act.SEE_JOBS))]
Steers = Annotated[Caller, Depends(reads(Act.STEER_JOBS))]
Downloads = Annotated[Caller, Depends(reads(Act.DOWNLOAD))]
Name = Annotated[str, Path(pattern=r"^[0-9a-f]{24}$")]
MOST: Final = 2000
"""Documents of one ZIP."""


class Paged(BaseModel):
    """Where a list begins."""

    lanjut: Annotated[str, Query(max_length=500)] = ""


class Asked(Paged):
    """Which jobs of a batch."""

    keadaan: JobState | None = None


@router.get("")
def batches(request: Request, caller: Sees, asked: Annotated[Paged, Query()]) -> Response:
    """All batches of the caller's offices, the latest first."""
    after = cursor.read(
        asked.lanjut, lambda parts: BatchMark(datetime.fromisoformat(parts[0]), str(parts[1]))
    )
    found, following = list_batches(caller.house.database, within=seen_offices(caller), after=after)
    return page(
        request,
        "kumpulan/daftar.html",
        caller=caller,
        batches=found,
        next=following and cursor.written(following.asked_at.isoformat(), following.batch),
        begun=bool(asked.lanjut),
        writes=Act.REQUEST in caller.acts,
    )


@router.get("/{batch}")
def board(
    request: Request, batch: Name, caller: Sees, asked: Annotated[Asked, Query()]
) -> Response:
    """How far a batch is, and each of its documents."""
    found = _seen(batch, caller)
    after = cursor.read(asked.lanjut, lambda parts: str(parts[0])) or ""
    lines, following = list_lines(
        caller.house.database,
        batch,
        within=seen_offices(caller),
        state=asked.keadaan,
        after=after,
        limit=cursor.PAGE,
    )
    known = summaries(lines, caller.house)
    person, offices = caller.person, {each.office for each in lines}
    return page(
        request,
        "kumpulan/papan.html",
        caller=caller,
        batch=found,
        lines=lines,
        known=known,
        waiting=found.finished < found.total or len(known) < len(lines),
        state=asked.keadaan.value if asked.keadaan else "",
        next=following and cursor.written(following),
        begun=bool(asked.lanjut),
        may_steer=any(may(person, Act.STEER_JOBS, each) for each in offices),
        may_open=any(may(person, Act.DOWNLOAD, each) for each in offices),
    )


@router.post("/{batch}/batal")
def cancel(request: Request, batch: Name, caller: Steers) -> Response:
    """Take back all that no worker has taken up."""
    done = 0
    for line in _all(batch, caller, JobState.ASKED):
        try:
            cancel_job(caller.house.jobs.get(line.id), house=caller.house)
        except NotCancellable:
            continue
        done += 1
    told = f"{done} permintaan yang menunggu dibatalkan; nomornya dinyatakan batal."
    return moved(request, f"/kumpulan/{batch}", caller=caller, told=told)


@router.post("/{batch}/ulang")
def retry(request: Request, batch: Name, caller: Steers) -> Response:
    """Ask all rejected ones again, each under its own number."""
    done = 0
    for line in _all(batch, caller, JobState.REJECTED):
        try:
            retry_job(line.id, house=caller.house)
        except NotAskable:
            continue
        done += 1
    told = f"{done} dokumen yang ditolak diminta lagi dengan nomornya masing-masing."
    return moved(request, f"/kumpulan/{batch}", caller=caller, told=told)


@router.get("/{batch}/unduh")
def download(batch: Name, caller: Downloads) -> Response:
    """All filed documents of a batch with manifest and digests; noted in the trail."""
    lines = _all(batch, caller, JobState.FILED)[:MOST]
    documents = [found for each in lines if (found := _document(each, caller))]
    if not documents:
        raise JobUnknown(batch)
    with scratch(caller.house) as folder:
        content = hand_out_bundle(documents, folder=folder, house=caller.house)
    name = download_name("kumpulan", batch[:8], f"{len(documents)}-dokumen", suffix=".zip")
    told = {"Content-Disposition": f'attachment; filename="{name}"'}
    return StreamingResponse(_chunks(content), media_type="application/zip", headers=told)


def _seen(name: str, caller: Caller) -> Batch:
    found = find_batch(caller.house.database, name, within=seen_offices(caller))
    if found is None:
        raise JobUnknown(name)
    return found


def _document(line: JobLine, caller: Caller) -> Document | None:
    """What was filed; None where the caller may not know of it."""
    with suppress(DocumentUnknown):
        return document_seen(line.document or "", caller)
    return None


def _all(name: str, caller: Caller, state: JobState) -> list[JobLine]:
    _seen(name, caller)
    within = seen_offices(caller)
    return list_lines(caller.house.database, name, within=within, state=state, limit=None)[0]


def _chunks(content: BinaryIO) -> Iterator[bytes]:
    with content:
        while chunk := content.read(2**18):
            yield chunk
