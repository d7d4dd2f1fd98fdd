"""The embedded queue: a folder instead of a server, for an office on one machine.

kombu's file system transport, made safe for several readers: a message appears under its name
only when it is whole, and is taken by renaming, which one reader wins. A message that its reader
took into its grave is lost; the job ledger sends another.
"""

from __future__ import annotations

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

PATIENCE: Final = 0.1
"""Seconds that a reader waits before it looks up whether it should stop."""


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


class Transport(filesystem.Transport):
    """What Celery is told to use."""

    Channel = Channel

    def drain_events(
        self, connection: Connection, timeout: float | None = None, **_: object
    ) -> None:
        """Deliver one message; give up early, so that a warm stop takes no two seconds."""
        wait = min(timeout or PATIENCE, PATIENCE)
        super().drain_events(connection, timeout=wait)  # type: ignore[no-untyped-call] # kombu's


def _waiting(folder: Path, queue: str) -> list[str]:
    """Names of the messages of a queue, the oldest first."""
    ending = f".{queue}.msg"
    names = os.listdir(folder)  # noqa: PTH208 — names are enough, twenty times a second
    return sorted(each for each in names if each.endswith(ending) and not each.startswith("."))
