"""The identity sheet: its grid over the whole type area, its panels down to the foot.

Everything is measured before: columns from the labels, heights from the real widths of letters.
A sheet that fits one page fills it; a longer one keeps its natural heights and flows over.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from doc_templates.sop.identity_rows import identity_rows
from doc_templates.sop.signature_block import signature_height
from doc_templates.sop.styles import BODY, height_of, size_of
from doc_templates.sop.tables import (
    W,
    set_grid,
    set_least_height,
    set_span,
    set_type,
)
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
SMALLEST: Final = 8.5
"""Type below which nobody saves a page, points."""
LEFT_SHARE: Final = 0.47
"""Of the width, for the left panels."""
LABEL_SHARE: Final = 0.22
"""At most, for the labels; longer ones break into lines."""
_GROWTH: Final = 1.35
"""So much taller may the upper rows become where the panels have room to spare."""
_HEAD_LINES: Final = ("KopPemerintah", "KopInstansi", "KopAlamat", "KopAlamat", "Unit")


@dataclass(frozen=True, slots=True)
class Plan:
    """The measures of one identity sheet, millimetres."""

    points: float
    columns: tuple[float, float, float]
    """Left, label and value; where the letterhead stands above: label, rest of left, right."""
    rows: tuple[float, ...]
    """Least height of each identity row, from the top."""
    panels: tuple[float, ...]
    """Least height of each pair of panels."""
    whole: bool
    """True where all stands on one page."""


def lay_identity(
    table: Any,  # noqa: ANN401 - lxml has no types
    model: Sop,
    form: Profil,
    room: Room,
) -> None:
    """Give the grid its columns and heights; the type becomes smaller where that saves a page."""
    plan = plan_identity(model, form, room)
    lines = table.findall(f"{W}tr")
    rows, panels = lines[: len(plan.rows)], lines[len(plan.rows) :]
    if form.letak_kop == "atas":
        for line in rows:
            set_span(line.findall(f"{W}tc")[1], 2)
        for line in panels:
            left, right = line.findall(f"{W}tc")
            set_span(left, 2)
            set_span(right, 1)
    set_grid(table, plan.columns)
    for line, height in zip(lines, (*plan.rows, *plan.panels), strict=True):
        set_least_height(line, height)
    if not plan.whole:
        _let_break(panels, plan.panels, room)
    if plan.points != BODY:
        _set_sizes(table, plan.points / BODY)
    if form.judul_panel == "tengah":
        _centre_headings(table)


def plan_identity(model: Sop, form: Profil, room: Room) -> Plan:
    """The largest type of the office's that holds the sheet on one page, else its own."""
    largest = form.ukuran.identitas
    steps = round(2 * (largest - SMALLEST)) + 1
    for points in (largest - step / 2 for step in range(max(1, steps))):
        natural = _Measure(model, form, room, points)
        if natural.total + SLACK <= room.height:
            return natural.filled(room.height - SLACK)
    return _Measure(model, form, room, largest).natural()


class _Measure:
    """What the sheet needs in one size of type."""

    def __init__(self, model: Sop, form: Profil, room: Room, points: float) -> None:
        self._model, self._form, self._width = model, form, room.width
        self._face, self._points = typeface(form.huruf), points
        self._scale = points / BODY
        self._shown = identity_rows(model, form)
        self._labels = self._label_width()
        self._left = room.width * LEFT_SHARE
        self._rows = [self._row(each) for each in self._shown]
        self._panels = [self._pair(pair) for pair in form.pasangan_panel]
        self._opening = self._opening_height()
        if form.letak_kop == "panel":
            short = self._letterhead(self._left - SIDES) - sum(self._rows)
            self._rows = [each + max(0.0, short) / len(self._rows) for each in self._rows]

    @property
    def total(self) -> float:
        """Millimetres from the top of the type area to the end of the sheet."""
        return self._opening + sum(self._rows) + sum(self._panels)

    def natural(self) -> Plan:
        """As tall as the text."""
        return Plan(
            self._points, self._columns(), tuple(self._rows), tuple(self._panels), whole=False
        )

    def filled(self, height: float) -> Plan:
        """As tall as the page: the identity rows a little, the panels all the rest."""
        spare = height - self.total
        upper = min(spare / 4, (_GROWTH - 1) * sum(self._rows)) / sum(self._rows)
        rows = tuple(each * (1 + upper) for each in self._rows)
        rest = height - self._opening - sum(rows) - sum(self._panels)
        panels = tuple(each + rest / len(self._panels) for each in self._panels)
        return Plan(self._points, self._columns(), rows, panels, whole=True)

    def _columns(self) -> tuple[float, float, float]:
        if self._form.letak_kop == "atas":
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
        above = self._form.letak_kop == "atas"
        return self._width - self._labels - (0.0 if above else self._left) - SIDES

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

    def _letterhead(self, width: float) -> float:
        """The merged cell at the left, with the place of an emblem."""
        return self._head_lines(width) + self._line("Lambang", "", width) + CELL

    def _opening_height(self) -> float:
        """What stands over the grid: letterhead and title, where the office has them there."""
        height = 1.0
        if self._form.letak_kop == "atas":
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
        kop, scale = self._model.kop, self._scale if self._form.letak_kop == "panel" else 1.0
        texts = (kop.pemerintah, "\n".join(kop.instansi), kop.alamat, "\n".join(kop.kontak))
        lines = zip(_HEAD_LINES, (*texts, self._model.unit), strict=True)
        return 1.0 + sum(
            height_of(style, text, width=width, face=self._face, scale=scale)
            for style, text in lines
            if text
        )

    def _line(self, style: str, text: str, width: float) -> float:
        return height_of(style, text, width=width, face=self._face, scale=self._scale)


def stretch(table: Any, width: float) -> None:  # noqa: ANN401 - lxml has no types
    """Widen a table of the form in proportion, to that many millimetres."""
    drawn = [int(each.get(f"{W}w")) for each in table.find(f"{W}tblGrid")]
    set_grid(table, [each * width / sum(drawn) for each in drawn])


def _let_break(panels: Sequence[Any], heights: Sequence[float], room: Room) -> None:
    """A pair of panels taller than half a page may go on over the page; shorter ones move on."""
    for line, height in zip(panels, heights, strict=True):
        whole = line.find(f"{W}trPr/{W}cantSplit")
        if height > room.height / 2 and whole is not None:
            whole.getparent().remove(whole)


def _set_sizes(table: Any, scale: float) -> None:  # noqa: ANN401 - lxml has no types
    """Scale the type of every paragraph, each from the size of its style."""
    for paragraph in table.iter(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        size = size_of("Normal" if style is None else style.get(f"{W}val"))
        set_type(paragraph, round(2 * size * scale) / 2, spared=())


def _centre_headings(table: Any) -> None:  # noqa: ANN401 - lxml has no types
    for style in table.iter(f"{W}pStyle"):
        if style.get(f"{W}val") == "JudulPanel":
            properties = style.getparent()
            properties.append(properties.makeelement(f"{W}jc", {f"{W}val": "center"}))
