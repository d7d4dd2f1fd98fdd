"""Durations in the column Waktu: value, unit and condition, and what they come to.

A working day has no stated length in an SOP, so days are never made of hours. An hour is sixty
minutes everywhere, so hours and minutes may be told together.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

MENIT: Final = "menit"
JAM: Final = "jam"
MINUTES_AN_HOUR: Final = 60

_UNITS: Final = {
    "mnt": MENIT,
    "menit": MENIT,
    "jam": JAM,
    "hari": "hari",
    "hari kerja": "hari kerja",
    "minggu": "minggu",
    "bulan": "bulan",
    "triwulan": "triwulan",
    "semester": "semester",
    "tahun": "tahun",
}
_ORDER: Final = (
    *("tahun", "semester", "triwulan", "bulan", "minggu", "hari kerja", "hari"),
    *(JAM, MENIT),
)
"""From the longest to the shortest, as totals are told."""
_UNIT: Final = "|".join(
    re.escape(each).replace(r"\ ", r"\s+") for each in sorted(_UNITS, key=len, reverse=True)
)
_VALUE: Final = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?"
_UNTIL: Final = r"\s*(?:-|–|s\.?\s?/?d\.?|sampai(?: dengan)?|hingga)\s*"
_IN_WORDS: Final = r"(?:\s*\([^\d()]*\))?"
_DURATION: Final = re.compile(
    # “tanggal 10 bulan berikutnya” is a day, not ten months.
    rf"(?<!tanggal )(?<!tgl )(?<!tgl\. )(?<![\w.,])({_VALUE}){_IN_WORDS}"
    rf"(?:{_UNTIL}({_VALUE}){_IN_WORDS})?\s*({_UNIT})\b",
    re.IGNORECASE | re.ASCII,
)
_BARE: Final = re.compile(rf"({_VALUE})(?:{_UNTIL}({_VALUE}))?", re.IGNORECASE | re.ASCII)
_HEAD: Final = re.compile(rf"\(\s*(?:dalam\s+)?({_UNIT})\s*\)", re.IGNORECASE)
_LEADING: Final = re.compile(
    r"^(?:untuk|bagi|jika|bila|apabila|pada|dalam hal|setiap|per|/)\b\s*|^\W+", re.IGNORECASE
)
_TRAILING: Final = re.compile(
    r"(?:\s*(?:\b(?:dan|serta|atau|sedangkan)|[;,.:/()+&-]))+$", re.IGNORECASE
)
_WHEN: Final = re.compile(r"\s*\W?\s*(?:jika|bila|apabila|dalam hal)\b", re.IGNORECASE)
_THOUSANDS: Final = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Lama:
    """One duration."""

    nilai: Decimal
    satuan: str
    """Standard name of the unit: menit, jam, hari, hari kerja, …"""
    keadaan: str = ""
    """When it applies, verbatim without its first word such as “untuk”; empty for always."""
    hingga: Decimal | None = None
    """The upper bound of “2–3 hari”; None where there is one value."""

    def __str__(self) -> str:
        values = [self.nilai] if self.hingga is None else [self.nilai, self.hingga]
        return f"{'–'.join(map(_printed, values))} {self.satuan}"

    def plus(self, other: Lama) -> Lama:
        """The sum of two durations of one unit, whatever their conditions."""
        bounded = self.hingga is not None or other.hingga is not None
        upper = (self.hingga or self.nilai) + (other.hingga or other.nilai)
        return Lama(self.nilai + other.nilai, self.satuan, "", upper if bounded else None)


def read_durations(text: str, *, head: str = "") -> list[Lama]:
    """The durations in a cell; a bare number takes the unit in the column's heading."""
    found = list(_DURATION.finditer(text))
    unit_of_column = _HEAD.search(head)
    bare = _BARE.fullmatch(text.strip())
    if not found and unit_of_column and bare:
        return [_duration(bare[1], bare[2], unit_of_column[1], "")]
    return [
        _duration(match[1], match[2], match[3], condition)
        for match, condition in zip(found, _conditions(text, found), strict=True)
    ]


def is_readable(text: str, *, head: str = "") -> bool:
    """True where the durations of a cell can be added up.

    Of “1 jam atau 2 jam” nobody can say which is meant.
    """
    durations = read_durations(text, head=head)
    unsure = len(durations) > 1 and not any(each.keadaan for each in durations)
    return bool(durations) and not (unsure and re.search(r"\batau\b", text, re.IGNORECASE))


def totals(durations: list[Lama]) -> list[Lama]:
    """The sum for each unit, from the longest unit to the shortest, conditions left aside."""
    sums: dict[str, Lama] = {}
    for each in durations:
        sums[each.satuan] = sums[each.satuan].plus(each) if each.satuan in sums else each
    return [Lama(sums[unit].nilai, unit, "", sums[unit].hingga) for unit in _ORDER if unit in sums]


def told(sums: list[Lama]) -> str:
    """Sums by unit as one text; minutes become hours where longer units stand beside them."""
    minutes = next((each for each in sums if each.satuan == MENIT), None)
    if minutes is None or len(sums) == 1 or minutes.hingga is not None:
        return " ".join(map(str, sums))
    hours, rest = divmod(minutes.nilai, MINUTES_AN_HOUR)
    others = [each for each in sums if each.satuan != MENIT]
    carried = [Lama(hours, JAM)] if hours else []
    left = [Lama(rest, MENIT)] if rest else []
    return " ".join(map(str, totals([*others, *carried, *left])))


def _conditions(text: str, found: list[re.Match[str]]) -> list[str]:
    """What stands behind each duration, or in front where the cell begins with conditions.

    A duration that stands alone is not set against another, so words beside it, such as
    “maksimal”, are conditions only where they say “jika”.
    """
    if len(found) < 2 and not any(_WHEN.match(text[match.end() :]) for match in found):  # noqa: PLR2004
        return [""] * len(found)
    ends = [match.start() for match in found[1:]] + [len(text)]
    behind = [_bare(text[match.end() : end]) for match, end in zip(found, ends, strict=True)]
    starts = [0] + [match.end() for match in found[:-1]]
    before = [
        _bare(text[start : match.start()]) for match, start in zip(found, starts, strict=True)
    ]
    return before if before[0] and not behind[-1] else behind


def _bare(text: str) -> str:
    earlier = None
    while text != earlier:
        earlier = text
        text = _TRAILING.sub("", _LEADING.sub("", text.strip())).strip()
    return "" if text.lower() in ("dan", "serta", "atau", "sedangkan") else text


def _duration(value: str, until: str | None, unit: str, condition: str) -> Lama:
    upper = _decimal(until) if until else None
    return Lama(_decimal(value), _UNITS[" ".join(unit.lower().split())], condition, upper)


def _decimal(text: str) -> Decimal:
    if _THOUSANDS.fullmatch(text):
        text = text.replace(".", "")
    return Decimal(text.replace(",", "."))


def _printed(value: Decimal) -> str:
    return f"{value:f}".replace(".", ",")
