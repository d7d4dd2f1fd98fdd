"""What the form cannot say by itself: the paper, and which rows stay together or may break."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lxml import etree

from doc_templates.perjanjian_kinerja.merging import W, keep_groups_whole, keep_with_next

if TYPE_CHECKING:
    from lxml.etree import _Element

    from doc_templates.perjanjian_kinerja.model import PerjanjianKinerja

# 215 x 330 mm in twips. The margins take the five extra millimetres, so that the lines break
# where they break on A4 and the tables keep their columns.
_F4: Final = ("12189", "18709")
_WIDER: Final = 142
LONGEST_WHOLE_ROW: Final = 1500
"""Characters; a row with more may be taller than a page and must be let break."""
# Counted in C: walking over every text of a form takes longer than filling it.
_WORDY_ROWS: Final = etree.XPath(
    "descendant::w:tr[string-length(.) > $letters]", namespaces={"w": W[1:-1]}
)


def arrange(body: _Element, data: PerjanjianKinerja) -> None:
    """Fit the filled form to its data."""
    if data.kertas == "F4":
        _lay_on_f4(body)
    keep_groups_whole(body)
    _let_long_rows_break(body)
    _keep_totals_company(body)


def _lay_on_f4(body: _Element) -> None:
    for size in body.iter(f"{W}pgSz"):
        size.set(f"{W}w", _F4[0])
        size.set(f"{W}h", _F4[1])
    for margin in body.iter(f"{W}pgMar"):
        for side in ("left", "right"):
            margin.set(f"{W}{side}", str(int(margin.get(f"{W}{side}")) + _WIDER))


def _let_long_rows_break(body: _Element) -> None:
    # Few rows are long in all their cells together; only those are looked at cell by cell.
    for row in _WORDY_ROWS(body, letters=LONGEST_WHOLE_ROW):
        whole = row.find(f"{W}trPr/{W}cantSplit")
        if whole is not None and _length(row) > LONGEST_WHOLE_ROW:
            whole.getparent().remove(whole)


def _keep_totals_company(body: _Element) -> None:
    """A total that goes to the next page with the signatures takes the row above it along."""
    for table in body.iter(f"{W}tbl"):
        rows = list(table.iterchildren(f"{W}tr"))
        if len(rows) > 1 and rows[-1].find(f".//{W}keepNext") is not None:
            keep_with_next(rows[-2])


def _length(row: _Element) -> int:
    return max(
        (sum(len(text.text or "") for text in cell.iter(f"{W}t")) for cell in row.iter(f"{W}tc")),
        default=0,
    )
