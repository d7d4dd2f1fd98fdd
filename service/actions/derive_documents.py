"""Derive: out of one data set, the small data file of every document of the year."""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from doc_templates.kind import BERKAS
from doc_templates.registry import data_kind, kinds
from service.placing import ensure_folder, placed
from service.validating import validate

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from doc_templates.kind import Kind
    from service.located import DataFile

DATA_SET: Final = "kinerja"
"""The kind of data that documents are derived from."""
LEDGER: Final = ".lontar-derive"
"""Beside the files: name → SHA-256 as written, by which a person's change is seen."""


class Fate(StrEnum):
    """What became of a file."""

    NEW = "new"
    RENEWED = "renewed"
    """It was as we had written it, and says something else now."""
    SAME = "same"
    """It says already what it should."""
    KEPT = "kept"
    """A person changed it; nothing was written."""


@dataclass(frozen=True, slots=True)
class Derived:
    """The data file of one document."""

    kind: Kind
    path: Path
    fate: Fate


def derive_documents(data: DataFile, *, to: Path, overwrite: bool) -> list[Derived]:
    """Write the data file of each document that a data set gives: ``JENIS-NAMA.json``.

    Files that a person changed since they were written are kept. Documents that print the data
    set name its file, so that they follow it; agreements hold what they promise.

    Args:
        data: the data set, read from a file.
        to: folder for the files; made where it is missing.
        overwrite: True to write over what a person changed as well.

    Raises:
        DataInvalid: the data set does not fit its model.
        TargetUnusable: the folder cannot be written to.
    """
    model = validate(data, kind=data_kind(DATA_SET))
    ensure_folder(to)
    ledger = _ledger(to)
    found = []
    for kind, name, content in _contents(model, Path(data.name), to):
        path = to / f"{kind.name}-{name}.json"
        text = json.dumps(content, ensure_ascii=False, indent=2) + "\n"
        fate = _fate(path, text, ledger, overwrite=overwrite)
        if fate in {Fate.NEW, Fate.RENEWED}:
            _write(path, text)
        if fate is not Fate.KEPT:
            ledger[path.name] = _digest(text.encode())
        found.append(Derived(kind, path, fate))
    _write(to / LEDGER, json.dumps(ledger, indent=1, sort_keys=True) + "\n")
    return found


def contents_of(
    model: Any,  # noqa: ANN401 - DataKinerja, which only its kinds know
    *,
    data_set: Mapping[str, Any],
) -> Iterator[tuple[Kind, str, dict[str, Any]]]:
    """Kind, name and whole data of each document that a data set gives; nothing is written.

    Args:
        model: the data set.
        data_set: the same as plain data, or what stands for it.
    """
    for kind in kinds().values():
        for name, content in (kind.turunkan(model) if kind.turunkan else {}).items():
            whole = {kind.himpunan: data_set} if kind.himpunan else {}
            yield kind, name, whole | dict(content)


def _contents(
    model: Any,  # noqa: ANN401 - DataKinerja, which only its kinds know
    source: Path,
    to: Path,
) -> Iterator[tuple[Kind, str, dict[str, Any]]]:
    said = {BERKAS: Path(os.path.relpath(source.resolve(), to.resolve())).as_posix()}
    return contents_of(model, data_set=said)


def _fate(path: Path, text: str, ledger: Mapping[str, str], *, overwrite: bool) -> Fate:
    if not path.exists():
        return Fate.NEW
    content = path.read_bytes()
    if content == text.encode():
        return Fate.SAME
    ours = ledger.get(path.name) == _digest(content)
    return Fate.RENEWED if ours or overwrite else Fate.KEPT


def _ledger(folder: Path) -> dict[str, str]:
    """What was written before; an unreadable note counts as none, so that files are kept."""
    try:
        found = json.loads((folder / LEDGER).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _write(path: Path, text: str) -> None:
    with placed(path, overwrite=True) as aside:
        aside.write_text(text, encoding="utf-8")


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
