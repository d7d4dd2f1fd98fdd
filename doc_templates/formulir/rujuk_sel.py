"""Numbers and references to cells, as files write them: ``12``, ``C4``, ``B2:D9``."""

from __future__ import annotations

import re
from typing import Final

from openpyxl.utils import column_index_from_string

from doc_templates.formulir.buku import BukuRusak

_MOST_DIGITS: Final = 9
_RANGE: Final = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})(?::\$?([A-Z]{1,3})\$?([0-9]{1,7}))?")


def sudut(ref: str) -> tuple[int, int, int, int]:
    """First row and column, last row and column of a reference.

    Raises:
        BukuRusak: it is none.
    """
    match = _RANGE.fullmatch(ref)
    if match is None:
        raise BukuRusak("rujukan sel di dalamnya tidak terbaca")
    first, top, last, bottom = match.groups()
    left = column_index_from_string(first)
    right = column_index_from_string(last) if last else left
    return int(top), left, int(bottom or top), right


def bilangan(text: str) -> int:
    """A count of rows, columns, styles or strings.

    Raises:
        BukuRusak: it is none.
    """
    if not text.isascii() or not text.isdigit() or len(text) > _MOST_DIGITS:
        raise BukuRusak("nomor di dalamnya tidak terbaca")
    return int(text)
