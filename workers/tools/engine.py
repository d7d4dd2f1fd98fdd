"""The warm layout engine: LibreOfficeKit in a supervised child process.

One engine lays out one document at a time; two cores want two workers with one engine each. The
child is killed at its time limit with its whole process group, replaced after a number of documents
or above a size in memory, and dies with its parent. What one document does to it never reaches the
next one.
"""

from __future__ import annotations

import contextlib
import json
import logging
import os
import selectors
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import psutil

from workers.errors import EngineDied, EngineMissing, EngineTimedOut, LayoutRefused
from workers.tools.engine_home import EngineHome, engine_environment
from workers.tools.engine_input import require_docx
from workers.tools.fonts import find_fonts, fonts_fingerprint
from workers.tools.pdf_export import EXPORT_OPTIONS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workers.tools.libreoffice import Installation

START_SECONDS: Final = 60.0
"""A loaded machine may take long; 0.5 s is usual."""
CHILD: Final = Path(__file__).with_name("engine_child.py")
LOG: Final = logging.getLogger(__name__)


class LokEngine:
    """A converter that keeps LibreOffice warm; safe to share between threads, close it at the end.

    Args:
        folder: where the engines of this installation keep their private profiles.
        seconds: time limit of one document.
        documents: the child is replaced after so many.
        megabytes: the child is replaced above this resident size.
        installation: which LibreOffice.
    """

    def __init__(
        self,
        folder: Path,
        *,
        seconds: float = 60,
        documents: int = 200,
        megabytes: int = 600,
        installation: Installation,
    ) -> None:
        self._folder = folder
        self._seconds, self._documents, self._megabytes = seconds, documents, megabytes
        self._installation = installation
        self._fonts = find_fonts()
        self._fingerprint = fonts_fingerprint(self._fonts)
        self._lock = threading.Lock()
        self._child: Child | None = None

    def to_pdf(self, docx: Path, pdf: Path) -> None:
        """Lay out a DOCX; the PDF appears whole or not at all.

        Raises:
            NotADocx: the input is no DOCX.
            LayoutRefused: LibreOffice will not open or save it.
            EngineTimedOut: it took longer than the limit.
            EngineDied: the child crashed.
            EngineMissing: the child did not start.
        """
        require_docx(docx)
        partial = pdf.with_name(f".{pdf.name}.partial")
        partial.unlink(missing_ok=True)
        with self._lock:
            try:
                self._ready_child().lay_out(docx.resolve(), partial.resolve(), self._seconds)
            except BaseException:
                partial.unlink(missing_ok=True)
                if self._child is not None and not self._child.idle:
                    self._drop()
                raise
            finally:
                self._recycle()
        partial.replace(pdf)

    def warm(self) -> None:
        """Begin to start the child and return at once; the next document waits for the rest."""
        with self._lock:
            if self._child is None or not self._child.alive:
                self._drop()
                self._child = self._start()

    def describe(self) -> Mapping[str, str]:
        """What pages depend on besides the document, for provenance."""
        return {
            **self._installation.describe(),
            "interface": "LibreOfficeKit",
            "fonts": self._fingerprint,
            "options": EXPORT_OPTIONS,
        }

    def close(self) -> None:
        """End the child and remove its folder; a later document would start a new one."""
        with self._lock:
            self._drop()

    @property
    def pid(self) -> int | None:
        """Process id of the child, None when there is none."""
        return None if self._child is None else self._child.pid

    def _ready_child(self) -> Child:
        # A child that died while idle harmed no document: replace it without a word.
        if self._child is None or not self._child.alive:
            self._drop()
            self._child = self._start()
        try:
            self._child.await_ready()
        except BaseException:
            self._drop()
            raise
        return self._child

    def _start(self) -> Child:
        return Child(EngineHome.make(self._folder, fonts=self._fonts), self._installation)

    def _recycle(self) -> None:
        """Replace a tired child now, so that the next document finds its successor starting."""
        child = self._child
        if child is None or not child.alive:
            return
        if child.documents >= self._documents or child.megabytes() > self._megabytes:
            self._drop()
            self._child = self._start()

    def _drop(self) -> None:
        if self._child is not None:
            self._child.kill()
            self._child = None


class Child:
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

    @property
    def pid(self) -> int:
        """Process id, also the id of its process group."""
        return self._process.pid

    @property
    def alive(self) -> bool:
        """False once the process has ended."""
        return self._process.poll() is None

    def megabytes(self) -> float:
        """Resident memory."""
        try:
            return float(psutil.Process(self.pid).memory_info().rss) / 2**20
        except psutil.Error:
            return 0.0

    def await_ready(self) -> None:
        """Wait until LibreOffice is loaded."""
        if self._ready:
            return
        try:
            self._answer(START_SECONDS)
        except (EngineDied, EngineTimedOut) as error:
            raise EngineMissing(f"{error} {self._home.last_words()}".strip()) from error
        self._ready = True

    def lay_out(self, docx: Path, pdf: Path, seconds: float) -> None:
        """Have one document laid out within so many seconds."""
        ask = {"docx": str(docx), "pdf": str(pdf), "options": EXPORT_OPTIONS}
        self.idle = False
        try:
            self._send(json.dumps(ask).encode() + b"\n")
            answer = self._answer(seconds)
        except EngineDied:
            LOG.warning("layout engine died: %s", self._home.last_words())
            raise
        self.idle = True
        self.documents += 1
        if "refused" in answer:
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

    def _send(self, line: bytes) -> None:
        assert self._process.stdin is not None  # noqa: S101 — opened as a pipe above
        try:
            self._process.stdin.write(line)
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
