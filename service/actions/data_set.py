"""The performance data set in a file: read, fitted to its model, looked up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from doc_templates.kinerja.index import index_of
from doc_templates.kinerja.model import DataKinerja
from doc_templates.registry import data_kind
from service.validating import validate

if TYPE_CHECKING:
    from doc_templates.kinerja.index import Index
    from service.located import DataFile

DATA_SET: Final = "kinerja"
"""The kind of data that forms are made from and taken into."""


def look_up(data: DataFile) -> Index:
    """The data set of a file, looked up.

    Raises:
        DataInvalid: the file does not hold one.
    """
    model = validate(data, kind=data_kind(DATA_SET))
    assert isinstance(model, DataKinerja)  # noqa: S101 - its kind says so
    return index_of(model)
