"""The composition root of the server: one application out of API, pages and health."""

from __future__ import annotations

import contextlib
import signal
from typing import TYPE_CHECKING, Final, Protocol

import uvicorn
from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware.gzip import GZipMiddleware

from archive.errors import ArchiveError
from archive.signatures.errors import SignedCopyError
from doc_templates.errors import TemplatesError
from service.accounts.errors import AccountError
from service.accounts.provider import Provider
from service.api import add_api
from service.door import health
from service.door.below import BelowPath
from service.door.doorway import Doorway
from service.door.limits import BodyLimit, Turnstile
from service.door.log import start_logging
from service.door.metrics import Metrics
from service.door.openapi import describe
from service.door.patience import MOST_CONNECTIONS, PatientProtocol
from service.door.translating import answer
from service.door.zone import InZone
from service.errors import ServiceError
from service.hooks.courier import Courier
from service.hooks.errors import HookError
from service.refusals import Refusal
from service.serve_worker import EmbeddedWorker
from service.web import add_pages
from workers.errors import PipelineError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Sequence

    from starlette.types import ASGIApp

    from service.app import House
    from service.settings import ServiceSettings

_TOLD: Final = (
    AccountError,
    ArchiveError,
    HookError,
    Refusal,
    PipelineError,
    ServiceError,
    SignedCopyError,
    TemplatesError,
    OSError,
    RequestValidationError,
    HTTPException,
)
"""Errors that have an answer of their own; whatever else comes is told by the doorway."""

_NEVER_PACKED: Final = (
    *("application/*", "audio/*", "font/*", "image/*", "video/*"),
    *("text/css", "text/csv", "text/event-stream", "text/javascript", "text/plain"),
)
"""Pages alone are packed on their way: files go out with digests and ranges of their own bytes,
static files are packed already, and what a program asked for may hold a secret."""


class Companion(Protocol):
    """What runs beside the application from its start to its stop."""

    def start(self) -> None:
        """Begin."""

    def stop(self) -> None:
        """End in peace; safe twice."""


def make_app(
    house: House,
    *,
    companions: Sequence[Companion] = (),
    worker: Callable[[], str | None] | None = None,
    stopping: Callable[[], bool] = lambda: False,
) -> FastAPI:
    """The application.

    Args:
        house: the installation that it serves.
        companions: what runs beside it.
        worker: what ails the embedded worker; None where there is none of ours.
        stopping: whether the server is about to end, so that streams let go.
    """
    settings, metrics = house.settings, Metrics(house)
    app = FastAPI(
        title="Lontar",
        version="1",
        summary="Dokumen kinerja resmi dari data, terarsip dan dapat dibuktikan.",
        docs_url=None,
        redoc_url=None,
        openapi_url="/api/v1/openapi.json",
        lifespan=_life(companions),
    )
    app.state.house, app.state.metrics = house, metrics
    app.state.worker, app.state.stopping = worker, stopping
    app.state.turnstile = Turnstile(settings.public_per_minute)
    registration = settings.registration()
    app.state.provider = None if registration is None else Provider(registration)
    app.include_router(health.router)
    add_api(app)
    describe(app, path=settings.path)
    for each in _TOLD:
        app.add_exception_handler(each, answer)
    app.add_middleware(
        Doorway,
        base_url=settings.base_url,
        limit=BodyLimit(settings.upload_megabytes * 2**20, settings.upload_seconds),
        metrics=metrics,
        new_name=house.new_name,
    )
    add_pages(app)
    if settings.path:
        app.add_middleware(BelowPath, path=settings.path)
    app.add_middleware(InZone, zone=settings.zone)
    app.add_middleware(
        GZipMiddleware, minimum_size=1000, compresslevel=5, exclude_content_types=_NEVER_PACKED
    )
    return app


def serve(house: House, *, host: str, port: int, embedded: bool) -> None:
    """Serve until told to stop; requests under way are finished first.

    Args:
        house: the installation.
        host: address to listen at.
        port: of it.
        embedded: True to run the worker, too.
    """
    start_logging()
    worker = EmbeddedWorker(house) if embedded else None
    server: uvicorn.Server | None = None
    app = make_app(
        house,
        companions=(*(() if worker is None else (worker,)), Courier(house)),
        worker=None if worker is None else worker.trouble,
        stopping=lambda: server is not None and server.should_exit,
    )
    server = uvicorn.Server(server_config(app, house.settings, host=host, port=port))
    # uvicorn sends itself the signal again when all is done; by then it has been obeyed.
    signal.signal(signal.SIGTERM, lambda *_: None)
    server.run()


def server_config(
    app: ASGIApp, settings: ServiceSettings, *, host: str, port: int
) -> uvicorn.Config:
    """How the application is served: whose word on the address of who asks is taken, and limits."""
    return uvicorn.Config(
        app,
        host=host,
        port=port,
        http=PatientProtocol,
        limit_concurrency=MOST_CONNECTIONS,
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=True,
        forwarded_allow_ips=settings.proxies,
        timeout_graceful_shutdown=int(settings.stop_seconds),
    )


def _life(
    companions: Sequence[Companion],
) -> Callable[[FastAPI], contextlib.AbstractAsyncContextManager[None]]:
    @contextlib.asynccontextmanager
    async def life(_: FastAPI) -> AsyncIterator[None]:
        for each in companions:
            await run_in_threadpool(each.start)
        yield
        for each in reversed(companions):
            await run_in_threadpool(each.stop)

    return life
