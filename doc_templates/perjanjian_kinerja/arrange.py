"""What the form cannot say by itself: the paper, and rows too long to stay whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from lxml.etree import _Element

    from doc_templates.perjanjian_kinerja.model import PerjanjianKinerja

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

# 215 x 330 mm in twips. The margins take the five extra millimetres, so that the lines break
# where they break on A4 and the tables keep their columns.
_F4: Final = ("12189", "18709")
_WIDER: Final = 142
LONGEST_WHOLE_ROW: Final = 1500
"""Characters; a row with more may be taller than a page and must be let break."""


def arrange(body: _Element, data: PerjanjianKinerja) -> None:
    """Fit the filled form to its data."""
    if data.kertas == "F4":
        _lay_on_f4(body)
    _let_long_rows_break(body)


def _lay_on_f4(body: _Element) -> None:
    for size in body.iter(f"{_W}pgSz"):
        size.set(f"{_W}w", _F4[0])
        size.set(f"{_W}h", _F4[1])
    for margin in body.iter(f"{_W}pgMar"):
        for side in ("left", "right"):
            margin.set(f"{_W}{side}", str(int(margin.get(f"{_W}{side}")) + _WIDER))


def _let_long_rows_break(body: _Element) -> None:
    for row in body.iter(f"{_W}tr"):
        properties = row.find(f"{_W}trPr")
        whole = None if properties is None else properties.find(f"{_W}cantSplit")
        if whole is not None and _length(row) > LONGEST_WHOLE_ROW:
            properties.remove(whole)


def _length(row: _Element) -> int:
    return max(
        (sum(len(text.text or "") for text in cell.iter(f"{_W}t")) for cell in row.iter(f"{_W}tc")),
        default=0,
    )
