"""Data files as offices have them: JSON or YAML, from disk or standard input.

Nothing is repaired here. A file is either taken exactly as typed or refused with one
sentence that says where and why.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from doc_templates.kind import BERKAS
from service.errors import (
    DataMissing,
    DataNotText,
    DataSetUnusable,
    DataTooLarge,
    DataUnreadable,
)
from service.plain_json import read_json
from service.plain_yaml import read_yaml

if TYPE_CHECKING:
    from typing import BinaryIO

    from doc_templates.kind import DataKind
    from service.located import DataFile

STDIN: Final = "-"
"""Names standard input."""
STDIN_NAME: Final = "masukan baku"
MAX_BYTES: Final = 8 * 2**20
"""The largest sample has 300 KB; thirty times that is no document but a mistake."""
_REMEMBERED: Final = 8
"""Data sets; a run over many documents reads few of them."""

_BINARY: Final = (
    (b"PK\x03\x04", "ini berkas ZIP atau Office, bukan JSON atau YAML"),
    (b"%PDF", "ini berkas PDF, bukan JSON atau YAML"),
    (b"\xff\xfe", "berkas tersimpan sebagai UTF-16; simpan ulang sebagai UTF-8"),
    (b"\xfe\xff", "berkas tersimpan sebagai UTF-16; simpan ulang sebagai UTF-8"),
)


def read_data(
    name: str, *, kind: DataKind | None = None, stdin: BinaryIO | None = None
) -> DataFile:
    """Read the data file of that name; ``-`` is standard input.

    Where the kind prints a data set, ``{"berkas": path}`` in its place is read in, so that what
    is given is whole. The path counts from the folder of the file that says it; from standard
    input, from where the person stands.

    Raises:
        DataSetUnusable: that place names no file that can be read in.
        DataError: one of the files cannot be taken as it is.
    """
    if name == STDIN:
        content = (stdin or sys.stdin.buffer).read(MAX_BYTES + 1)
        return _whole(parse_data(STDIN_NAME, content), kind=kind, folder=Path())
    return _whole(parse_data(name, _bytes_of(name)), kind=kind, folder=Path(name).parent)


def parse_data(name: str, content: bytes) -> DataFile:
    """Parse the bytes of a data file; the name's ending says what it is, else its first sign."""
    if len(content) > MAX_BYTES:
        raise DataTooLarge(name, MAX_BYTES)
    text = _text_of(name, content)
    return (read_json if is_json(name, text) else read_yaml)(name, text)


def _whole(data: DataFile, *, kind: DataKind | None, folder: Path) -> DataFile:
    field = kind.himpunan if kind else None
    if field is None or not isinstance(data.content, dict):
        return data
    said = data.content.get(field)
    if not isinstance(said, dict) or BERKAS not in said:
        return data
    part = _part(data, field, said, folder)
    return replace(data, content={**data.content, field: part.content}, parts={field: part})


def _part(data: DataFile, field: str, said: dict[str, Any], folder: Path) -> DataFile:
    line = data.spot((field, BERKAS)).line
    path = said[BERKAS]
    if len(said) > 1:
        others = ", ".join(f"“{each}”" for each in said if each != BERKAS)
        reason = f"di samping “{BERKAS}” tidak boleh ada isian lain, yaitu {others}"
        raise DataSetUnusable(data.name, reason, line)
    if not isinstance(path, str) or not path.strip():
        raise DataSetUnusable(data.name, f"“{BERKAS}” harus berisi nama berkas", line)
    try:
        part = _parsed(str(folder / path), _bytes_of(str(folder / path)))
    except (DataMissing, DataUnreadable) as error:
        reason = f"himpunan data tidak dapat dibaca. {str(error).rstrip('.')}"
        raise DataSetUnusable(data.name, reason, line) from error
    if isinstance(part.content, dict) and (BERKAS in part.content or field in part.content):
        # A data set has neither field: this file names a data set itself, perhaps in a circle.
        reason = f"“{path}” bukan himpunan data, melainkan berkas yang menunjuk himpunan data"
        raise DataSetUnusable(data.name, reason, line)
    return part


@lru_cache(_REMEMBERED)
def _parsed(name: str, content: bytes) -> DataFile:
    """A data set is named by many files and parsed once; nobody changes what was read."""
    return parse_data(name, content)


def _bytes_of(name: str) -> bytes:
    try:
        with Path(name).open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except FileNotFoundError as error:
        raise DataMissing(name) from error
    except IsADirectoryError as error:
        raise DataUnreadable(name, "ini sebuah folder") from error
    except PermissionError as error:
        raise DataUnreadable(name, "izin baca tidak ada") from error
    except (OSError, ValueError) as error:
        raise DataUnreadable(name, str(error)) from error


def _text_of(name: str, content: bytes) -> str:
    for beginning, reason in _BINARY:
        if content.startswith(beginning):
            raise DataNotText(name, reason, 1, 1)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start]
        line = before.count(b"\n") + 1
        # The bytes before the fault are sound UTF-8, or the fault would lie earlier.
        column = len(before.rpartition(b"\n")[2].decode("utf-8-sig")) + 1
        reason = f"bita {content[error.start]:#04x} bukan UTF-8; simpan ulang sebagai UTF-8"
        raise DataNotText(name, reason, line, column) from error
    if "\0" in text:
        before_nul = text.partition("\0")[0]
        line, column = before_nul.count("\n") + 1, len(before_nul.rpartition("\n")[2]) + 1
        raise DataNotText(name, "ini berkas biner, bukan teks", line, column)
    return text


def is_json(name: str, text: str) -> bool:
    """True for JSON, False for YAML: the name's ending tells, else the first sign."""
    suffix = Path(name).suffix.lower()
    if suffix in {".json", ".yaml", ".yml"}:
        return suffix == ".json"
    return text.lstrip()[:1] in {"{", "["}
