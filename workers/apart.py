"""Work on forms from unknown hands, done apart: in a child with little of everything.

One keeper process is started when it is first needed. It has loaded the code, holds no secret, no
database and no network, and forks a fresh child for each request; the child gets limits of time,
memory and output before it sees the first byte of the form. Questions and answers are JSON and
bytes, never code. A keeper that was idle for long goes; the next request starts another.
"""

from __future__ import annotations

import atexit
import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

CHILD: Final = "workers.tools.form_child"
"""Named, not imported: whoever asks loads nothing that makes documents."""
GRACE: Final = 10.0
"""Seconds beyond its own limit that a child is waited for: the keeper may have to load first."""
DYING: Final = 2.0
"""Seconds in which a killed keeper is surely gone."""
_PIECE: Final = 2**18


@dataclass(frozen=True, slots=True)
class Limits:
    """What one child may spend."""

    cpu: int = 20
    """Seconds of processor time; at two thirds the child is asked to stop and say where it was."""
    wall: int = 60
    """Seconds by the clock."""
    memory: int = 2**30
    """Bytes of address space."""
    output: int = 80 * 2**20
    """Bytes that it may answer."""


LIMITS: Final = Limits()


@dataclass(frozen=True, slots=True)
class Answer:
    """One thing that the child said: a fact in JSON, and bytes where it made some."""

    told: Mapping[str, Any]
    content: bytes


def ask(question: Mapping[str, Any], content: bytes, *, limits: Limits = LIMITS) -> list[Answer]:
    """Have one question answered apart; what is missing at the end was never said.

    Args:
        question: JSON; ``do`` names the verb (``judge`` or ``fill``).
        content: the form.
        limits: what the child may spend.

    Returns:
        The answers in the order in which they were given. A child that overran its limits or
        died has given fewer; a whole series ends with one whose ``done`` is true.
    """
    head = json.dumps({**question, "limits": asdict(limits)}).encode() + b"\n"
    for _ in range(2):
        keeper = _keeper()
        raw, in_time = keeper.answer(head + content, limits)
        answers = list(_answers(raw))
        # A keeper that somebody killed, or that was just going home, is no fault of the form.
        if answers and (answers[-1].told.get("done") or not in_time or keeper.alive):
            break
        keeper.await_end()
    return answers


class _Keeper:
    """The process that forks."""

    def __init__(self) -> None:
        ours, theirs = socket.socketpair()
        self._control = ours
        self._sending = threading.Lock()
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, "-I", "-m", CHILD, str(theirs.fileno())],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                cwd="/",
                env={"LANG": "C.UTF-8", "TZ": "UTC"},
                pass_fds=(theirs.fileno(),),
                start_new_session=True,
            )

    @property
    def alive(self) -> bool:
        return self._process.poll() is None

    def await_end(self) -> None:
        """Give a dying keeper the moment that it needs, so that nobody asks it again."""
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(timeout=DYING)

    def answer(self, question: bytes, limits: Limits) -> tuple[bytes, bool]:
        """Everything that a fresh child said, and whether it ended in time."""
        ours, theirs = socket.socketpair()
        with ours:
            with theirs, self._sending:
                try:
                    socket.send_fds(self._control, [b"?"], [theirs.fileno()])
                except OSError:
                    self._process.wait()
                    return b"", True
            return self._talk(ours, question, limits)

    def _talk(self, child: socket.socket, question: bytes, limits: Limits) -> tuple[bytes, bool]:
        deadline = time.monotonic() + limits.wall + GRACE
        said = bytearray()
        in_time = True
        try:
            child.settimeout(limits.wall + GRACE)
            child.sendall(question)
            child.shutdown(socket.SHUT_WR)
            while len(said) <= limits.output:
                child.settimeout(max(0.001, deadline - time.monotonic()))
                piece = child.recv(_PIECE)
                if not piece:
                    break
                said += piece
        except TimeoutError:
            # Its own alarm should have ended the child; now the whole group goes.
            self.end()
            in_time = False
        except OSError:
            pass
        return bytes(said[: limits.output]), in_time

    def end(self) -> None:
        """Kill the keeper and every child of it."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        self._control.close()

    def forget(self) -> None:
        """Leave it to the process that this one was forked from."""
        self._control.close()
        self._process.returncode = 0


_held: list[_Keeper] = []
_holding = threading.Lock()


def _keeper() -> _Keeper:
    with _holding:
        if not _held or not _held[0].alive:
            for each in _held:
                each.end()
            _held[:] = [_Keeper()]
        return _held[0]


def warm() -> None:
    """Start the keeper now, so that the first question need not wait for it to load."""
    _keeper()


@atexit.register
def end() -> None:
    """End the keeper, if there is one; it would also go by itself."""
    with _holding:
        for each in _held:
            each.end()
        _held.clear()


def _forget() -> None:
    for each in _held:
        each.forget()
    _held.clear()


os.register_at_fork(
    before=_holding.acquire, after_in_parent=_holding.release, after_in_child=_holding.release
)
os.register_at_fork(after_in_child=_forget)


def _answers(raw: bytes) -> Iterator[Answer]:
    at = 0
    while (end_of_head := raw.find(b"\n", at)) >= 0:
        try:
            head = json.loads(raw[at:end_of_head])
            size = int(head["size"])
            told = head["told"]
        except (ValueError, KeyError, TypeError):
            return
        at = end_of_head + 1
        if size < 0 or at + size > len(raw) or not isinstance(told, dict):
            return
        yield Answer(told, raw[at : at + size])
        at += size
