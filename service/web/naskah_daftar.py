"""``/naskah``: the drafts of a person's offices, those that she can go on with first."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Annotated, Final

from fastapi import APIRouter, Depends, Query, Request, Response
from pydantic import BaseModel

from service.accounts.acts import Act
from service.door.caller import Caller
from service.door.seeing import seen_offices
from service.drafts.draft import DraftState
from service.drafts.listing import DraftMark, DraftSearch, count_drafts, list_drafts
from service.web import cursor
from service.web.asking import reads
from service.web.naskah_melihat import MARKS, STATES
from service.web.navigation import Link
from service.web.rendering import page

router = APIRouter(prefix="/naskah")
LINKS = (
    Link(10, "Naskah", "/naskah", Act.REQUEST, "Susun naskah, ajukan, dan terbitkan dokumen."),
)
Sees = Annotated[Caller, Depends(reads(Act.CHECK))]
OPEN: Final = (
    DraftState.DIKEMBALIKAN,
    DraftState.KONSEP,
    DraftState.DISETUJUI,
    DraftState.DIAJUKAN,
)
"""On somebody's desk."""
ON: Final = (DraftState.DIKEMBALIKAN, DraftState.KONSEP, DraftState.DISETUJUI)
"""On the writer's own desk."""
HOLDERS: Final = {
    "konsep": "penyusun",
    "dikembalikan": "penyusun, untuk diperbaiki",
    "diajukan": "pemeriksa",
    "disetujui": "penyusun, untuk diterbitkan",
    "diterbitkan": "selesai di sini",
    "dibuang": "disimpan; dapat dipulihkan",
}
"""State → in whose hands a draft is."""
_FEW: Final = 4


class Asked(BaseModel):
    """Which drafts, in the words of the address."""

    keadaan: DraftState | None = None
    jenis: cursor.Word = ""
    cari: cursor.Word = ""
    saya: bool = False
    lanjut: Annotated[str, Query(max_length=500)] = ""


@router.get("")
def drafts(request: Request, caller: Sees, asked: Annotated[Asked, Query()]) -> Response:
    """What is under way, or what was looked for."""
    database, person = caller.house.database, caller.person
    within = seen_offices(caller)
    narrowed = DraftSearch(
        within=within,
        kind=asked.jenis,
        writer=person.id if asked.saya else "",
        text=asked.cari.strip(),
    )
    states = (asked.keadaan,) if asked.keadaan else OPEN
    wanted = replace(narrowed, states=states)
    after = cursor.read(
        asked.lanjut, lambda parts: DraftMark(datetime.fromisoformat(parts[0]), str(parts[1]))
    )
    found, following = list_drafts(database, wanted, after=after, limit=cursor.PAGE)
    told = {
        "keadaan": asked.keadaan.value if asked.keadaan else "",
        "jenis": asked.jenis,
        "cari": asked.cari,
        "saya": "true" if asked.saya else "",
    }
    mine = DraftSearch(within=within, states=ON, writer=person.id)
    return page(
        request,
        "naskah/daftar.html",
        caller=caller,
        drafts=found,
        next=following and cursor.written(following.changed_at.isoformat(), following.draft),
        begun=bool(asked.lanjut),
        asked=told,
        counted=count_drafts(database, narrowed),
        mine=[]
        if any(told.values()) or asked.lanjut
        else list_drafts(database, mine, limit=_FEW)[0],
        kinds=caller.house.kinds,
        writes=Act.REQUEST in caller.acts,
        states=STATES,
        marks=MARKS,
        holders=HOLDERS,
    )
