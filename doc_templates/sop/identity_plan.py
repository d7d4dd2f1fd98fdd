"""How large an identity sheet will be, before any layout: columns, heights, size of type.

Columns follow the labels, heights the real widths of letters. A sheet that fits one page is
stretched to fill it; a longer one keeps its natural heights.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from doc_templates.sop.identity_rows import identity_rows
from doc_templates.sop.signature_block import signature_height
from doc_templates.sop.styles import BODY, height_of, size_of
from doc_templates.typefaces import typeface

if TYPE_CHECKING:
    from collections.abc import Sequence

    from doc_templates.sop.model import Panel, Sop
    from doc_templates.sop.paper import Room
    from doc_templates.sop.profiles import Profil

ROW: Final = 8.0
"""Least height of an identity row in type of 10 points, mm."""
NAME_ROW: Final = 10.0
CELL: Final = 2.1
"""Space above and below the text of a cell, with its lines, mm."""
SIDES: Final = 3.8
"""Space beside the text of a cell, with its lines, mm."""
HANGING: Final = 6.0
"""Room for the numbers of a panel's items, mm."""
SLACK: Final = 2.0
"""Millimetres by which the reckoning may err over a page."""
HEAD_LEAST: Final = 0.75
"""The letterhead becomes no smaller than that to keep its lines whole."""
SMALLEST: Final = 8.5
"""Type below which nobody saves a page, points."""
LEFT_SHARE: Final = 0.47
"""Of the width, for the left panels."""
LABEL_SHARE: Final = 0.22
"""At most, for the labels; longer ones break into lines."""
_GROWTH: Final = 1.35
"""So much taller may the upper rows become where the panels have room to spare."""
HEAD_LINES: Final = ("KopPemerintah", "KopInstansi", "KopAlamat", "KopAlamat", "Unit")
"""Styles of the letterhead, from the top."""


@dataclass(frozen=True, slots=True)
class Plan:
    """The measures of one identity sheet, millimetres."""

    points: float
    above: bool
    """True where the letterhead stands over the grid."""
    opening: float
    """Height of what stands over the grid."""
    columns: tuple[float, float, float]
    """Left, label and value; where the letterhead stands above: label, rest of left, right."""
    rows: tuple[float, ...]
    """Least height of each identity row, from the top."""
    panels: tuple[float, ...]
    """Least height of each pair of panels."""
    whole: bool
    """True where all stands on one page."""
    head: float
    """Type of the letterhead over that of its styles."""


def letterhead_above(model: Sop, form: Profil, room: Room) -> bool:
    """True where the letterhead stands over the grid: by the office's form, or by need.

    Beside rows that do not fit one page it could not stand: LibreOffice cuts off what a merged
    cell has beyond its page.
    """
    if form.letak_kop == "atas":
        return True
    beside = _Measure(model, form, room, form.ukuran.identitas, above=False)
    return beside.upper + SLACK > room.height


def plan_identity(model: Sop, form: Profil, room: Room) -> Plan:
    """The largest type of the office's that holds the sheet on one page, else its own."""
    above = letterhead_above(model, form, room)
    largest = form.ukuran.identitas
    steps = round(2 * (largest - SMALLEST)) + 1
    for points in (largest - step / 2 for step in range(max(1, steps))):
        natural = _Measure(model, form, room, points, above=above)
        if natural.total + SLACK <= room.height:
            return natural.filled(room.height - SLACK)
    return _Measure(model, form, room, largest, above=above).natural()


