"""Reads one cell: its number, text or error, and the formula behind it if there is one."""

from __future__ import annotations

import math
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from openpyxl.utils.datetime import MAC_EPOCH, WINDOWS_EPOCH, from_excel
from openpyxl.utils.escape import unescape

from doc_templates.formulir.bagian import nama_lokal, teks_kaya
from doc_templates.formulir.buku import BukuRusak, SelTerbaca
from doc_templates.formulir.rujuk_sel import bilangan

if TYPE_CHECKING:
    from collections.abc import Sequence
    from xml.etree.ElementTree import Element

_NO_FORMAT: Final = (False, False)


class Pembaca:
    """Reads the cells of one workbook."""

    def __init__(
        self, strings: Sequence[str], formats: Sequence[tuple[bool, bool]], *, tahun_1904: bool
    ) -> None:
        """Take in its shared strings, and what each of its styles shows."""
        self._strings, self._formats = strings, formats
        self._epoch = MAC_EPOCH if tahun_1904 else WINDOWS_EPOCH

    def baca(self, cell: Element) -> SelTerbaca | None:
        """What the cell holds; None where it is blank.

        Raises:
            BukuRusak: it points to what is not there.
        """
        parts = {nama_lokal(each): each for each in cell}
        formula = self._formula(parts.get("f"))
        value = parts["v"].text or "" if "v" in parts else ""
        kind = cell.get("t", "n")
        if kind in {"s", "inlineStr", "str"}:
            return _text(self._words(kind, value, parts.get("is")), formula)
        if kind == "b":
            word = "BENAR" if value.strip() == "1" else "SALAH"
            return SelTerbaca("logika", word, rumus=formula)
        if kind == "e":
            return SelTerbaca("galat", value, rumus=formula)
        if kind == "d":
            return SelTerbaca("tanggal", value, rumus=formula, hari=value[:10])
        if not value.strip():
            return _text("", formula)
        return self._number(value, formula, self._format_of(cell.get("s", "0")))

    def _words(self, kind: str, value: str, inline: Element | None) -> str:
        if kind == "s":
            return self._shared(value)
        if kind == "str":
            return unescape(value)
        return unescape(teks_kaya(inline)) if inline is not None else ""

    def _formula(self, element: Element | None) -> str | None:
        return None if element is None else f"={element.text or ''}"

    def _shared(self, value: str) -> str:
        at = bilangan(value)
        if at >= len(self._strings):
            raise BukuRusak("daftar teks di dalamnya tidak lengkap")
        return self._strings[at]

    def _format_of(self, style: str) -> tuple[bool, bool]:
        at = bilangan(style)
        return self._formats[at] if at < len(self._formats) else _NO_FORMAT

    def _number(
        self, value: str, formula: str | None, shown: tuple[bool, bool]
    ) -> SelTerbaca | None:
        try:
            number = float(value)
        except ValueError as error:
            raise BukuRusak("angka di dalamnya tidak terbaca") from error
        if not math.isfinite(number):
            return SelTerbaca("galat", value, rumus=formula)
        # Fifteen digits are what a cell shows and keeps; the rest is noise of binary fractions.
        exact = Decimal(f"{number:.15g}")
        is_date, is_percent = shown
        day = self._day(number) if is_date else ""
        return SelTerbaca(
            "tanggal" if day else "angka",
            f"{exact:f}",
            angka=exact,
            rumus=formula,
            persen=is_percent,
            hari=day,
        )

    def _day(self, number: float) -> str:
        try:
            found = from_excel(number, self._epoch)
        except (ValueError, OverflowError):
            return ""
        return found.date().isoformat() if isinstance(found, datetime) else ""


def _text(text: str, formula: str | None) -> SelTerbaca | None:
    if not text and formula is None:
        return None
    return SelTerbaca("teks", text, rumus=formula)
