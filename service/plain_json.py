"""JSON as RFC 8259 has it, with the place of every value: no NaN, no key twice."""

from __future__ import annotations

import json
import math
import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from service.errors import DataSyntax
from service.located import MAX_DEPTH, DataFile, DataPath, Lines, Place

if TYPE_CHECKING:
    from collections.abc import Iterator

_TOKEN: Final = re.compile(
    r'"[^"\\]*(?:\\.[^"\\]*)*"|[\[\]{},:]|[^\s\[\]{},:"]+',
    re.DOTALL,
)

_REASONS: Final = {
    "Expecting property name enclosed in double quotes": (
        "nama isian harus diapit tanda kutip ganda, dan koma terakhir tidak boleh tersisa"
    ),
    "Expecting ',' delimiter": "kurang tanda koma atau kurung penutup",
    "Expecting ':' delimiter": "kurang tanda titik dua sesudah nama isian",
    "Expecting value": "di sini seharusnya ada nilai",
    "Extra data": "ada tulisan lagi sesudah data berakhir",
    "Unterminated string starting at": "teks ini tidak ditutup dengan tanda kutip",
    "Invalid control character at": (
        "ganti baris atau tab di dalam teks harus ditulis \\n atau \\t"
    ),
    "Invalid \\escape": "garis miring terbalik harus ditulis \\\\",
    "Invalid \\uXXXX escape": "kode \\u harus diikuti empat angka heksadesimal",
    "Illegal trailing comma before end of object": "koma terakhir harus dihapus",
    "Illegal trailing comma before end of array": "koma terakhir harus dihapus",
}


def read_json(name: str, text: str) -> DataFile:
    """Parse the text of a JSON file; one clear sentence at the first thing that is wrong."""
    lines = Lines(text)
    try:
        # Decimal keeps 83.50 as typed, and eighteen digits of rupiah without rounding.
        content = json.loads(text, parse_float=Decimal)
    except json.JSONDecodeError as error:
        reason = _REASONS.get(error.msg.removesuffix(": "), "susunannya tidak dikenali")
        raise DataSyntax(name, "JSON", reason, error.lineno, error.colno) from error
    except (RecursionError, ValueError) as error:
        # ValueError: an integer of more digits than Python converts (CVE-2020-10735).
        reason = "susunannya terlalu dalam atau angkanya terlalu panjang"
        raise DataSyntax(name, "JSON", reason, 1, 1) from error
    return DataFile(name=name, content=content, places=_Walk(name, text, lines).places())


class _Walk:
    """Walks the tokens of a text known to be JSON, and notes where each value begins."""

    def __init__(self, name: str, text: str, lines: Lines) -> None:
        self._name, self._lines = name, lines
        self._tokens: Iterator[re.Match[str]] = _TOKEN.finditer(text)
        self._places: dict[DataPath, Place] = {}

    def places(self) -> dict[DataPath, Place]:
        self._value(next(self._tokens), ())
        return self._places

    def _value(self, token: re.Match[str], path: DataPath) -> None:
        place = self._lines.place(token.start())
        self._places.setdefault(path, place)
        if len(path) > MAX_DEPTH:
            raise self._wrong(f"susunannya lebih dari {MAX_DEPTH} tingkat", place)
        first = token[0][0]
        if first == "{":
            self._members(path)
        elif first == "[":
            self._items(path)
        elif first in "-0123456789NI":
            self._number(token[0], place)

    def _members(self, path: DataPath) -> None:
        seen: set[str] = set()
        for token in self._until("}"):
            key: Any = json.loads(token[0])
            if key in seen:
                raise self._wrong(
                    f"isian “{key}” ditulis dua kali", self._lines.place(token.start())
                )
            seen.add(key)
            next(self._tokens)  # the colon
            self._value(next(self._tokens), (*path, key))

    def _items(self, path: DataPath) -> None:
        for number, token in enumerate(self._until("]")):
            self._value(token, (*path, number))

    def _until(self, closing: str) -> Iterator[re.Match[str]]:
        for token in self._tokens:
            if token[0] == closing:
                return
            if token[0] != ",":
                yield token

    def _number(self, text: str, place: Place) -> None:
        if not math.isfinite(float(text)):
            raise self._wrong(f"{text} bukan angka JSON", place)

    def _wrong(self, reason: str, place: Place) -> DataSyntax:
        return DataSyntax(self._name, "JSON", reason, place.line, place.column)
