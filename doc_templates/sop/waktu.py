"""Durations in the column Waktu: counted by unit, never converted into one another.

A working day has no stated length in an SOP, so “1 Hari” and “1 Jam” are never added up.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

_UNITS: Final = {
    "mnt": "menit",
    "menit": "menit",
    "jam": "jam",
    "hari": "hari",
    "hari kerja": "hari kerja",
    "minggu": "minggu",
    "bulan": "bulan",
    "triwulan": "triwulan",
    "semester": "semester",
    "tahun": "tahun",
}
_LONGEST_FIRST: Final = sorted(_UNITS, key=len, reverse=True)
_DURATION: Final = re.compile(
    rf"(\d+(?:[.,]\d+)?)\s*({'|'.join(_LONGEST_FIRST)})\b", re.IGNORECASE | re.ASCII
)
_BARE: Final = re.compile(r"\d+(?:[.,]\d+)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Lama:
    """One duration."""

    nilai: Decimal
    satuan: str
    """Standard name of the unit: menit, jam, hari, hari kerja, …"""

    def __str__(self) -> str:
        return f"{self.nilai:f} {self.satuan}".replace(".", ",")


def read_durations(text: str, *, head: str = "") -> list[Lama]:
    """The durations in a cell; a bare number takes the unit in the column's heading."""
    found = [_duration(number, unit) for number, unit in _DURATION.findall(text)]
    unit_of_column = re.search(rf"\(({'|'.join(_LONGEST_FIRST)})\)", head, re.IGNORECASE)
    if not found and unit_of_column and _BARE.fullmatch(text.strip()):
        return [_duration(text.strip(), unit_of_column[1])]
    return found


def totals(durations: Iterable[Lama]) -> list[Lama]:
    """The sum for each unit, in the order in which the units come up."""
    sums: dict[str, Decimal] = {}
    for each in durations:
        sums[each.satuan] = sums.get(each.satuan, Decimal(0)) + each.nilai
    return [Lama(value, unit) for unit, value in sums.items()]


def _duration(number: str, unit: str) -> Lama:
    return Lama(Decimal(number.replace(",", ".")), _UNITS[" ".join(unit.lower().split())])
