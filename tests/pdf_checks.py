"""What other programs say of a PDF: veraPDF, qpdf, poppler, a QR reader."""

from __future__ import annotations

import atexit
import subprocess
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import zxingcpp
from PIL import Image

from workers.tools.pdfa import FLAVOURS, Verapdf

if TYPE_CHECKING:
    from collections.abc import Sequence


def verapdf(path: Path, flavour: str | Sequence[str] = FLAVOURS) -> list[str]:
    """The clauses that a file breaks (``2b``, ``ua1``); one Java machine a test process."""
    flavours = (flavour,) if isinstance(flavour, str) else tuple(flavour)
    return [str(failure) for failure in _judge().check(path, flavours)]


@cache
def _judge() -> Verapdf:
    judge = Verapdf()
    atexit.register(judge.close)
    return judge


def qpdf_check(path: Path) -> str:
    """What qpdf complains about; empty where it finds nothing."""
    told = subprocess.run(["qpdf", "--check", path], capture_output=True, text=True, check=False)
    sound = told.returncode == 0 and "No syntax or stream encoding errors" in told.stdout
    return "" if sound else told.stdout + told.stderr


def poppler(program: str, path: Path, *wanted: str) -> bytes:
    """What a program of poppler says of a print.

    The colour profile is hidden from it: poppler inverts its curves anew for every page, ten times
    what the page takes, and neither text nor grey pictures need it.
    """
    given = path.read_bytes().replace(b"/OutputIntents", b"/OutputIntentX")
    out = () if program == "pdftoppm" else ("-",)
    command = [program, *wanted, "-", *out]
    return subprocess.run(command, input=given, capture_output=True, check=True).stdout


def text_of(path: Path, order: str = "-raw") -> str:
    """The whole text as poppler reads it, in the order of the content or as laid out."""
    return poppler("pdftotext", path, order, "-enc", "UTF-8").decode()


def page_image(path: Path, *, page: int = 1, dpi: int = 100) -> Image.Image:
    """A page as poppler draws it, in grey."""
    number = str(page)
    wanted = ("-r", str(dpi), "-f", number, "-l", number, "-gray", "-png")
    drawn = poppler("pdftoppm", path, *wanted)
    return Image.open(BytesIO(drawn)).convert("L")


def codes_on(path: Path, *, page: int = 1, dpi: int = 200) -> list[str]:
    """What a reader finds in the QR codes of a page image."""
    image = np.asarray(page_image(path, page=page, dpi=dpi))
    return [found.text for found in zxingcpp.read_barcodes(image)]


def signatures_of(path: Path) -> str:
    """What poppler says of the signatures of a file."""
    told = subprocess.run(["pdfsig", "-nocert", path], capture_output=True, text=True, check=False)
    return told.stdout
