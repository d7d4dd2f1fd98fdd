"""Poppler's programs in a child with limits: a hostile print costs its reader only this much."""

from __future__ import annotations

import shutil
import subprocess
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from service.comparing.errors import ComparingBusy, PrintTooHard, PrintUnreadable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SECONDS: Final = 20
"""Of processor time, and a little more by the clock."""
MEMORY: Final = 1 << 30
"""Bytes of address space."""
OUTPUT: Final = 64 << 20
"""Bytes that may be written."""
_AT_ONCE: Final = 2
_PATIENCE: Final = 30.0
"""Seconds to wait for one of the places."""
_PLACES: Final = threading.BoundedSemaphore(_AT_ONCE)
_UNSTARTED: Final = 126
"""Status from which on a program did not come to its first line."""
_INTENTS: Final = (b"/OutputIntents", b"/OutputIntentX")
"""With a colour profile named there, poppler inverts its curves anew for every page: 70 ms each,
ten times what the page itself takes. Neither text nor grey pictures need it."""


def lay(pdf: Path) -> None:
    """Make a copy of a print one that poppler reads fast; every offset in it stays true."""
    pdf.write_bytes(pdf.read_bytes().replace(*_INTENTS))


def run(command: tuple[str, ...], *, out: Path, seconds: int = SECONDS) -> bytes:
    """Run a program within the limits and give what it wrote to its standard output.

    Args:
        command: the program and its arguments.
        out: file for the output, so that no flood of it fills the memory.
        seconds: of processor time.

    Raises:
        PrintTooHard: it needed more than it was given.
        PrintUnreadable: it refused the file.
        ComparingBusy: no place became free.
    """
    limits = (f"--cpu={seconds}", f"--as={MEMORY}", f"--fsize={OUTPUT}", "--core=0")
    with _place(), out.open("wb") as file:
        try:
            done = subprocess.run(
                (shutil.which("prlimit") or "prlimit", *limits, *command),
                stdin=subprocess.DEVNULL,
                stdout=file,
                stderr=subprocess.DEVNULL,
                timeout=2 * seconds + 5,
                check=False,
            )
        except subprocess.TimeoutExpired as error:
            raise PrintTooHard from error
    if done.returncode < 0 or done.returncode >= _UNSTARTED:
        raise PrintTooHard
    if done.returncode:
        raise PrintUnreadable
    return out.read_bytes()


@contextmanager
def _place() -> Iterator[None]:
    if not _PLACES.acquire(timeout=_PATIENCE):
        raise ComparingBusy
    try:
        yield
    finally:
        _PLACES.release()
