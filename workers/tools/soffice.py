"""Choosing the layout engine, and the slow one for machines without LibreOfficeKit.

``SofficeConverter`` starts LibreOffice anew for each document: ten times slower, but it needs only
the program itself. Both lay out with the same profile, fonts and export options.
"""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
from typing import TYPE_CHECKING, Final

from workers.errors import EngineDied, EngineMissing, EngineTimedOut, LayoutRefused
from workers.tools.engine import LokEngine
from workers.tools.engine_home import EngineHome, engine_environment
from workers.tools.engine_input import require_docx
from workers.tools.fonts import find_fonts, fonts_fingerprint
from workers.tools.libreoffice import Installation
from workers.tools.pdf_export import EXPORT_OPTIONS

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

NEW_PROFILE: Final = 81
"""Exit status of a LibreOffice that has just furnished a new profile and wants a second start."""


def open_converter(
    folder: Path, *, seconds: float, documents: int, megabytes: int
) -> LokEngine | SofficeConverter:
    """The best converter that this machine has; raises EngineMissing, with the remedy, for none.

    Args:
        folder: where engines keep their private profiles.
        seconds: time limit of one document.
        documents: a warm engine is replaced after so many.
        megabytes: a warm engine is replaced above this resident size.
    """
    installation = Installation.find()
    if not installation.kit.is_file():
        return SofficeConverter(folder, seconds=seconds, installation=installation)
    return LokEngine(
        folder,
        seconds=seconds,
        documents=documents,
        megabytes=megabytes,
        installation=installation,
    )


class SofficeConverter:
    """One LibreOffice process a document."""

    def __init__(self, folder: Path, *, seconds: float, installation: Installation) -> None:
        self._folder, self._seconds, self._installation = folder, seconds, installation
        self._fonts = find_fonts()
        self._fingerprint = fonts_fingerprint(self._fonts)

    def to_pdf(self, docx: Path, pdf: Path) -> None:
        """Lay out a DOCX; raises the same errors as ``LokEngine.to_pdf``."""
        require_docx(docx)
        home = EngineHome.make(self._folder, fonts=self._fonts)
        try:
            outcome = self._run(docx, home)
            if outcome == NEW_PROFILE:
                outcome = self._run(docx, home)
            made = home.temporary / f"{docx.stem}.pdf"
            if outcome != 0:
                raise EngineDied(outcome)
            # The exit status is 0 even when nothing could be loaded.
            if not made.is_file():
                raise LayoutRefused(home.last_words() or "tanpa keterangan")
            _move(made, pdf)
        finally:
            home.remove()

    def warm(self) -> None:
        """Nothing can be made ready beforehand."""

    def describe(self) -> Mapping[str, str]:
        """What pages depend on besides the document, for provenance."""
        return {
            **self._installation.describe(),
            "interface": "soffice",
            "fonts": self._fingerprint,
            "options": EXPORT_OPTIONS,
        }

    def close(self) -> None:
        """Nothing is held between documents."""

    def _run(self, docx: Path, home: EngineHome) -> int:
        command = [
            str(self._installation.soffice),
            f"-env:UserInstallation={home.profile.as_uri()}",
            "--headless",
            "--norestore",
            "--nolockcheck",
            # Without it a text file is laid out as raw text.
            "--infilter=MS Word 2007 XML",
            "--convert-to",
            f"pdf:writer_pdf_Export:{EXPORT_OPTIONS}",
            "--outdir",
            str(home.temporary),
            str(docx.resolve()),
        ]
        try:
            with home.log.open("wb") as log:
                process = subprocess.Popen(
                    command,
                    stdin=subprocess.DEVNULL,
                    stdout=log,
                    stderr=log,
                    cwd=home.path,
                    env=engine_environment(home),
                    start_new_session=True,
                )
        except OSError as error:
            raise EngineMissing(str(error)) from error
        try:
            return process.wait(self._seconds)
        except subprocess.TimeoutExpired as error:
            raise EngineTimedOut(self._seconds) from error
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def _move(made: Path, pdf: Path) -> None:
    """Let the PDF appear whole, also when the folders lie on different file systems."""
    partial = pdf.with_name(f".{pdf.name}.partial")
    partial.write_bytes(made.read_bytes())
    partial.replace(pdf)
