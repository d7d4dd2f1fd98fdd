"""The data of a draft as text and back, verbatim."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from service.drafts.errors import TitleUnusable
from service.errors import DataNotText
from service.reading import parse_data
from service.writing import as_typed

if TYPE_CHECKING:
    from service.located import DataFile

_NAME = "naskah.json"
_LONGEST_TITLE = 200


def text_of(content: Any) -> str:  # noqa: ANN401 - plain data
    """JSON of the data; numbers stay as typed.

    Raises:
        DataNotText: it holds half a character, which no file could keep.
    """
    text = as_typed(_NAME, "{}", content)
    try:
        text.encode()
    except UnicodeEncodeError as error:
        reason = "berisi karakter Unicode yang tidak utuh; hapuslah"
        raise DataNotText(_NAME, reason, 1, error.start + 1) from error
    return text


def data_of(text: str) -> DataFile:
    """The data that a text holds."""
    return parse_data(_NAME, text.encode())


def title_of(typed: str) -> str:
    """A title as it is kept.

    Raises:
        TitleUnusable: empty, too long, or nothing that can be shown.
    """
    title = typed.strip()
    if not 0 < len(title) <= _LONGEST_TITLE or not title.isprintable():
        raise TitleUnusable
    return title
