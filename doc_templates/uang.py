"""Money: exact, printed ``Rp1.234.567,00``, and read only where there is one way to read it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from doc_templates import codes

if TYPE_CHECKING:
    from doc_templates.findings import Finding

SEN: Final = Decimal("0.01")

_RUPIAH: Final = re.compile(r"(?:rp\.?|idr)\s*", re.IGNORECASE)
_PLAIN: Final = re.compile(r"\d+(?:,\d{1,2})?", re.ASCII)
_INDONESIAN: Final = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?", re.ASCII)
_ENGLISH: Final = re.compile(r"\d{1,3}(?:,\d{3})+\.\d{1,2}|\d{1,3}(?:,\d{3}){2,}", re.ASCII)
_ONE_MARK: Final = re.compile(r"(\d{1,3})[.,](\d{3})", re.ASCII)
_DECIMAL_POINT: Final = re.compile(r"\d+\.\d{1,2}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Bacaan:
    """How a text about money can be read."""

    nilai: Decimal | None
    """In rupiah; None where there is no single reading."""
    pilihan: tuple[Decimal, ...] = ()
    """The readings to choose from, where there are several."""


def rupiah(nilai: Decimal) -> str:
    """A sum as it is printed: ``Rp1.234.567,00``; negative sums bear a minus in front."""
    whole, cents = f"{abs(nilai.quantize(SEN)):,.2f}".split(".")
    sign = "-" if nilai < 0 else ""
    return f"{sign}Rp{whole.replace(',', '.')},{cents}"


def read_money(text: str) -> Bacaan:
    """All the ways in which a typed sum can be read; one way makes it a value.

    ``1.234`` alone may be 1234 or 1,234 and stays open; ``Rp1.234`` is 1234, because the sign
    names the Indonesian way of writing.
    """
    sign, digits = _parts(text)
    marked = _RUPIAH.match(digits) is not None
    digits = re.sub(r",-+$", "", _RUPIAH.sub("", digits, count=1)).strip()
    one = _ONE_MARK.fullmatch(digits)
    if one and not (marked and "." in digits):
        return Bacaan(None, (sign * Decimal(one[1] + one[2]), sign * Decimal(f"{one[1]}.{one[2]}")))
    if _INDONESIAN.fullmatch(digits) or _PLAIN.fullmatch(digits):
        return Bacaan(sign * Decimal(digits.replace(".", "").replace(",", ".")))
    if _ENGLISH.fullmatch(digits):
        return Bacaan(sign * Decimal(digits.replace(",", "")))
    if _DECIMAL_POINT.fullmatch(digits):
        return Bacaan(sign * Decimal(digits))
    return Bacaan(None)


def check_money(text: str, where: str) -> list[Finding]:
    """What is odd about a sum as typed."""
    reading = read_money(text)
    if reading.pilihan:
        offers = [rupiah(each) if each == each.to_integral() else f"Rp{each:f}".replace(".", ",")
                  for each in reading.pilihan]  # fmt: skip
        return [
            codes.MONEY_AMBIGUOUS.at(
                where,
                f"Nilai “{text}” dapat dibaca {' atau '.join(offers)}; pilihlah salah satu.",
                *offers,
            )
        ]
    if reading.nilai is None:
        return [
            codes.MONEY_UNREADABLE.at(
                where, f"“{text}” tidak terbaca sebagai uang; tulislah seperti Rp1.234.567,00."
            )
        ]
    if text in _usual_forms(reading.nilai):
        return []
    return [
        codes.MONEY_STYLE.at(
            where,
            f"Nilai “{text}” lazim ditulis {rupiah(reading.nilai)}; tetap dicetak "
            "seperti tertulis.",
            rupiah(reading.nilai),
        )
    ]


def _parts(text: str) -> tuple[int, str]:
    bare = text.strip()
    return (-1, bare[1:].strip()) if bare.startswith("-") else (1, bare)


def _usual_forms(nilai: Decimal) -> tuple[str, ...]:
    full = rupiah(nilai)
    return (full, full.removesuffix(",00"))
