"""The embedded queue: a folder instead of a server, for an office on one machine.

kombu's file system transport, made safe for several readers: a message appears under its name
only when it is whole, and is taken by renaming, which one reader wins. A message that its reader
took into its grave is lost; the job ledger sends another.

It joins Celery's event loop as Redis does. Without that, Celery shares one pipe among the children
of its pool, and a child that is killed while it holds the pipe's lock stops all others for ever.
"""

from __future__ import annotations

import contextlib
import json
import logging
import os
import time
import uuid
from pathlib import Path
from queue import Empty
from typing import TYPE_CHECKING, Any, Final

from kombu.exceptions import ChannelError
from kombu.transport import filesystem

if TYPE_CHECKING:
    from kombu.connection import Connection

LOG: Final = logging.getLogger(__name__)

POLLING: Final = 0.02
"""Seconds between two looks into the folder; a look at an empty one costs some microseconds."""


class Channel(filesystem.Channel):
    """One reader or writer of the folder."""

    # kombu itself calls the second one message here and payload there.
    def _put(self, queue: str, message: object, **_: object) -> None:  # type: ignore[override]
        folder = Path(self.data_folder_out)
        name = f"{time.time_ns():020d}_{uuid.uuid4().hex}.{queue}.msg"
        hidden = folder / f".{name}"
        try:
            hidden.write_text(json.dumps(message))
            hidden.rename(folder / name)
        except OSError as error:
            raise ChannelError(f"folder antrean {folder} tidak dapat ditulisi") from error

    def _get(self, queue: str, timeout: float | None = None) -> dict[str, Any]:  # noqa: ARG002
        folder = Path(self.data_folder_in)
        for name in _waiting(folder, queue):
            taken = folder / f".{name}.{os.getpid()}"
            try:
                (folder / name).rename(taken)
            except FileNotFoundError:
                continue  # another reader won
            text = taken.read_bytes()
            taken.unlink()
            try:
                message: dict[str, Any] = json.loads(text)
            except ValueError:
                LOG.warning("unreadable message dropped: %s", name)
                continue
            return message
        raise Empty

    def basic_ack(self, delivery_tag: str, multiple: bool = False) -> None:
        """A message is done with: there is room for the next, so look for it at once."""
        super().basic_ack(delivery_tag, multiple=multiple)  # type: ignore[no-untyped-call] # kombu's
        if self.connection is not None:
            self.connection.look_soon()


class Transport(filesystem.Transport):
    """What Celery is told to use."""

    Channel = Channel
    implements = filesystem.Transport.implements.extend(asynchronous=True)
    _loop: Any = None

    def register_with_event_loop(self, _: Connection, loop: Any) -> None:  # noqa: ANN401 — untyped
        """Look into the folder again and again for as long as the worker's loop runs."""
        self._loop = loop
        loop.call_repeatedly(POLLING, self.look)

    def look(self) -> None:
        """Deliver what waits, as far as there is room for it."""
        with contextlib.suppress(Empty):
            while self.cycle is not None:
                self.cycle.get(self._deliver)  # type: ignore[no-untyped-call] # kombu's

    def look_soon(self) -> None:
        """Look when the loop is done with what it does now."""
        if self._loop is not None:
            self._loop.call_soon(self.look)


def _waiting(folder: Path, queue: str) -> list[str]:
    """Names of the messages of a queue, the oldest first."""
    ending = f".{queue}.msg"
    names = os.listdir(folder)  # noqa: PTH208 — names are enough, twenty times a second
    return sorted(each for each in names if each.endswith(ending) and not each.startswith("."))
