"""``/trail``: everything that happened in the installation, for those who may see all of it."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Query
from pydantic import BaseModel

from service.accounts.acts import Act
from service.api import paging
from service.api.documents import EventView, event_view
from service.api.paging import Paged
from service.door.caller import Caller, asks
from service.door.problems import problems

router = APIRouter(prefix="/trail", tags=["jejak"])
SeesTrail = Annotated[Caller, Depends(asks(Act.SEE_TRAIL))]


class TrailView(BaseModel):
    """A page of the trail, newest first."""

    events: list[EventView]
    next: str | None


@router.get("", summary="Jejak seluruh pemasangan", responses=problems(400, 401, 403, 422))
def trail(caller: SeesTrail, asked: Annotated[Paged, Query()]) -> TrailView:
    """Lines of the trail; also those that concern people and no document."""
    caller.require(None)
    before = paging.read(asked.cursor, lambda parts: min(int(parts[0]), 2**62))
    events = caller.house.archive.whole_trail(before=before, limit=asked.limit + 1)
    page = events[: asked.limit]
    following = paging.written(page[-1].number) if len(events) > asked.limit else None
    return TrailView(events=[event_view(each) for each in page], next=following)
