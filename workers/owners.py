"""Who holds a job: one process on one machine, told apart from a later one with its number."""

from __future__ import annotations

import socket
from dataclasses import dataclass
from typing import Final

import psutil

from workers.errors import OwnerUnreadable

START_TOLERANCE: Final = 2.0
"""Seconds by which the start of the same process may seem to move: the kernel counts it from
a boot time that shifts when the clock is set."""


@dataclass(frozen=True, slots=True)
class Owner:
    """A process that makes documents."""

    host: str
    """Name of the machine; containers that share a ledger need different ones."""
    pid: int
    started: float
    """When the process began, seconds since 1970; a process number alone is used again."""

    def __str__(self) -> str:
        return f"{self.host}:{self.pid}:{self.started:.2f}"

    @classmethod
    def of(cls, text: str) -> Owner:
        """Read an owner back from the ledger."""
        try:
            host, pid, started = text.rsplit(":", 2)
            return cls(host=host, pid=int(pid), started=float(started))
        except ValueError as error:
            raise OwnerUnreadable(text) from error


def this_process() -> Owner:
    """The process that asks."""
    process = psutil.Process()
    return Owner(host=socket.gethostname(), pid=process.pid, started=process.create_time())


def is_dead(owner: Owner, *, seen_from: Owner) -> bool:
    """True only where it is certain: the process ran on this machine and is gone.

    Of a process elsewhere nothing is known; its lease has to run out.
    """
    if owner.host != seen_from.host:
        return False
    try:
        process = psutil.Process(owner.pid)
        if process.status() == psutil.STATUS_ZOMBIE:
            return True
        return abs(process.create_time() - owner.started) > START_TOLERANCE
    except psutil.NoSuchProcess:
        return True
    except psutil.AccessDenied:
        return False
