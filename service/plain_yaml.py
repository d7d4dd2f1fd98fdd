"""YAML without surprises: every scalar stays the text that was typed.

YAML 1.1 reads ``no`` as false, ``0123`` as 83 and ``2020-03-02`` as a date. What an office
typed is sacred, so nothing is guessed here: the kind's model alone decides what must be a
number. Only the words for "nothing" (empty, ``~``, ``null``) are not text. Aliases, tags and
several documents in one file have no use in a data file and much use in an attack: refused.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import yaml

from service.errors import DataSyntax
from service.located import MAX_DEPTH, DataFile, DataPath, Lines, Place

if TYPE_CHECKING:
    from collections.abc import Iterator

_NOTHING: Final = {"", "~", "null"}
_PLAIN_TAGS: Final = {None, "!", "tag:yaml.org,2002:str"}

_REASONS: Final = (
    (
        "cannot start any token",
        "tab, @ atau ` tidak boleh mengawali nilai; apit dengan tanda kutip",
    ),
    (
        "mapping values are not allowed",
        "titik dua di dalam nilai; apit nilainya dengan tanda kutip",
    ),
    ("could not find expected ':'", "kurang tanda titik dua sesudah nama isian"),
    ("block sequence entries are not allowed", "tanda - bukan nilai; tulis “-” dengan tanda kutip"),
    ("unexpected end of stream", "tanda kutip atau kurung tidak ditutup"),
    ("did not find expected key", "indentasi atau tanda kutip tidak cocok dengan baris sebelumnya"),
    ("did not find expected '-'", "indentasi daftar tidak cocok dengan baris sebelumnya"),
    ("did not find expected ',' or", "kurung [ atau { tidak ditutup, atau kurang tanda koma"),
    ("did not find expected node content", "di sini seharusnya ada nilai"),
    ("did not find expected <document start>", "ada tulisan lagi sesudah data berakhir"),
    ("found unknown escape character", "garis miring terbalik di dalam kutip ganda harus \\\\"),
    ("found undefined tag handle", "tanda ! mengawali nilai; apit dengan tanda kutip"),
    ("alphabetic or numeric character", "tanda & atau * mengawali nilai; apit dengan tanda kutip"),
    ("found unexpected ':'", "titik dua di dalam kurung; apit nilainya dengan tanda kutip"),
)


def read_yaml(name: str, text: str) -> DataFile:
    """Parse the text of a YAML file; one clear sentence at the first thing that is wrong."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return _Composer(name, yaml.parse(text, Loader=loader)).file()
    except yaml.reader.ReaderError as error:
        place = Lines(text).place(error.position)
        reason = f"karakter U+{_codepoint(error.character):04X} tidak diizinkan"
        raise DataSyntax(name, "YAML", reason, place.line, place.column) from error
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        raise DataSyntax(name, "YAML", _reason(error.problem or ""), line, column) from error


def _codepoint(character: int | str | bytes) -> int:
    return character if isinstance(character, int) else ord(character)


def _reason(problem: str) -> str:
    for english, indonesian in _REASONS:
        if english in problem:
            return indonesian
    return "susunannya tidak dikenali; periksa indentasi dan tanda kutip"


class _Composer:
    """Builds plain values out of YAML's events."""

    def __init__(self, name: str, events: Iterator[Any]) -> None:
        self._name, self._events = name, events
        self._places: dict[DataPath, Place] = {}

    def file(self) -> DataFile:
        content: Any = None
        documents = 0
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise self._wrong("hanya satu dokumen (---) dalam satu berkas", event)
            elif not isinstance(
                event, yaml.StreamStartEvent | yaml.StreamEndEvent | yaml.DocumentEndEvent
            ):
                content = self._node(event, ())
        return DataFile(name=self._name, content=content, places=self._places)

    def _node(self, event: Any, path: DataPath) -> Any:  # noqa: ANN401 - YAML holds anything
        if isinstance(event, yaml.AliasEvent):
            raise self._wrong("tanda * mengawali nilai; apit dengan tanda kutip", event)
        if event.anchor is not None:
            raise self._wrong("tanda & mengawali nilai; apit dengan tanda kutip", event)
        if event.tag not in _PLAIN_TAGS:
            raise self._wrong("tanda ! mengawali nilai; apit dengan tanda kutip", event)
        if len(path) > MAX_DEPTH:
            raise self._wrong(f"susunannya lebih dari {MAX_DEPTH} tingkat", event)
        self._places[path] = Place(event.start_mark.line + 1, event.start_mark.column + 1)
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(path)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(path)
        if event.implicit[0] and event.value in _NOTHING:
            return None
        return event.value

    def _mapping(self, path: DataPath) -> dict[str, Any]:
        content: dict[str, Any] = {}
        for event in self._events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self._key(event)
            if key in content:
                raise self._wrong(f"isian “{key}” ditulis dua kali", event)
            content[key] = self._node(next(self._events), (*path, key))
        return content

    def _key(self, event: Any) -> str:  # noqa: ANN401 - YAML's events have no common type
        if not isinstance(event, yaml.ScalarEvent):
            raise self._wrong("kurung kurawal mengawali nilai; apit dengan tanda kutip", event)
        return str(event.value)

    def _sequence(self, path: DataPath) -> list[Any]:
        content: list[Any] = []
        for event in self._events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            content.append(self._node(event, (*path, len(content))))
        return content

    def _wrong(self, reason: str, event: Any) -> DataSyntax:  # noqa: ANN401 - as above
        mark = event.start_mark
        return DataSyntax(self._name, "YAML", reason, mark.line + 1, mark.column + 1)
