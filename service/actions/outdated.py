"""Outdated: which issued documents say something else than the data say now."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Final

from pydantic import ValidationError

from doc_templates.kinerja.tabel.beda import beda
from doc_templates.registry import kinds

if TYPE_CHECKING:
    from archive.index.catalogue import Entry
    from doc_templates.kind import DataKind, Kind, Tercetak
    from doc_templates.kinerja.tabel.beda import Beda
    from service.app import House

FROZEN: Final = "data.json"
"""The data as they were issued, in the archive."""
_MOST: Final = 10_000
"""Documents of one kind, office and year; no office issues as many."""


@dataclass(frozen=True, slots=True)
class Outdated:
    """An issued document that the data have left behind."""

    entry: Entry
    changes: tuple[Beda, ...]
    """By subject and field."""


def data_set_in(model: Any, kind: DataKind) -> Any | None:  # noqa: ANN401 - any kind's model
    """The data set that checked data are or hold; None where there is none."""
    if kind.name == "kinerja":
        return model
    return getattr(model, kind.himpunan) if kind.himpunan else None


def outdated(data: Any, *, house: House) -> list[Outdated]:  # noqa: ANN401 - DataKinerja
    """The issued documents of the data's office and year that would be printed otherwise now.

    Of several documents for the same selection, such as a report that was issued again, only
    the newest is looked at: it has taken the place of the others. What was withdrawn or superseded
    is nobody's business any more.

    Args:
        data: a performance data set.
        house: whose archive is asked.

    Raises:
        FileAltered: kept data are not as they were filed.
    """
    found = []
    with TemporaryDirectory() as folder:
        for kind in kinds().values():
            if kind.perbarui is None or kind.isi is None:
                continue
            seen: set[frozenset[Tercetak]] = set()
            for entry in _issued(kind, data, house=house):
                issued = _frozen(entry, kind, Path(folder), house=house)
                renewed = kind.perbarui(issued, data) if issued is not None else None
                if renewed is None:
                    continue
                now = kind.isi(renewed)
                if now not in seen and (changes := beda(kind.isi(issued), now)):
                    found.append(Outdated(entry, changes))
                seen.add(now)
    return found


def _issued(kind: Kind, data: Any, *, house: House) -> list[Entry]:  # noqa: ANN401 - as above
    """Newest first."""
    office = data.kop.nama_instansi
    found = house.archive.find(kind=kind.name, year=data.tahun, office=office, limit=_MOST)
    return [each for each in found if each.standing.holds]


def _frozen(entry: Entry, kind: Kind, folder: Path, *, house: House) -> Any | None:  # noqa: ANN401 - any kind's model
    """The model as it was issued; None where an earlier release knew other fields."""
    path = folder / FROZEN
    house.archive.fetch(entry.document, version=entry.head, name=FROZEN, to=path)
    try:
        return kind.model.model_validate(json.loads(path.read_bytes()))
    except ValidationError:
        return None
