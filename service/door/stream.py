"""Progress as server-sent events: a line when something changed, and an end."""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING, Final

from starlette.concurrency import run_in_threadpool
from starlette.responses import StreamingResponse

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from pydantic import BaseModel
    from starlette.requests import Request

PAUSE: Final = 0.4
"""Seconds between two looks."""
_QUIET: Final = 15.0
"""Seconds after which a comment tells proxies that the line still stands."""
_LONGEST: Final = 3600.0
"""Seconds; who wants to know more asks again, browsers do it by themselves."""


def follow(
    look: Callable[[], tuple[BaseModel, bool]], *, first: BaseModel, request: Request
) -> StreamingResponse:
    """Tell what is seen, whenever it has changed, until it is over.

    Args:
        look: what is so now, and whether nothing will change any more; runs in a thread.
        first: what was seen when the question was answered.
        request: whose sender may go away.
    """
    stopping: Callable[[], bool] = request.app.state.stopping

    async def lines() -> AsyncIterator[str]:
        told = first.model_dump_json()
        yield _event("state", told)
        begun = last = time.monotonic()
        while not stopping() and time.monotonic() - begun < _LONGEST:
            seen, over = await run_in_threadpool(look)
            if (text := seen.model_dump_json()) != told:
                told, last = text, time.monotonic()
                yield _event("state", told)
            if over:
                yield _event("end", told)
                return
            if time.monotonic() - last > _QUIET:
                last = time.monotonic()
                yield ": masih menunggu\n\n"
            await asyncio.sleep(PAUSE)

    return StreamingResponse(
        lines(),
        media_type="text/event-stream",
        headers={"Cache-Control": "no-store", "X-Accel-Buffering": "no"},
    )


def _event(name: str, data: str) -> str:
    return f"event: {name}\ndata: {data}\n\n"
