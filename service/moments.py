"""Moments as people read them: UTC inside, the zone of the installation outside.

One zone for one installation: no province lies in two of them.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

Zone = Literal["WIB", "WITA", "WIT"]
"""The zones of Keputusan Presiden 41/1987, as people write them."""

MONTHS: Final = (
    *("Januari", "Februari", "Maret", "April", "Mei", "Juni"),
    *("Juli", "Agustus", "September", "Oktober", "November", "Desember"),
)
_ZONES: Final[Mapping[Zone, timezone]] = {
    "WIB": timezone(timedelta(hours=7), "WIB"),
    "WITA": timezone(timedelta(hours=8), "WITA"),
    "WIT": timezone(timedelta(hours=9), "WIT"),
}


def in_words(moment: datetime, zone: Zone) -> str:
    """``2 Maret 2026 pukul 19.00 WIB``."""
    local = _local(moment, zone)
    return f"{local.day} {MONTHS[local.month - 1]} {local.year} pukul {local:%H.%M} {zone}"


def in_figures(moment: datetime, zone: Zone) -> str:
    """``2026-03-02 19:00:05 WIB``, of one width in lists."""
    return f"{_local(moment, zone):%Y-%m-%d %H:%M:%S} {zone}"


def day_of(moment: datetime, zone: Zone) -> date:
    """The day that it is there."""
    return _local(moment, zone).date()


def _local(moment: datetime, zone: Zone) -> datetime:
    known = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return known.astimezone(_ZONES[zone])
