"""A ZIP that says it is a DOCX: looked through before anything opens it."""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO
from typing import Final

from doc_templates.errors import OldFileDamaged, OldFileLocked, OldFileTooLarge, OldFormat

MOST_PARTS: Final = 5_000
"""Files inside a DOCX; a long one with pictures has some hundred."""
MOST_UNPACKED: Final = 100 * 2**20
"""Bytes of a DOCX once unpacked: ten times the largest file taken."""
MOST_WRITTEN: Final = 20 * 2**20
"""Of them, bytes that are no picture. In memory they take twenty times that; a long SOP with many
drawn shapes has two megabytes."""

_DOCUMENT: Final = "word/document.xml"
_PICTURES: Final = ("word/media/", "word/embeddings/", "word/fonts/")
_HEAD: Final = 20_000
"""Bytes in which a part says what it is."""
_INSIDE: Final = (("xl/", "XLSX (Excel)"), ("ppt/", "PPTX (PowerPoint)"))
_TYPES: Final = (
    (b"macroEnabled.main+xml", "DOCM (Word dengan makro)"),
    (b"macroEnabledTemplate.main+xml", "DOTM (templat Word)"),
    (b"wordprocessingml.template.main+xml", "DOTX (templat Word)"),
)
_STRICT: Final = b"http://purl.oclc.org/ooxml/wordprocessingml/main"


def ensure_docx(name: str, content: bytes) -> None:
    """Refuse a package that is locked, damaged, oversized or of another kind.

    Raises:
        OldFileError: it is no DOCX, or would harm whoever opens it.
    """
    try:
        with zipfile.ZipFile(BytesIO(content)) as package:
            parts = package.infolist()
            if any(part.flag_bits & 1 for part in parts):
                raise OldFileLocked(name)
            other = _other_kind(package)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError) as error:
        raise OldFileDamaged(name, "kemasan ZIP di dalamnya rusak") from error
    except (OSError, ValueError, EOFError, RuntimeError) as error:
        raise OldFileDamaged(name, "kemasan ZIP di dalamnya terputus") from error
    if other:
        raise OldFormat(name, other)
    if len(parts) > MOST_PARTS:
        raise OldFileTooLarge(name, f"{MOST_PARTS} bagian di dalamnya")
    written = [part.file_size for part in parts if not part.filename.startswith(_PICTURES)]
    if sum(written) > MOST_WRITTEN:
        raise OldFileTooLarge(name, f"{MOST_WRITTEN // 2**20} MB tulisan setelah dibuka")
    if sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise OldFileTooLarge(name, f"{MOST_UNPACKED // 2**20} MB setelah dibuka")


def _other_kind(package: zipfile.ZipFile) -> str:
    """What the package is, where it is no DOCX; else empty."""
    names = package.namelist()
    if _DOCUMENT in names:
        types = _head(package, "[Content_Types].xml")
        strict = _STRICT in _head(package, _DOCUMENT)
        found = [what for sign, what in _TYPES if sign in types]
        return found[0] if found else "DOCX Strict (Open XML ketat)" if strict else ""
    if b"opendocument" in _head(package, "mimetype"):
        return "ODT (OpenDocument)"
    found = [what for folder, what in _INSIDE if any(each.startswith(folder) for each in names)]
    return found[0] if found else "arsip ZIP"


def _head(package: zipfile.ZipFile, part: str) -> bytes:
    """How a part begins; empty where it is not there."""
    if part not in package.namelist():
        return b""
    with package.open(part) as opened:
        return opened.read(_HEAD)
