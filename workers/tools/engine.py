"""The warm layout engine: LibreOfficeKit in a supervised child process.

One engine lays out one document at a time; two cores want two workers with one engine each. The
child is killed at its time limit with its whole process group, replaced after a number of documents
or above a size in memory, and dies with its parent. What one document does to it never reaches the
next one.
"""

from __future__ import annotations

import errno
import logging
import threading
from typing import TYPE_CHECKING, Final

from workers.errors import EngineMissing, StorageFull, Transient
from workers.tools.engine_home import EngineHome
from workers.tools.engine_input import require_docx
from workers.tools.engine_process import EngineProcess
from workers.tools.fonts import find_fonts, fonts_fingerprint
from workers.tools.pdf_export import EXPORT_OPTIONS

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from workers.tools.libreoffice import Installation

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
        self._child: EngineProcess | None = None

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
                partial.replace(pdf)
            except BaseException:
                partial.unlink(missing_ok=True)
                if self._child is not None and not self._child.idle:
                    self._drop()
                raise
            finally:
                self._recycle()

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

    def _ready_child(self) -> EngineProcess:
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

    def _start(self) -> EngineProcess:
        try:
            home = EngineHome.make(self._folder, fonts=self._fonts)
        except OSError as error:
            if error.errno in {errno.ENOSPC, errno.EDQUOT}:
                raise StorageFull(str(self._folder)) from error
            raise EngineMissing(str(error)) from error
        return EngineProcess(home, self._installation)

    def _recycle(self) -> None:
        """Replace a tired child now, so that the next document finds its successor starting."""
        child = self._child
        if child is None or not child.alive:
            return
        if child.documents < self._documents and child.megabytes() <= self._megabytes:
            return
        self._drop()
        try:
            self._child = self._start()
        except Transient as error:
            # This document is done; whoever brings the next one is told if it lasts.
            LOG.warning("no successor for the layout engine yet: %s", error)

    def _drop(self) -> None:
        if self._child is not None:
            self._child.kill()
            self._child = None
