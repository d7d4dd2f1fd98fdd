"""Data files as offices have them: JSON or YAML, from disk or standard input.

Nothing is repaired here. A file is either taken exactly as typed or refused with one
sentence that says where and why.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from service.errors import DataMissing, DataNotText, DataTooLarge, DataUnreadable
from service.plain_json import read_json
from service.plain_yaml import read_yaml

if TYPE_CHECKING:
    from typing import BinaryIO

    from service.located import DataFile

STDIN: Final = "-"
"""Names standard input."""
STDIN_NAME: Final = "masukan baku"
MAX_BYTES: Final = 8 * 2**20
"""The largest sample has 60 KB; a hundred times that is no document but a mistake."""

_BINARY: Final = (
    (b"PK\x03\x04", "ini berkas ZIP atau Office, bukan JSON atau YAML"),
    (b"%PDF", "ini berkas PDF, bukan JSON atau YAML"),
    (b"\xff\xfe", "berkas tersimpan sebagai UTF-16; simpan ulang sebagai UTF-8"),
    (b"\xfe\xff", "berkas tersimpan sebagai UTF-16; simpan ulang sebagai UTF-8"),
)


def read_data(name: str, *, stdin: BinaryIO | None = None) -> DataFile:
    """Read the data file of that name; ``-`` is standard input."""
    if name == STDIN:
        content = (stdin or sys.stdin.buffer).read(MAX_BYTES + 1)
        return parse_data(STDIN_NAME, content)
    return parse_data(name, _bytes_of(name))


def parse_data(name: str, content: bytes) -> DataFile:
    """Parse the bytes of a data file; the name's ending says what it is, else its first sign."""
    if len(content) > MAX_BYTES:
        raise DataTooLarge(name, MAX_BYTES)
    text = _text_of(name, content)
    return (read_json if is_json(name, text) else read_yaml)(name, text)


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
