"""One life of the layout process: started, asked, watched, killed.

It knows nothing of retries or replacement; its owner decides on those.
"""

from __future__ import annotations

import contextlib
import json
import logging
import os
import selectors
import shutil
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import psutil

from workers.errors import (
    EngineDied,
    EngineMissing,
    EngineTimedOut,
    LayoutRefused,
    StorageFull,
)
from workers.tools.engine_home import engine_environment
from workers.tools.pdf_export import EXPORT_OPTIONS

if TYPE_CHECKING:
    from workers.tools.engine_home import EngineHome
    from workers.tools.libreoffice import Installation

START_SECONDS: Final = 30.0
"""A loaded machine may take long; 0.5 s is usual."""
ROOM_NEEDED: Final = 64 * 2**20
"""Bytes; with less, a refusal is blamed on the disk, not on the document."""
CHILD: Final = Path(__file__).with_name("engine_child.py")
LOG: Final = logging.getLogger(__name__)


class EngineProcess:
    """One life of the layout process."""

    def __init__(self, home: EngineHome, installation: Installation) -> None:
        self._home = home
        self.documents = 0
        self.idle = True
        self._ready = False
        self._unread = b""
        answers, answers_of_child = os.pipe()
        os.set_blocking(answers, False)
        self._answers = answers
        # The kernel's "die with your parent" means the parent's thread: only the main thread
        # lives as long as its process. Elsewhere the end of standard input must do.
        mortal = threading.current_thread() is threading.main_thread()
        command = [sys.executable, "-I", "-S", str(CHILD), str(installation.program)]
        command += [str(home.profile), str(answers_of_child), str(os.getpid() if mortal else 0)]
        try:
            with home.log.open("wb") as log:
                self._process = subprocess.Popen(
                    command,
                    stdin=subprocess.PIPE,
                    stdout=log,
                    stderr=log,
                    cwd=home.path,
                    env=engine_environment(home),
                    pass_fds=(answers_of_child,),
                    start_new_session=True,
                )
        except OSError as error:
            os.close(answers)
            home.remove()
            raise EngineMissing(str(error)) from error
        finally:
            os.close(answers_of_child)
        # Waits in the pipe until LibreOffice is loaded; the answer is read by await_ready.
        with contextlib.suppress(EngineDied):
            self._ask(home.exercise, home.temporary / "exercise.pdf")

    @property
    def pid(self) -> int:
        """Process id, also the id of its process group."""
        return self._process.pid

    @property
    def alive(self) -> bool:
        """False once the process has ended, or is about to: its first thread already has."""
        if self._process.poll() is not None:
            return False
        try:
            return bool(psutil.Process(self.pid).status() != psutil.STATUS_ZOMBIE)
        except psutil.NoSuchProcess:
            return False

    def megabytes(self) -> float:
        """Resident memory."""
        try:
            return float(psutil.Process(self.pid).memory_info().rss) / 2**20
        except psutil.Error:
            return 0.0

    def await_ready(self) -> None:
        """Wait until LibreOffice is loaded and has done its exercise."""
        if self._ready:
            return
        deadline = time.monotonic() + START_SECONDS
        try:
            self._answer(START_SECONDS)
            self._answer(deadline - time.monotonic())
        except (EngineDied, EngineTimedOut) as error:
            raise EngineMissing(f"{error} {self._home.last_words()}".strip()) from error
        self._ready = True

    def lay_out(self, docx: Path, pdf: Path, seconds: float) -> None:
        """Have one document laid out within so many seconds."""
        self.idle = False
        try:
            self._ask(docx, pdf)
            answer = self._answer(seconds)
        except EngineDied:
            LOG.warning("layout engine died: %s", self._home.last_words())
            raise
        self.idle = True
        self.documents += 1
        if "refused" in answer:
            for place in (pdf.parent, self._home.path):
                if shutil.disk_usage(place).free < ROOM_NEEDED:
                    raise StorageFull(str(place))
            raise LayoutRefused(str(answer["refused"]))

    def kill(self) -> None:
        """End the whole process group and remove what it leaves."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.pid, signal.SIGKILL)
        self._process.wait()
        if self._process.stdin is not None:
            with contextlib.suppress(OSError):
                self._process.stdin.close()
        os.close(self._answers)
        self._home.remove()

    def _ask(self, docx: Path, pdf: Path) -> None:
        ask = {"docx": str(docx), "pdf": str(pdf), "options": EXPORT_OPTIONS}
        assert self._process.stdin is not None  # noqa: S101 — opened as a pipe above
        try:
            self._process.stdin.write(json.dumps(ask).encode() + b"\n")
            self._process.stdin.flush()
        except OSError as error:
            raise EngineDied(self._status()) from error

    def _answer(self, seconds: float) -> dict[str, Any]:
        """The next line of the child, within so many seconds."""
        deadline = time.monotonic() + seconds
        with selectors.DefaultSelector() as selector:
            selector.register(self._answers, selectors.EVENT_READ)
            while b"\n" not in self._unread:
                if not selector.select(max(0.0, deadline - time.monotonic())):
                    raise EngineTimedOut(seconds)
                piece = os.read(self._answers, 65536)
                if not piece:
                    raise EngineDied(self._status())
                self._unread += piece
        line, _, self._unread = self._unread.partition(b"\n")
        answer: dict[str, Any] = json.loads(line)
        return answer

    def _status(self) -> int | None:
        """Exit status, given a moment to arrive after the pipe has closed."""
        try:
            return self._process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            return None
