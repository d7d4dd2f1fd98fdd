"""Files that come with a form: data files, and which of them are Excel forms."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, Any, Final

from starlette.datastructures import UploadFile

from service.reading import MAX_BYTES, parse_data
from service.refusals import RequestUnreadable, UploadMissing
from service.web.asking import file_of

if TYPE_CHECKING:
    from starlette.datastructures import FormData

MOST_FORMS: Final = 60
"""Excel forms at once; a large office has some forty units."""
MOST_BYTES: Final = 4 * 2**20
"""Of one of them; it has some tens of kilobytes."""


def uploaded(fields: FormData, field: str) -> Any:  # noqa: ANN401 - plain data
    """The data of the file that was sent.

    Raises:
        UploadMissing, DataError: there is none, or none that can be read.
    """
    file = file_of(fields, field)
    if file is None:
        raise UploadMissing
    return parse_data(name_of(file.filename), file.file.read(MAX_BYTES + 1)).content


def excel_forms(fields: FormData, field: str, *, needed: bool = False) -> list[tuple[str, bytes]]:
    """Name and bytes of each Excel form that was sent; none where none was chosen.

    Raises:
        UploadMissing: none was chosen, and one is needed.
        RequestUnreadable: too many, or one that is too large to be a form.
    """
    chosen = [each for each in fields.getlist(field) if isinstance(each, UploadFile)]
    files = [each for each in chosen if each.filename]
    if needed and not files:
        raise UploadMissing
    if len(files) > MOST_FORMS:
        raise RequestUnreadable(f"paling banyak {MOST_FORMS} formulir sekali unggah")
    read = [(name_of(each.filename), each.file.read(MOST_BYTES + 1)) for each in files]
    for name, content in read:
        if len(content) > MOST_BYTES:
            raise RequestUnreadable(f"“{name}” melebihi {MOST_BYTES // 2**20} MB")
    return read


def name_of(told: str | None) -> str:
    """A file's own name, whatever the browser sent around it."""
    return PurePath((told or "").replace("\\", "/")).name[:150] or "kiriman"
