"""Data files written back: in the notation in which they were read, whole or not at all."""

from __future__ import annotations

import json
import os
import re
import shutil
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import yaml

from service.placing import copy, placed
from service.reading import is_json

if TYPE_CHECKING:
    from service.located import DataFile

KEPT: Final = ".semula"
"""Ending of the copy that holds the file as it was before anything was accepted."""
_INDENT: Final = re.compile(r"^[\[{]\r?\n( +)", re.MULTILINE)
_STAND_IN: Final = re.compile('"\udfff\\d+"')
_ONE_LINE: Final = 2**31
"""Width at which YAML breaks no text."""


def write_back(data: DataFile, content: dict[str, Any]) -> Path:
    """Put new content into a data file and give the path of the copy of what stood there.

    The first copy stays: it is the file as the office typed it, with its YAML comments, which
    the new file does not hold. A file that is reached by a link is replaced where it lies.

    Raises:
        TargetUnusable: the folder does not let us write.
    """
    path = Path(data.name).resolve()
    kept = path.with_name(path.name + KEPT)
    if not kept.exists():
        copy(path, kept, overwrite=False)
    text = as_typed(data.name, path.read_text(encoding="utf-8-sig"), content)
    with placed(path, overwrite=True) as aside:
        with aside.open("w", encoding="utf-8", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        shutil.copymode(path, aside)
    return kept


def as_typed(name: str, before: str, content: dict[str, Any]) -> str:
    """New content in the notation, and with the indentation, of the text that it replaces."""
    if not is_json(name, before):
        return yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=_ONE_LINE)
    indent = _INDENT.search(before)
    text = _json(content, indent=len(indent[1]) if indent else None)
    return text + ("\n" if before.endswith("\n") else "")


def _json(content: dict[str, Any], *, indent: int | None) -> str:
    """JSON whose fractions stay as typed: ``83.50`` is read as a Decimal and written back so."""
    fractions: dict[str, str] = {}

    def stand_in(value: Any) -> str:  # noqa: ANN401 - whatever json does not know
        if not isinstance(value, Decimal):
            raise TypeError(type(value).__name__)
        # Half a surrogate pair: UTF-8 cannot hold it, so no data that were checked have it.
        mark = f"\udfff{len(fractions)}"
        fractions[f'"{mark}"'] = str(value)
        return mark

    text = json.dumps(content, ensure_ascii=False, indent=indent, default=stand_in)
    return _STAND_IN.sub(lambda match: fractions.get(match[0], match[0]), text)
