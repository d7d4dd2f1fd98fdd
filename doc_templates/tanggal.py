"""Dates as offices write them: ``04 JANUARI 2021``, ``Pebruari 2023``, ``2 Maret 2020``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final, Literal

from doc_templates import codes

if TYPE_CHECKING:
    from doc_templates.findings import Finding, Level

BULAN: Final = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip
EJAAN_LAMA: Final = {"pebruari": 2, "nopember": 11}
GayaTanggal = Literal["huruf", "kapital", "angka"]
"""``10 Februari 2023``, ``10 FEBRUARI 2023`` or ``10-02-2023``."""
NIHIL: Final = "-"
"""Typed where a date does not apply; it is an answer, not a gap."""

_NUMBER_OF_MONTH: Final = {
    **{name.lower(): number for number, name in enumerate(BULAN, 1)},
    **EJAAN_LAMA,
}
_FORM: Final = re.compile(r"(?:(?:(\d{1,2})\s+)?([A-Za-z]+)\s+)?(\d{4})", re.ASCII)
_ISO: Final = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)


@dataclass(frozen=True, slots=True, order=True)
class Tanggal:
    """A date as precise as it is known."""

    tahun: int
    bulan: int | None = None
    hari: int | None = None

    @property
    def iso(self) -> str:
        """ISO 8601: ``2021``, ``2023-02`` or ``2021-01-04``."""
        parts = [f"{self.tahun:04}"]
        parts += [f"{each:02}" for each in (self.bulan, self.hari) if each is not None]
        return "-".join(parts)

    @property
    def teks(self) -> str:
        """The standard Indonesian form: ``4 Januari 2021``, ``Februari 2023`` or ``2023``."""
        parts = [] if self.hari is None else [str(self.hari)]
        parts += [] if self.bulan is None else [BULAN[self.bulan - 1]]
        return " ".join([*parts, str(self.tahun)])

    def is_before(self, other: Tanggal) -> bool:
        """True where this date certainly lies before the other, whatever the unknown parts are."""
        mine = (self.tahun, self.bulan or 12, self.hari or 31)
        return mine < (other.tahun, other.bulan or 1, other.hari or 1)


def read_date(text: str) -> Tanggal | None:
    """The date that a text names, or None where it names none; ``-`` names none."""
    form = _FORM.fullmatch(text.strip())
    if form is None:
        return read_iso(text)
    day, month, year = form.groups()
    number = _NUMBER_OF_MONTH.get(month.lower()) if month else None
    if (month and number is None) or not _exists(int(year), number or 1, int(day or 1)):
        return None
    return Tanggal(int(year), number, int(day) if day else None)


def read_iso(text: str) -> Tanggal | None:
    """The date of ``2023-02-10`` and nothing less; None for any other text."""
    form = _ISO.fullmatch(text.strip())
    if form is None:
        return None
    year, month, day = map(int, form.groups())
    return Tanggal(year, month, day) if _exists(year, month, day) else None


def in_style(text: str, gaya: GayaTanggal) -> str:
    """An ISO date as an office writes dates; every other text exactly as it was typed."""
    read = read_iso(text)
    if read is None:
        return text
    if gaya == "angka":
        return f"{read.hari:02}-{read.bulan:02}-{read.tahun}"
    return read.teks.upper() if gaya == "kapital" else read.teks


def check_date(
    text: str, where: str, *, month_only: Level | None = None, iso_in_words: bool = False
) -> list[Finding]:
    """What is odd about a date as typed.

    Args:
        text: verbatim.
        where: its place in the data.
        month_only: level of W-DATE-PRECISION; its own level when None.
        iso_in_words: True where the form prints ``2023-02-10`` in the office's own style.
    """
    if text.strip() in ("", NIHIL):
        return []
    if iso_in_words and read_iso(text) is not None:
        return []
    read = read_date(text)
    if read is None:
        return [
            codes.DATE_UNREADABLE.at(
                where,
                f"“{text}” tidak terbaca sebagai tanggal; tulislah seperti 4 Januari 2021.",
            )
        ]
    found = []
    if read.hari is None:
        found.append(
            codes.DATE_PRECISION.at(
                where,
                f"Tanggal “{text}” belum menyebut {'hari' if read.bulan else 'hari dan bulan'}; "
                "lengkapilah sebelum naskah disahkan.",
                level=month_only,
            )
        )
    return [*found, *_check_spelling(text, read, where), *_check_style(text, read, where)]


def check_order(
    first: str | None, later: str | None, where: str, *, names: tuple[str, str]
) -> list[Finding]:
    """Says so where the date called ``names[1]`` lies before the one called ``names[0]``."""
    start, end = read_date(first or ""), read_date(later or "")
    if start is None or end is None or not end.is_before(start):
        return []
    return [
        codes.DATE_ORDER.at(
            where,
            f"{names[1]} ({later}) mendahului {names[0].lower()} ({first}); "
            "mohon periksa kedua tanggal itu.",
        )
    ]


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _check_spelling(text: str, read: Tanggal, where: str) -> list[Finding]:
    old = next((name for name in EJAAN_LAMA if name in text.lower()), None)
    if old is None or read.bulan is None:
        return []
    return [
        codes.MONTH_SPELLING.at(
            where,
            f"Ejaan baku bulan pada “{text}” ialah {BULAN[read.bulan - 1]}; "
            "tetap dicetak seperti tertulis.",
            read.teks,
        )
    ]


def _check_style(text: str, read: Tanggal, where: str) -> list[Finding]:
    month = next((each for each in text.split() if each.isalpha()), "")
    standard = re.sub(r"^0", "", text.strip()).replace(month, month.capitalize())
    if text == standard and read_iso(text) is None:
        return []
    return [
        codes.DATE_STYLE.at(
            where,
            f"Tanggal “{text}” lazim ditulis “{read.teks}”; tetap dicetak seperti tertulis.",
            read.teks,
        )
    ]