class _Measure:
    """What the sheet needs in one size of type."""

    def __init__(self, model: Sop, form: Profil, room: Room, points: float, *, above: bool) -> None:
        self._model, self._form, self._width = model, form, room.width
        self._above = above
        self._face, self._points = typeface(form.huruf), points
        self._scale = points / BODY
        self._shown = identity_rows(model, form)
        self._labels = self._label_width()
        self._left = room.width * LEFT_SHARE
        self._head = self._head_scale()
        self._rows = [self._row(each) for each in self._shown]
        self._panels = [self._pair(pair) for pair in form.pasangan_panel]
        self._opening = self._opening_height()
        if not above:
            short = self._letterhead(self._left - SIDES) - sum(self._rows)
            self._rows = [each + max(0.0, short) / len(self._rows) for each in self._rows]

    @property
    def total(self) -> float:
        """Millimetres from the top of the type area to the end of the sheet."""
        return self.upper + sum(self._panels)

    @property
    def upper(self) -> float:
        """The same to the end of the identity rows."""
        return self._opening + sum(self._rows)

    def _plan(self, rows: Sequence[float], panels: Sequence[float], *, whole: bool) -> Plan:
        return Plan(
            self._points,
            self._above,
            self._opening,
            self._columns(),
            tuple(rows),
            tuple(panels),
            whole,
            self._head,
        )

    def natural(self) -> Plan:
        """As tall as the text."""
        return self._plan(self._rows, self._panels, whole=False)

    def filled(self, height: float) -> Plan:
        """As tall as the page: the identity rows a little, the panels all the rest."""
        spare = height - self.total
        upper = min(spare / 4, (_GROWTH - 1) * sum(self._rows)) / sum(self._rows)
        rows = [each * (1 + upper) for each in self._rows]
        rest = height - self._opening - sum(rows) - sum(self._panels)
        panels = [each + rest / len(self._panels) for each in self._panels]
        return self._plan(rows, panels, whole=True)

    def _columns(self) -> tuple[float, float, float]:
        if self._above:
            return self._labels, self._left - self._labels, self._width - self._left
        return self._left, self._labels, self._width - self._left - self._labels

    def _label_width(self) -> float:
        labels = [each["label"] for each in self._shown]
        whole = max(self._face.text_width(each, points=self._points) for each in labels)
        word = max(self._face.longest_word_width(each, points=self._points) for each in labels)
        return max(min(whole, self._width * LABEL_SHARE - SIDES), word) + SIDES + 0.5

    def _row(self, row: dict[str, str]) -> float:
        if row["jenis"] == "pengesahan":
            return signature_height(
                self._model.pengesahan,
                face=self._face,
                width=self._value_width(),
                scale=self._scale,
            )
        name = row["jenis"] == "nama"
        value = self._text(row["nilai"], self._value_width(), bold=name)
        label = self._text(row["label"], self._labels - SIDES)
        return max((NAME_ROW if name else ROW) * self._scale, max(value, label) + CELL)

    def _value_width(self) -> float:
        return self._width - self._labels - (0.0 if self._above else self._left) - SIDES

    def _pair(self, names: tuple[str, str]) -> float:
        widths = (self._left, self._width - self._left)
        return max(
            self._panel(name, width - SIDES) for name, width in zip(names, widths, strict=True)
        )

    def _panel(self, name: str, width: float) -> float:
        panel: Panel | None = getattr(self._model, name)
        if panel is None:
            return CELL
        label = self._text(getattr(self._form.panel, name), width, bold=True)
        room = width - HANGING if panel.bernomor else width
        return label + sum(self._text(item, room) for item in panel.butir) + CELL

    def _text(self, text: str, width: float, *, bold: bool = False) -> float:
        return height_of("Normal", text, width=width, face=self._face, scale=self._scale, bold=bold)

    def _head_scale(self) -> float:
        """So that the typed lines of the letterhead stay whole, within reason."""
        if self._above:
            return 1.0
        kop = self._model.kop
        lines = [("KopPemerintah", kop.pemerintah or "")]
        lines += [("KopInstansi", each) for each in kop.instansi]
        widest = max(
            self._face.text_width(line, points=size_of(style) * self._scale, bold=True)
            for style, line in lines
        )
        room = self._left - SIDES
        return self._scale * (max(HEAD_LEAST, 0.975 * room / widest) if widest > room else 1.0)

    def _letterhead(self, width: float) -> float:
        """The merged cell at the left, with the place of an emblem."""
        return self._head_lines(width) + self._line("Lambang", "", width) + CELL

    def _opening_height(self) -> float:
        """What stands over the grid: letterhead and title, where the office has them there."""
        height = 1.0
        if self._above:
            height += self._head_lines(self._width) + self._line("Sela", "", self._width)
        cover = self._model.sampul
        if cover is None or self._form.sampul == "halaman":
            return height
        blocks = (
            ("KopInstansi", "\n".join(cover.atas)),
            ("Heading1", "\n".join(cover.judul)),
            ("Unit", cover.tahun or ""),
            ("KopInstansi", "\n".join(cover.bawah)),
        )
        # Outside the grid the type keeps its size.
        return height + sum(
            height_of(style, text, width=self._width, face=self._face)
            for style, text in blocks
            if text
        )

    def _head_lines(self, width: float) -> float:
        kop = self._model.kop
        texts = (kop.pemerintah, "\n".join(kop.instansi), kop.alamat, "\n".join(kop.kontak))
        lines = zip(HEAD_LINES, (*texts, self._model.unit), strict=True)
        return 1.0 + sum(
            height_of(style, text, width=width, face=self._face, scale=self._head)
            for style, text in lines
            if text
        )

    def _line(self, style: str, text: str, width: float) -> float:
        return height_of(style, text, width=width, face=self._face, scale=self._scale)
