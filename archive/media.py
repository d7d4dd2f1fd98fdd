"""Media types of what we keep: a table of our own, so that every machine says the same."""

from __future__ import annotations

from pathlib import PurePath
from typing import Final

_BY_SUFFIX: Final = {
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".json": "application/json",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".txt": "text/plain",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".xml": "application/xml",
    ".yaml": "application/yaml",
}


def media_type_of(name: str) -> str:
    """The media type that a file's name tells."""
    return _BY_SUFFIX.get(PurePath(name).suffix, "application/octet-stream")
