"""Forms for tests, drawn with python-docx as an office would draw them in Word."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from docx import Document

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from docx.document import Document as OpenDocument


def drawn(folder: Path, *paragraphs: str, more: Callable[[OpenDocument], None] | None = None):
    """Draw a form of these paragraphs (and whatever ``more`` adds); give its path."""
    document = Document()
    document.core_properties.title = "Formulir"
    for text in paragraphs:
        document.add_paragraph(text)
    if more is not None:
        more(document)
    path = folder / "template.docx"
    document.save(str(path))
    return path


def with_members(path: Path, changes: Mapping[str, bytes | Callable[[bytes], bytes]]) -> Path:
    """Change or add members of a DOCX, the way another program might."""
    with zipfile.ZipFile(path) as package:
        members = {name: package.read(name) for name in package.namelist()}
    for name, change in changes.items():
        members[name] = change if isinstance(change, bytes) else change(members[name])
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in members.items():
            package.writestr(name, content)
    return path


def opened(content: bytes) -> OpenDocument:
    """Open a filled DOCX with a reader that is not ours."""
    return Document(io.BytesIO(content))


def leave(_body: object) -> None:
    """Arrange nothing."""
