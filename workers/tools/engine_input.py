"""Is it a DOCX at all? Asked before the layout engine sees it.

LibreOffice guesses by content: it lays out a text file named ``.docx`` as raw text and calls that a
success, and it "repairs" a truncated package. Neither may become an official document.
"""

from __future__ import annotations

import zipfile
import zlib
from typing import TYPE_CHECKING, Final

from workers.errors import NotADocx

if TYPE_CHECKING:
    from pathlib import Path

MAIN_TYPE: Final = (
    b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
)
NEEDED_PARTS: Final = ("[Content_Types].xml", "word/document.xml")
MEMBERS_LIMIT: Final = 2_000
BYTES_LIMIT: Final = 256 * 2**20
"""Unpacked; a form of 500 rows unpacks to about 2 MB."""


def require_docx(path: Path) -> None:
    """Raise NotADocx unless the file is a whole, macro-free DOCX package of sane size."""
    try:
        with zipfile.ZipFile(path) as package:
            _require_sane(package, path.name)
            if (broken := package.testzip()) is not None:
                raise NotADocx(path.name, f"bagian {broken} rusak")
            if MAIN_TYPE not in package.read("[Content_Types].xml"):
                raise NotADocx(path.name, "isinya bukan dokumen Word tanpa makro")
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise NotADocx(path.name, "paketnya tidak utuh atau bukan paket ZIP") from error


def _require_sane(package: zipfile.ZipFile, name: str) -> None:
    members = package.infolist()
    if len(members) > MEMBERS_LIMIT or sum(each.file_size for each in members) > BYTES_LIMIT:
        raise NotADocx(name, "isinya melampaui batas ukuran")
    present = {each.filename for each in members}
    for part in NEEDED_PARTS:
        if part not in present:
            raise NotADocx(name, f"tidak memiliki bagian {part}")
