"""The lines of a book as a table's rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from service.door.registers import LineSeen

HEADINGS: Final = (
    *("Urut", "Nomor", "Tanggal naskah", "Perihal", "Jenis", "Kantor", "Keadaan"),
    *("Alasan batal", "Dicatat", "Cara", "Oleh", "Dokumen"),
)
STATES: Final = {"reserved": "dipesan", "issued": "terbit", "void": "batal"}


def agenda_rows(
    lines: Sequence[LineSeen], *, kind_title: Callable[[str], str]
) -> list[tuple[str | int | None, ...]]:
    """One row a line, in the order of the book."""
    return [
        (
            each.entry.number.sequence,
            each.entry.number.text,
            each.date,
            each.title,
            kind_title(each.kind) if each.kind else None,
            each.office,
            STATES[each.entry.state.value],
            each.entry.reason,
            each.entry.given_at.date().isoformat(),
            "dicatat dari naskah" if each.entry.form is None else "diberikan",
            each.by,
            each.entry.document,
        )
        for each in lines
    ]
