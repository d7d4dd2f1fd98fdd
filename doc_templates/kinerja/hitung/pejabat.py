"""Who held a post on a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doc_templates.tanggal import read_date

if TYPE_CHECKING:
    from doc_templates.kinerja.index import Index
    from doc_templates.kinerja.model import Penugasan
    from doc_templates.tanggal import Tanggal


def pejabat_pada(index: Index, unit: str, tanggal: Tanggal | None) -> tuple[Penugasan, ...]:
    """The officials of a unit on a day, in the order of the data.

    One is the rule; several overlap, and none is a gap: both are for the checks to tell. A term
    without a readable start or end is open on that side.

    Args:
        index: the data set.
        unit: code of the unit.
        tanggal: the day; None takes all who ever held the post.
    """
    return tuple(
        each
        for each in index.data.pejabat
        if _is_of(index, each, unit) and (tanggal is None or menjabat(each, tanggal))
    )


def menjabat(penugasan: Penugasan, tanggal: Tanggal) -> bool:
    """True where the term may hold that day, as far as its dates can be read."""
    start, end = read_date(penugasan.mulai or ""), read_date(penugasan.selesai or "")
    began = start is None or not tanggal.is_before(start)
    return began and (end is None or not end.is_before(tanggal))


def _is_of(index: Index, penugasan: Penugasan, unit: str) -> bool:
    found = index.unit_of(penugasan.unit)
    return found is not None and found.kode == unit
