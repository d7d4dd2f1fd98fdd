"""Write a register book as a table for the office's agenda: CSV or XLSX."""

from __future__ import annotations

import csv
from io import BytesIO, StringIO
from typing import TYPE_CHECKING, Final, Literal

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from archive.audit.events import RegisterDownloaded
from archive.audit.trail import note

if TYPE_CHECKING:
    from collections.abc import Sequence

    from service.app import House

TableForm = Literal["csv", "xlsx"]
MEDIA_TYPES: Final = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
_WIDTHS: Final = (8, 28, 14, 50, 24, 30, 14, 34, 14, 12, 26, 16)
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


def write_book(
    headings: Sequence[str],
    rows: Sequence[Sequence[str | int | None]],
    *,
    form: TableForm,
    book: str,
    year: int,
    house: House,
) -> bytes:
    """The table as bytes; that it was handed out stands in the trail."""
    content = _csv(headings, rows) if form == "csv" else _xlsx(headings, rows, title=str(year))
    with house.database.transaction() as connection:
        what = RegisterDownloaded(book, year, form)
        note(connection, what, document=None, actor=house.actor, now=house.clock())
    return content


def _csv(headings: Sequence[str], rows: Sequence[Sequence[str | int | None]]) -> bytes:
    text = StringIO()
    writer = csv.writer(text)
    writer.writerow(headings)
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    # With its mark, by which Excel knows UTF-8.
    return text.getvalue().encode("utf-8-sig")


def _harmless(cell: str | int | None) -> str | int:
    """A cell that no program takes for a formula: an apostrophe before it, as Excel itself does."""
    if isinstance(cell, str) and cell.startswith(_FORMULA):
        return f"'{cell}"
    return "" if cell is None else cell


def _xlsx(
    headings: Sequence[str], rows: Sequence[Sequence[str | int | None]], *, title: str
) -> bytes:
    book = Workbook()
    sheet = book.active
    if sheet is None:
        raise RuntimeError(title)
    sheet.title = title
    sheet.append(list(headings))
    for at, row in enumerate(rows, start=2):
        for column, value in enumerate(row, start=1):
            cell = sheet.cell(at, column)
            cell.value = ILLEGAL_CHARACTERS_RE.sub("", value) if isinstance(value, str) else value
            cell.alignment = Alignment(vertical="top", wrap_text=True)
            if isinstance(value, str):
                cell.data_type = "s"
    for column, width in enumerate(_WIDTHS[: len(headings)], start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width
        sheet.cell(1, column).font = Font(bold=True)
    sheet.freeze_panes = "A2"
    made = BytesIO()
    book.save(made)
    return made.getvalue()
