"""The two usual ways to make a PDF from a Word form, written as most people write them."""

from __future__ import annotations

import io
import os
import shutil
import signal
import socket
import subprocess
import sysconfig
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from docxtpl import DocxTemplate
from pypdf import PdfReader, PdfWriter
from reportlab.pdfgen import canvas
from unoserver.client import UnoClient

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    Convert = Callable[[Path], Path]


def make(
    form: Path, context: Mapping[str, Any], number: str, folder: Path, to_pdf: Convert
) -> Path:
    """Fill with docxtpl, convert, stamp with pypdf, copy into a folder."""
    filled = folder / "rival.docx"
    template = DocxTemplate(form)
    template.render(dict(context), autoescape=True)
    template.save(filled)
    plain = to_pdf(filled)
    writer = PdfWriter(clone_from=PdfReader(plain))
    for page in writer.pages:
        sheet = io.BytesIO()
        pen = canvas.Canvas(sheet, pagesize=(page.mediabox.width, page.mediabox.height))
        pen.setFont("Helvetica", 7)
        pen.drawString(40, 20, number)
        pen.save()
        page.merge_page(PdfReader(sheet).pages[0])
    stamped = folder / "rival-stamped.pdf"
    writer.write(stamped)
    kept = folder / "kept"
    kept.mkdir(exist_ok=True)
    return shutil.copy(stamped, kept / f"{number.replace('/', '-')}.pdf")


def by_soffice(folder: Path) -> Convert:
    """A new `soffice --convert-to` a document, on a profile that is warm already."""

    def to_pdf(docx: Path) -> Path:
        subprocess.run(
            [
                "soffice",
                "--headless",
                f"-env:UserInstallation=file://{folder}/profile",
                "--convert-to",
                "pdf",
                "--outdir",
                str(docx.parent),
                str(docx),
            ],
            check=True,
            capture_output=True,
        )
        return docx.with_suffix(".pdf")

    return to_pdf


@contextmanager
def by_unoserver(folder: Path) -> Iterator[Convert]:
    """One unoserver for all documents, called over its own client."""
    port, uno_port = _free_port(), _free_port()
    # UNO's bridge belongs to the system's Python; unoserver itself is plain Python.
    environment = os.environ | {"PYTHONPATH": sysconfig.get_paths()["purelib"]}
    server = subprocess.Popen(
        [
            "/usr/bin/python3",
            "-m",
            "unoserver.server",
            f"--port={port}",
            f"--uno-port={uno_port}",
            f"--user-installation={folder}/uno-profile",
        ],
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        _await_port(port)
        client = UnoClient(server="127.0.0.1", port=str(port))

        def to_pdf(docx: Path) -> Path:
            pdf = docx.with_suffix(".pdf")
            client.convert(inpath=str(docx), outpath=str(pdf), convert_to="pdf")
            return pdf

        yield to_pdf
    finally:
        # It does not end on SIGTERM while its LibreOffice lives; nothing of it is kept.
        os.killpg(server.pid, signal.SIGKILL)
        server.wait()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _await_port(port: int, seconds: float = 30) -> None:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise TimeoutError(port)
