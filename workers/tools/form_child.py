"""The keeper that forks, and the child that works on one form from an unknown hand.

Started as ``python -I -m workers.tools.form_child FD`` by ``workers.apart``. On the socket it gets
one connection for each request; a fresh fork reads the request from it, works under limits and
answers on it. Nothing that a form does outlives its fork.
"""

from __future__ import annotations

import contextlib
import ctypes
import gc
import json
import os
import resource
import signal
import socket
import sys
import traceback
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NoReturn

from doc_templates.registry import kinds
from workers.errors import Overrun
from workers.tools.engine_child import leave_network
from workers.tools.form_errands import ERRANDS

if TYPE_CHECKING:
    from collections.abc import Mapping

IDLE_SECONDS: Final = 300.0
"""A keeper that nobody asked for so long goes home."""
QUESTION_LIMIT: Final = 80 * 2**20
PR_SET_NO_NEW_PRIVS: Final = 38
_FILES: Final = 32
_PIECE: Final = 2**18


def main(control: str) -> None:
    """Fork for each request until nobody can ask any more."""
    leave_network()
    ctypes.CDLL(None).prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    kinds()  # loaded once, shared by all forks
    gc.freeze()
    with socket.socket(fileno=int(control)) as asked:
        asked.settimeout(IDLE_SECONDS)
        with contextlib.suppress(TimeoutError):
            while True:
                word, given, _, _ = socket.recv_fds(asked, 1, 1)
                if not word:
                    return
                for descriptor in given:
                    if os.fork() == 0:
                        asked.close()
                        _serve(descriptor)
                    os.close(descriptor)


def _serve(descriptor: int) -> NoReturn:
    """Do what one request asks, and end."""
    try:
        with socket.socket(fileno=descriptor) as line:
            question, content = _read(line)
            _limit(question["limits"])

            def say(told: Mapping[str, Any], made: bytes = b"") -> None:
                head = json.dumps({"size": len(made), "told": told}).encode()
                line.sendall(head + b"\n" + made)

            say({"begun": True})
            try:
                ERRANDS[question["do"]](question, content, say)
                say({"done": True})
            except Overrun:
                say({"overrun": "waktu"})
            except MemoryError:
                say({"overrun": "memori"})
            except Exception as error:  # noqa: BLE001 - the parent tells and logs it
                say({"failed": _where(error)})
    finally:
        os._exit(0)


def _where(error: Exception) -> str:
    """What went wrong and in which line of ours; no word of the data."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__}, {Path(last.filename).name}:{last.lineno}"


def _read(line: socket.socket) -> tuple[dict[str, Any], bytes]:
    said = bytearray()
    while (piece := line.recv(_PIECE)) and len(said) <= QUESTION_LIMIT:
        said += piece
    head, _, content = bytes(said).partition(b"\n")
    question: dict[str, Any] = json.loads(head)
    return question, content


def _limit(limits: Mapping[str, int]) -> None:
    """Take away everything that filling a form does not need."""
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_REAL, limits["wall"])
    signal.signal(signal.SIGPROF, _stop)
    signal.setitimer(signal.ITIMER_PROF, limits["cpu"] * 2 / 3)
    for what, most in (
        (resource.RLIMIT_CPU, limits["cpu"]),
        (resource.RLIMIT_AS, limits["memory"]),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NOFILE, _FILES),
        (resource.RLIMIT_NPROC, 0),
    ):
        resource.setrlimit(what, (most, most))


def _stop(_signal: int, _frame: object) -> NoReturn:
    raise Overrun


if __name__ == "__main__":
    main(*sys.argv[1:])
