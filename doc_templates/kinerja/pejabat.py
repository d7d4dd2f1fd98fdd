"""Who held a post on a day: a document names that official, whoever came later."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doc_templates.pejabat import Pejabat
from doc_templates.tanggal import read_date

if TYPE_CHECKING:
    from doc_templates.kinerja.model import DataKinerja, Penugasan
    from doc_templates.tanggal import Tanggal


def pejabat_pada(data: DataKinerja, unit: str, tanggal: str | None) -> Pejabat | None:
    """The head of a unit on a day, as a signature block shows them.

    Of several whose term holds that day, the one written last, as an acting official is written
    after the one whom they stand in for. Where the day cannot be read, or nobody held the post,
    only the post is given, without a name.

    Args:
        data: the data set.
        unit: code of the unit.
        tanggal: as written in the document.

    Returns:
        None where the data name no official of that unit at all.
    """
    of_unit = [each for each in data.pejabat if each.unit == unit]
    if not of_unit:
        return None
    day = read_date(tanggal or "")
    in_office = [each for each in of_unit if day is not None and _holds(each, day)]
    if not in_office:
        return Pejabat(jabatan=of_unit[-1].jabatan)
    return Pejabat(**{name: getattr(in_office[-1], name) for name in Pejabat.model_fields})


def _holds(penugasan: Penugasan, day: Tanggal) -> bool:
    """True unless the day certainly lies outside the term; an unwritten end is open."""
    begin, end = read_date(penugasan.mulai or ""), read_date(penugasan.selesai or "")
    return not (begin and day.is_before(begin)) and not (end and end.is_before(day))
