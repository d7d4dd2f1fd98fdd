"""When retention is over: dates computed from the schedule, the document and how it stands.

Lontar only proposes: nothing is destroyed or moved by a date.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import MAXYEAR, date
from typing import TYPE_CHECKING, Final

from archive.keeping import Start

if TYPE_CHECKING:
    from archive.keeping import Keeping
    from archive.records import Record
    from archive.standing import Standing

_DECEMBER: Final = 12


@dataclass(frozen=True, slots=True)
class Due:
    """The last days of both stages."""

    active_until: date
    """From the next day on it belongs into the record centre."""
    until: date
    """From the next day on its fate is due."""


def due_of(record: Record, standing: Standing, keeping: Keeping) -> Due | None:
    """When a document's retention is over; None where there is no schedule or no start yet."""
    if keeping.retention is None:
        return None
    held = keeping.retention
    start = _start(held.start, record, standing)
    if start is None:
        return None
    return Due(_later(start, held.active), _later(start, held.active + held.inactive))


def _start(start: Start, record: Record, standing: Standing) -> date | None:
    if start is Start.TIDAK_BERLAKU:
        return None if standing.holds else standing.since
    if start is Start.TANGGAL_NASKAH:
        return _last_day(record.date)
    return date(record.year, _DECEMBER, 31)


def _last_day(text: str | None) -> date | None:
    """The last day that a date, as precise as it is known, can mean."""
    try:
        parts = [int(part) for part in (text or "").split("-")]
        year, month, *day = [*parts, _DECEMBER] if len(parts) == 1 else parts
        return date(year, month, day[0] if day else calendar.monthrange(year, month)[1])
    except ValueError:
        return None


def _later(day: date, years: int) -> date:
    year = min(day.year + years, MAXYEAR)
    return date(year, day.month, min(day.day, calendar.monthrange(year, day.month)[1]))
