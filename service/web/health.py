"""``/kesehatan``: how the installation fares, for those who keep it."""

from __future__ import annotations

from statistics import median
from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response

from service.accounts.acts import Act
from service.door.caller import Caller
from service.door.health import readiness_of
from service.door.metrics import RECENT
from service.web.asking import reads
from service.web.navigation import Link
from service.web.rendering import page
from workers.job_figures import figures_of

router = APIRouter(prefix="/kesehatan")
LINKS = (
    Link(
        95,
        "Kesehatan",
        "/kesehatan",
        Act.SEE_HEALTH,
        "Basis data, arsip, antrean, pekerja, dan mesin tata letak.",
    ),
)


@router.get("")
def health(request: Request, caller: Annotated[Caller, Depends(reads(Act.SEE_HEALTH))]) -> Response:
    """Every part with one sentence, and how long jobs took lately."""
    house = caller.house
    figures = figures_of(house.database, now=house.clock(), recent=RECENT)
    return page(
        request,
        "health.html",
        caller=caller,
        readiness=readiness_of(house, worker=request.app.state.worker),
        times=(
            ("Menunggu giliran", _told(figures.waits)),
            ("Diubah menjadi PDF", _told(figures.conversions)),
            ("Dikerjakan seluruhnya", _told(figures.work)),
        ),
        minutes=RECENT.seconds // 60,
    )


def _told(seconds: list[float]) -> str:
    """The middle and the longest of them."""
    if not seconds:
        return "belum ada"
    return f"{median(seconds):.1f} detik, terlama {max(seconds):.1f} detik".replace(".", ",")
