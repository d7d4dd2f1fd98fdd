"""Is it alive, is it ready, and how does it fare: for machines that watch."""

from __future__ import annotations

import os
from http import HTTPStatus
from typing import TYPE_CHECKING, Annotated

from fastapi import APIRouter, Depends, Request, Response
from pydantic import BaseModel

from archive.errors import ArchiveError
from service.accounts.acts import Act
from service.app import House
from service.door.caller import Caller, asks, open_to_all
from service.door.metrics import RECENT, Metrics
from service.door.problems import problems
from workers.errors import BrokerUnavailable
from workers.job_figures import Figures, figures_of

if TYPE_CHECKING:
    from collections.abc import Callable

router = APIRouter(tags=["kesehatan"])


class Alive(BaseModel):
    """The process answers."""

    status: str = "hidup"


class Part(BaseModel):
    """One thing that the installation rests on."""

    name: str
    good: bool
    needed: bool
    """Without it nothing can be served."""
    told: str
    """One sentence."""


class Readiness(BaseModel):
    """All parts, and whether requests can be served."""

    ready: bool
    parts: list[Part]


@router.get("/healthz", summary="Apakah prosesnya hidup")
def alive() -> Alive:
    """The process answers; nothing else is asked."""
    return Alive()


@router.get(
    "/readyz", summary="Apakah permintaan dapat dilayani", responses={503: {"model": Readiness}}
)
def ready(
    request: Request, response: Response, house: Annotated[House, Depends(open_to_all)]
) -> Readiness:
    """Database, archive, queue, workers and layout engine, each with one sentence."""
    readiness = readiness_of(house, worker=request.app.state.worker)
    if not readiness.ready:
        response.status_code = HTTPStatus.SERVICE_UNAVAILABLE
    return readiness


@router.get(
    "/metrics",
    summary="Angka untuk Prometheus",
    response_class=Response,
    responses=problems(401, 403),
)
def metrics(request: Request, caller: Annotated[Caller, Depends(asks(Act.SEE_HEALTH))]) -> Response:
    """Figures of this process and of the ledger, for whoever may see health."""
    caller.require(None)
    figures: Metrics = request.app.state.metrics
    return Response(figures.text(), media_type="text/plain; version=0.0.4")


def readiness_of(house: House, *, worker: Callable[[], str | None] | None) -> Readiness:
    """Look at every part once.

    Args:
        house: of the installation.
        worker: what ails the embedded worker, None for nothing; None where there is none of ours.
    """
    figures, database = _ledger(house)
    parts = [database, _archive(house), _queue(house), _worker(worker), _engine(figures)]
    return Readiness(ready=all(each.good or not each.needed for each in parts), parts=parts)


def _ledger(house: House) -> tuple[Figures | None, Part]:
    try:
        figures = figures_of(house.database, now=house.clock(), recent=RECENT)
    except ArchiveError:
        return None, _part("basis data", "Basis data tidak menjawab.", good=False, needed=True)
    return figures, _part("basis data", "Basis data menjawab.", needed=True)


def _archive(house: House) -> Part:
    root = house.settings.ocfl_root
    if root.is_dir() and os.access(root, os.R_OK | os.W_OK):
        return _part("arsip", "Ruang simpan dapat dibaca dan ditulisi.", needed=True)
    return _part("arsip", "Ruang simpan tidak dapat ditulisi.", good=False, needed=True)


def _queue(house: House) -> Part:
    try:
        waiting = house.inbox.waiting()
    except BrokerUnavailable:
        return _part(
            "antrean", "Antrean tidak dapat dihubungi; permintaan tetap dicatat.", good=False
        )
    return _part("antrean", f"Antrean memuat {waiting} pesan.")


def _worker(worker: Callable[[], str | None] | None) -> Part:
    if worker is None:
        return _part("pekerja", "Pekerja berjalan di luar layanan ini.")
    trouble = worker()
    return _part("pekerja", trouble or "Pekerja bawaan berjalan.", good=trouble is None)


def _engine(figures: Figures | None) -> Part:
    if figures is None:
        return _part("mesin tata letak", "Keadaannya tidak diketahui.", good=False)
    if figures.engine_trouble:
        told = f"{figures.engine_trouble} pekerjaan tertahan pada mesin tata letak."
        return _part("mesin tata letak", told, good=False)
    return _part("mesin tata letak", f"{len(figures.conversions)} dokumen diubah baru-baru ini.")


def _part(name: str, told: str, *, good: bool = True, needed: bool = False) -> Part:
    return Part(name=name, good=good, needed=needed, told=told)
