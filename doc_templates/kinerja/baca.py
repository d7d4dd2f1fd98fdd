"""Reading of written values, by the type of their field, never by guess.

``1.234`` may be 1234 or 1,234 and stays a question, unless the field counts whole things.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from doc_templates.kinerja.nilai import (
    KOSONG,
    Angka,
    Ketiadaan,
    Nilai,
    Predikat,
    Rentang,
    TakTerbaca,
    Tiada,
)
from doc_templates.kinerja.pembulatan import bulatkan, cetak, desimal_of
from doc_templates.uang import read_money, rupiah

if TYPE_CHECKING:
    from doc_templates.kinerja.acuan.skala_predikat import SkalaPredikat

PERSEN: Final = frozenset({"persen", "%", "prosen", "percent"})
"""Units that allow a per cent sign behind the number."""

_REMEMBERED: Final = 20_000
"""Readings kept: a value is read for each document that prints it."""
_MINUS: Final = str.maketrans({"−": "-", "–": "-", "\u00a0": " ", "\u202f": " "})
_NUMBER_AND_REST: Final = re.compile(r"(-?)\s*(\d[\d.,]*)(?<![.,])\s*(.*)", re.ASCII | re.DOTALL)
_NOTE: Final = re.compile(r"\([^()]*\)\s*$")
_PLAIN: Final = re.compile(r"\d+", re.ASCII)
_INDONESIAN: Final = re.compile(r"\d{1,3}(?:\.\d{3})+,\d+|\d{1,3}(?:\.\d{3}){2,}", re.ASCII)
_ENGLISH: Final = re.compile(r"\d{1,3}(?:,\d{3})+\.\d+|\d{1,3}(?:,\d{3}){2,}", re.ASCII)
_EITHER: Final = re.compile(r"[1-9]\d{0,2}([.,])\d{3}", re.ASCII)
_ONE_MARK: Final = re.compile(r"\d+[.,]\d+", re.ASCII)
_ENDS: Final = re.compile(r"(.+?)\s*(?:–|—|-|s\.?\s?d\.?|sampai(?:\s+dengan)?)\s*(.+)")
_MOST_OF_MONEY: Final = 24
"""Digits before the comma; no budget is longer, and every sum of such amounts stays exact."""
_THOUSANDTHS: Final = 3
_LONGEST: Final = 80
"""Characters; what is longer is prose, and is not searched for a number."""


@lru_cache(_REMEMBERED)
def baca_angka(tertulis: Decimal | str | None, *, satuan: str = "", desimal: int | None) -> Nilai:
    """A number, read by the unit and the digits of its field.

    Args:
        tertulis: as written.
        satuan: unit of the field; it may be repeated behind the number.
        desimal: digits behind the comma that the field has; 0 for counts, None where unknown.
    """
    if isinstance(tertulis, Decimal):
        number = _with_digits(tertulis, desimal)
        return Angka(number, cetak(number))
    return _absent(tertulis) or _number(tertulis or "", satuan, desimal)


def baca_predikat(tertulis: Decimal | str | None, *, skala: SkalaPredikat) -> Nilai:
    """A predicate of a scale; a number is no predicate."""
    text = cetak(tertulis) if isinstance(tertulis, Decimal) else tertulis
    if absent := _absent(text):
        return absent
    found = skala.sebutan_of(text or "")
    if found is None:
        return TakTerbaca(text or "", "skala", tuple(each.sebutan for each in skala.predikat))
    return Predikat(found.skor, found.sebutan, text or "")


@lru_cache(_REMEMBERED)
def baca_rentang(tertulis: Decimal | str | None, *, satuan: str = "", desimal: int | None) -> Nilai:
    """A range such as ``70–80`` or ``70 s.d. 80``; a single number is a range of that number."""
    single = baca_angka(tertulis, satuan=satuan, desimal=desimal)
    if isinstance(single, Angka):
        return Rentang(single.nilai, single.nilai, single.teks)
    if not isinstance(single, TakTerbaca) or single.masalah == "ganda":
        return single
    ends = _ENDS.fullmatch(single.teks.strip()) if len(single.teks) <= _LONGEST else None
    if ends is None:
        return TakTerbaca(single.teks, "rentang")
    low, high = (baca_angka(each, satuan=satuan, desimal=desimal) for each in ends.groups())
    if not isinstance(low, Angka) or not isinstance(high, Angka) or low.nilai > high.nilai:
        return TakTerbaca(single.teks, "rentang")
    return Rentang(low.nilai, high.nilai, single.teks)


@lru_cache(_REMEMBERED)
def baca_uang(tertulis: Decimal | str | None) -> Nilai:
    """A sum in rupiah; JSON numbers are printed ``Rp1.234.567,00``, text as written."""
    if isinstance(tertulis, Decimal):
        return Angka(tertulis, rupiah(tertulis))
    if absent := _absent(tertulis):
        return absent
    text = tertulis or ""
    reading = read_money(text)
    if reading.nilai is not None and reading.nilai.adjusted() < _MOST_OF_MONEY:
        return Angka(reading.nilai, text)
    choices = tuple(f"Rp{cetak(each)}" for each in reading.pilihan)
    return TakTerbaca(text, "ganda" if choices else "bukan_angka", choices)


def _absent(text: Decimal | str | None) -> Tiada | None:
    if text is None:
        return KOSONG
    if isinstance(text, Decimal):
        return None
    plain = " ".join(text.casefold().split()).rstrip(".")
    if not plain:
        return KOSONG
    return next((Tiada(each, text) for each in Ketiadaan if plain == each.value), None)


def _number(text: str, satuan: str, desimal: int | None) -> Nilai:
    bare = _NOTE.sub("", text.translate(_MINUS).strip()).strip() if len(text) <= _LONGEST else ""
    if bare == "-":
        # A dash may mean nought, not yet, or not applicable: three different reports.
        return TakTerbaca(text, "ganda", ("0", *(each.value for each in Ketiadaan)))
    match = _NUMBER_AND_REST.fullmatch(bare)
    if match is None or match[3].startswith((".", ",")):
        return TakTerbaca(text, "bukan_angka")
    sign, digits, rest = match.groups()
    if not _fits(rest, satuan):
        return TakTerbaca(text, "satuan", (f"{sign}{digits}",))
    readings = [each.copy_negate() if sign else each for each in _readings(digits, desimal)]
    if len(readings) == 1:
        return Angka(readings[0], text)
    offers = tuple(_unmistakable(each) for each in readings)
    return TakTerbaca(text, "ganda" if offers else "bukan_angka", offers)


def _fits(rest: str, satuan: str) -> bool:
    unit, behind = satuan.strip().casefold(), rest.strip().casefold()
    return behind in {"", unit} or (behind in PERSEN and unit in PERSEN)


def _readings(digits: str, desimal: int | None) -> list[Decimal]:
    """Every number that the digits can be."""
    if either := _EITHER.fullmatch(digits):
        return _either(digits, either[1], desimal)
    if _PLAIN.fullmatch(digits):
        return [Decimal(digits)]
    if _INDONESIAN.fullmatch(digits):
        return [Decimal(digits.replace(".", "").replace(",", "."))]
    if _ENGLISH.fullmatch(digits):
        return [Decimal(digits.replace(",", ""))]
    return [_decimal(digits)] if _ONE_MARK.fullmatch(digits) else []


def _either(digits: str, mark: str, desimal: int | None) -> list[Decimal]:
    """One mark before three digits: thousands or thousandths."""
    thousands, fraction = Decimal(re.sub(r"[.,]", "", digits)), _decimal(digits)
    if mark == "." and desimal == 0:
        return [thousands]
    if mark == "," and desimal is not None and desimal >= _THOUSANDTHS:
        return [fraction]
    return [thousands, fraction]


def _decimal(digits: str) -> Decimal:
    return Decimal(digits.replace(",", "."))


def _unmistakable(nilai: Decimal) -> str:
    """A form that reads in one way: no mark in whole numbers, a fourth digit behind the comma."""
    text = f"{nilai:f}".replace(".", ",")
    return f"{text}0" if "," in text and len(text.partition(",")[2]) == _THOUSANDTHS else text


def _with_digits(nilai: Decimal, desimal: int | None) -> Decimal:
    """A JSON number has no written form, so the field's digits give it one; none is dropped."""
    return bulatkan(nilai, max(desimal_of(nilai), desimal or 0))
