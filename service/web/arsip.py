"""``/arsip``: the arsiparis's shelves: what is there, one code for many, what is due."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any, Final, Literal

from fastapi import APIRouter, Depends, Query, Request, Response
from pydantic import BaseModel, field_validator

from archive.classification import schemes
from archive.index.due import Stage
from archive.index.search import Mark, Search
from service.accounts.acts import Act
from service.accounts.permissions import guarded
from service.actions.keep_document import classify_documents
from service.actions.list_due import MOST as MOST_DUE
from service.actions.list_due import list_due
from service.door.caller import Caller
from service.door.seeing import document_seen, search_seen, seen_offices
from service.errors import Problem
from service.moments import day_of
from service.refusals import RequestInvalid
from service.web import cursor
from service.web.asking import Fields, reads, text_of, texts_of
from service.web.navigation import Link
from service.web.notices import moved
from service.web.rendering import page, query

router = APIRouter(prefix="/arsip")
LINKS = (
    Link(
        60,
        "Arsip",
        "/arsip",
        Act.KEEP,
        "Beri kode klasifikasi, atur akses dan retensi, cabut atau gantikan dokumen.",
    ),
)
Keeps = Annotated[Caller, Depends(reads(Act.KEEP))]
MOST: Final = 200
"""Documents that get one code at once."""
_CLASSIFIED: Final = {"sudah": True, "belum": False}


class Asked(BaseModel):
    """Which documents are listed, in the words of the address; what is empty leaves open."""

    q: cursor.Word = ""
    kantor: cursor.Word = ""
    tahun: Annotated[int, Query(ge=1900, le=2200)] | None = None
    keadaan: Literal["", "issued", "signed", "withdrawn", "superseded"] = ""
    kode: Literal["", "sudah", "belum"] = ""

    @field_validator("tahun", mode="before")
    @classmethod
    def _empty_is_none(cls, value: object) -> object:
        return None if value == "" else value

    def search(self, caller: Caller) -> Search:
        """The question to the archive, within what the caller keeps."""
        wanted = Search(
            text=self.q.strip() or None,
            office=self.kantor or None,
            year=self.tahun,
            state=self.keadaan or None,
            classified=_CLASSIFIED.get(self.kode),
        )
        return search_seen(wanted, caller)


class Paged(Asked):
    """A question, and where the page begins."""

    lanjut: Annotated[str, Query(max_length=500)] = ""


class DueAsked(BaseModel):
    """Which stage, and by which day; empty for today."""

    tahap: Stage = Stage.FATE
    pada: Annotated[str, Query(pattern=r"^(\d{4}-\d{2}-\d{2})?$")] = ""

    @field_validator("pada")
    @classmethod
    def _is_a_day(cls, value: str) -> str:
        if value:
            date.fromisoformat(value)
        return value


@router.get("")
def shelves(request: Request, caller: Keeps, asked: Annotated[Paged, Query()]) -> Response:
    """What fits, newest first, to be chosen and given a code."""
    wanted = asked.search(caller)
    after = cursor.read(
        asked.lanjut, lambda parts: Mark(datetime.fromisoformat(parts[0]), str(parts[1]))
    )
    archive = caller.house.archive
    found = archive.search(wanted, after=after, limit=cursor.PAGE)
    counted = archive.facets(search_seen(Search(), caller))
    following = found.next
    return page(
        request,
        "arsip/daftar.html",
        caller=caller,
        asked=asked.model_dump(exclude={"lanjut"}),
        begun=bool(asked.lanjut),
        entries=found.entries,
        next=following and cursor.written(following.created.isoformat(), following.document),
        offices=[value for value, _ in counted["office"]],
        years=sorted((value for value, _ in counted["year"]), reverse=True),
        unclassified=_many(search_seen(Search(classified=False), caller), caller),
        due=len(_due(caller, Stage.FATE, _today(caller))),
        schemes=schemes(),
    )


@router.post("/kode")
def classify(request: Request, caller: Keeps, fields: Fields) -> Response:
    """Give the chosen documents one code."""
    chosen = list(dict.fromkeys(texts_of(fields, "dokumen")))
    code, scheme = text_of(fields, "kode_baru").strip(), text_of(fields, "daftar")
    faults = []
    if not chosen:
        faults.append(Problem("dokumen", "Pilihlah sedikitnya satu dokumen."))
    if len(chosen) > MOST:
        faults.append(Problem("dokumen", f"Pilihlah paling banyak {MOST} dokumen."))
    if not code:
        faults.append(Problem("kode_baru", "Tuliskan kode klasifikasinya."))
    if faults:
        raise RequestInvalid(faults)
    found = [document_seen(each, caller) for each in chosen]
    kept = classify_documents(found, code, scheme=scheme or None, house=caller.house)
    told = f"{len(kept)} dokumen diberi kode {code}."
    for remark in dict.fromkeys(each for one in kept for each in one.remarks):
        told += f" {remark}"
    back = {name: text_of(fields, name) for name in Asked.model_fields}
    return moved(request, f"/arsip{query(**back)}", caller=caller, told=told)


@router.get("/jatuh-tempo")
def due(request: Request, caller: Keeps, asked: Annotated[DueAsked, Query()]) -> Response:
    """What is due by the schedules; nothing is destroyed here."""
    today = _today(caller)
    day = date.fromisoformat(asked.pada) if asked.pada else today
    return page(
        request,
        "arsip/jatuh_tempo.html",
        caller=caller,
        stage=asked.tahap,
        day=day,
        entries=_due(caller, asked.tahap, day),
        most=MOST_DUE,
    )


def _due(caller: Caller, stage: Stage, day: date) -> list[Any]:
    return list_due(
        stage,
        on=day,
        house=caller.house,
        within=seen_offices(caller),
        guarded=guarded(caller.person),
    )


def _many(wanted: Search, caller: Caller) -> int:
    return sum(many for _, many in caller.house.archive.facets(wanted)["kind"])


def _today(caller: Caller) -> date:
    return day_of(caller.house.clock(), caller.house.settings.zone)
