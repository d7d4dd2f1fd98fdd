"""How a form looks: quiet grey for what is given, pale yellow for what is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side

if TYPE_CHECKING:
    from openpyxl.styles.styleable import StyleableObject

Rata = Literal["kiri", "tengah", "kanan"]

_FACE: Final = "Arial"
_NAVY: Final = "1F3864"
_INK: Final = "262626"
_LINE: Final = Side(style="thin", color="A6A6A6")
_EDGE: Final = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_SIDE: Final[dict[Rata, str]] = {"kiri": "left", "tengah": "center", "kanan": "right"}

_HEAD: Final = PatternFill("solid", fgColor=_NAVY)
_BAND: Final = PatternFill("solid", fgColor="D9E2F3")
_GIVEN: Final = PatternFill("solid", fgColor="F2F2F2")
_ASKED: Final = PatternFill("solid", fgColor="FFF8DC")

TEKS: Final = "@"
"""Cells to fill are text cells, so that ``85,5`` and ``007`` stay as typed in every language."""


def judul(cell: StyleableObject, *, ukuran: int = 14) -> None:
    """The title of a sheet."""
    cell.font = Font(name=_FACE, size=ukuran, bold=True, color=_NAVY)
    cell.alignment = Alignment(vertical="center")


def keterangan(cell: StyleableObject, *, tebal: bool = False, warna: str = _INK) -> None:
    """A line above the table, or a paragraph of the instructions."""
    cell.font = Font(name=_FACE, size=10, bold=tebal, color=warna)
    cell.alignment = Alignment(vertical="top")


def alinea(cell: StyleableObject, *, tebal: bool = False) -> None:
    """A paragraph that breaks into lines."""
    cell.font = Font(name=_FACE, size=10, bold=tebal, color=_INK)
    cell.alignment = Alignment(vertical="top", wrap_text=True)


def kepala(cell: StyleableObject, *, isian: bool) -> None:
    """A column's head; columns to fill bear their colour reversed."""
    cell.font = Font(name=_FACE, size=10, bold=True, color=_NAVY if isian else "FFFFFF")
    cell.fill = PatternFill("solid", fgColor="FFD966") if isian else _HEAD
    cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
    cell.border = _EDGE


def nomor(cell: StyleableObject) -> None:
    """The row that counts the columns."""
    cell.font = Font(name=_FACE, size=8, italic=True, color="595959")
    cell.alignment = Alignment(horizontal="center", vertical="center")
    cell.border = _EDGE


def pita(cell: StyleableObject) -> None:
    """A band that heads rows."""
    cell.font = Font(name=_FACE, size=10, bold=True, color=_NAVY)
    cell.fill = _BAND
    cell.alignment = Alignment(vertical="center")
    cell.border = Border(top=_LINE, bottom=_LINE)


def terkunci(cell: StyleableObject, rata: Rata) -> None:
    """A cell that is given."""
    cell.font = Font(name=_FACE, size=10, color=_INK)
    cell.fill = _GIVEN
    cell.border = _EDGE
    cell.alignment = _within(rata)
    cell.number_format = TEKS


def isian(cell: StyleableObject, rata: Rata, format_angka: str = TEKS) -> None:
    """A cell to fill."""
    cell.font = Font(name=_FACE, size=10, color="000000")
    cell.fill = _ASKED
    cell.border = _EDGE
    cell.alignment = _within(rata)
    cell.number_format = format_angka
    cell.protection = Protection(locked=False)


def _within(rata: Rata) -> Alignment:
    """Text that breaks, a little away from the line beside it."""
    indent = 0 if rata == "tengah" else 1
    return Alignment(horizontal=_SIDE[rata], vertical="top", wrap_text=True, indent=indent)
