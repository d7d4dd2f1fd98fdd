"""The performance data set in a file: read, fitted to its model, looked up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from doc_templates.kinerja.index import index_of
from doc_templates.kinerja.model import DataKinerja
from service.validating import validate

if TYPE_CHECKING:
    from pydantic import BaseModel

    from doc_templates.kinerja.index import Index
    from service.located import DataFile


@dataclass(frozen=True, slots=True)
class DataSet:
    """What several kinds print from; for ``validate`` it is like a kind."""

    name: str
    model: type[BaseModel]


KINERJA: Final = DataSet("kinerja", DataKinerja)


def look_up(data: DataFile) -> Index:
    """The data set of a file, looked up.

    Raises:
        DataInvalid: the file does not hold one.
    """
    model = validate(data, kind=KINERJA)
    assert isinstance(model, DataKinerja)  # noqa: S101 - its model says so
    return index_of(model)
