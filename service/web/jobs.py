"""``/pekerjaan``: what was asked for, how far it has come, taken back or asked again."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response
from pydantic import BaseModel
from starlette.responses import FileResponse

from service.accounts.acts import Act
from service.accounts.permissions import may
from service.actions.cancel_job import cancel_job
from service.actions.retry_job import retry_job
from service.door.caller import Caller
from service.door.seeing import job_seen, seen_offices
from service.drafts import store
from service.drafts.draft import Draft
from service.web import cursor
from service.web.asking import reads
from service.web.navigation import Link
from service.web.notices import moved
from service.web.pekerjaan_kabar import files_of, sentence_of, steps_of
from service.web.rendering import page
from workers.errors import JobUnknown
from workers.job_list import JobMark, JobSearch, count_states, list_jobs
from workers.jobs import Job, JobState

router = APIRouter(prefix="/pekerjaan")
LINKS = (
    Link(
        40,
        "Pekerjaan",
        "/pekerjaan",
        Act.SEE_JOBS,
        "Ikuti kemajuan dokumen yang diminta; ulangi yang ditolak, batalkan yang menunggu.",
    ),
)
Sees = Annotated[Caller, Depends(reads(Act.SEE_JOBS))]
Steers = Annotated[Caller, Depends(reads(Act.STEER_JOBS))]
Previews = Annotated[Caller, Depends(reads(Act.PREVIEW))]


class Asked(BaseModel):
    """Which jobs, in the words of the address."""

    keadaan: JobState | None = None
    kumpulan: cursor.Word = ""
    lanjut: Annotated[str, Query(max_length=500)] = ""


@router.get("")
def board(request: Request, caller: Sees, asked: Annotated[Asked, Query()]) -> Response:
    """The jobs of the caller's offices, latest first, with how many are in which state."""
    house = caller.house
    within, batch = seen_offices(caller), asked.kumpulan or None
    after = cursor.read(
        asked.lanjut, lambda parts: JobMark(datetime.fromisoformat(parts[0]), str(parts[1]))
    )
    wanted = JobSearch(state=asked.keadaan, batch=batch, within=within)
    found, following = list_jobs(house.database, wanted, after=after, limit=cursor.PAGE)
    counted = count_states(house.database, JobSearch(batch=batch, within=within))
    return page(
        request,
        "jobs.html",
        caller=caller,
        jobs=found,
        states=counted,
        under_way=counted[JobState.ASKED] + counted[JobState.MAKING],
        state=asked.keadaan.value if asked.keadaan else "",
        batch=asked.kumpulan,
        next=following and cursor.written(following.asked_at.isoformat(), following.job),
        begun=bool(asked.lanjut),
    )


@router.get("/{job}")
def one(request: Request, job: str, caller: Sees) -> Response:
    """One job: how far it has come, what was noticed, what can be done."""
    found = job_seen(job, caller)
    person = caller.person
    return page(
        request,
        "job.html",
        caller=caller,
        job=found,
        steps=steps_of(found),
        kabar=sentence_of(found, caller),
        files=files_of(found, caller) if may(person, Act.DOWNLOAD, found.office) else [],
        draft=_draft(found, caller),
        may_steer=may(person, Act.STEER_JOBS, found.office),
        may_preview=may(person, Act.PREVIEW, found.office),
        may_open=may(person, Act.SEE_DOCUMENTS, found.office),
    )


def _draft(job: Job, caller: Caller) -> Draft | None:
    """The draft from which a job was asked."""
    with caller.house.database.reading() as connection:
        draft = store.of_job(connection, job.id)
    return draft if draft and may(caller.person, Act.CHECK, draft.office) else None


@router.get("/{job}/konsep")
def konsep(job: str, caller: Previews) -> Response:
    """The print of a KONSEP; it is kept for `LONTAR_KEEP_HOURS`."""
    found = job_seen(job, caller)
    path = caller.house.settings.work / found.id / "document.pdf"
    if found.state is not JobState.PRINTED or not path.is_file():
        raise JobUnknown(job)
    return FileResponse(
        path,
        media_type="application/pdf",
        filename=f"{found.kind}-{found.id}-KONSEP.pdf",
        content_disposition_type="inline",
    )


@router.post("/{job}/batal")
def cancel(request: Request, job: str, caller: Steers) -> Response:
    """Take back what no worker has taken up; its number is void."""
    done = cancel_job(job_seen(job, caller), house=caller.house)
    void = f" Nomor {done.number} dibatalkan." if done.number else ""
    told = f"Permintaan {done.id} dibatalkan.{void}"
    return moved(request, f"/pekerjaan/{done.id}", caller=caller, told=told)


@router.post("/{job}/ulang")
def retry(request: Request, job: str, caller: Steers) -> Response:
    """Ask a rejected job again, under the same number."""
    asked = retry_job(job_seen(job, caller).id, house=caller.house)
    told = asked.asleep or f"Permintaan {asked.job.id} diminta lagi dengan nomor yang sama."
    return moved(request, f"/pekerjaan/{asked.job.id}", caller=caller, told=told)
