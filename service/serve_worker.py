"""The worker that `lontar serve` brings along where no broker is set: started, watched, stopped."""

from __future__ import annotations

import logging
import subprocess
import sys
import threading
from typing import TYPE_CHECKING, Final

from service.waiting import worker_environment

if TYPE_CHECKING:
    from service.app import House

LOG: Final = logging.getLogger(__name__)

PAUSES: Final = (1.0, 2.0, 5.0, 15.0, 60.0)
"""Seconds before a worker that ended is started again, each time longer."""
_STEADY: Final = 60.0
"""Seconds that a worker must live for its earlier deaths to be forgotten."""
_TICK: Final = 0.2


class EmbeddedWorker:
    """One worker process of ours, with its sweeper; it wakes whatever is asked."""

    def __init__(self, house: House, *, command: tuple[str, ...] | None = None) -> None:
        """Prepare; nothing runs before ``start``.

        Args:
            house: the installation.
            command: what is run instead of the worker, for tests.
        """
        self._environment = worker_environment(house)
        self._command = command or (sys.executable, "-P", "-m", "workers")
        self._patience = house.settings.stop_seconds
        self._stop = threading.Event()
        self._process: subprocess.Popen[bytes] | None = None
        self._deaths = 0
        self._thread = threading.Thread(target=self._watch, name="embedded-worker", daemon=True)

    def start(self) -> None:
        """Start the worker and watch it."""
        self._thread.start()

    def stop(self) -> None:
        """Let it finish what it is at, then firmly; safe twice."""
        self._stop.set()
        if self._thread.is_alive():
            self._thread.join(self._patience + 10)

    def trouble(self) -> str | None:
        """What ails it, one Indonesian sentence; None for nothing."""
        process = self._process
        if process is not None and process.poll() is None:
            return None
        if self._deaths:
            return f"Pekerja bawaan berhenti {self._deaths} kali dan sedang dijalankan kembali."
        return "Pekerja bawaan belum berjalan."

    def _watch(self) -> None:
        while not self._stop.is_set():
            lived = self._live()
            if self._stop.is_set():
                return
            self._deaths = 1 if lived > _STEADY else self._deaths + 1
            pause = PAUSES[min(self._deaths, len(PAUSES)) - 1]
            LOG.warning("the worker ended; again in %g s", pause)
            self._stop.wait(pause)

    def _live(self) -> float:
        """Run one worker to its end, or until told to stop; gives the seconds that it lived."""
        # A session of its own: Ctrl-C in the terminal is told to us, and we tell it.
        self._process = subprocess.Popen(
            self._command,
            stdin=subprocess.DEVNULL,
            env=self._environment,
            start_new_session=True,
        )
        lived = 0.0
        while self._process.poll() is None and not self._stop.wait(_TICK):
            lived += _TICK
        self._end(self._process)
        return lived

    def _end(self, process: subprocess.Popen[bytes]) -> None:
        if process.poll() is not None:
            return
        process.terminate()
        try:
            process.wait(self._patience)
        except subprocess.TimeoutExpired:
            LOG.warning("the worker did not end in time; its job goes to the next one")
            process.kill()
            process.wait()
