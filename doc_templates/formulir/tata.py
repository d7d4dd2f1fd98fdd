"""Where things stand on a sheet: agreed between the writer and the reader."""

from __future__ import annotations

import hashlib
from decimal import Decimal
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from doc_templates.formulir.bentuk import Isi

PENGENAL: Final = 1
"""Row, and column, of the keys; both are hidden."""
JUDUL: Final = 2
KANTOR: Final = 3
UNIT: Final = 4
WAKTU: Final = 5
KEPALA: Final = 7
NOMOR: Final = 8
AWAL: Final = 9
"""First row of the table's body."""

TANDA_KEPALA: Final = "#kepala"
TANDA_NOMOR: Final = "#nomor"
TANDA_PITA: Final = "#pita"
AWALAN_KUNCI: Final = ":"
"""Begins the key of a row, so that no key is taken for a mark or a number."""

PETUNJUK: Final = "Petunjuk"
TERSEMBUNYI: Final = "Lontar"
"""The sheet that no menu shows: identity, digests of what stood there, words to choose from."""
SEMULA: Final = "semula"
KOLOM_PILIHAN: Final = 8
"""First column of the lists on the hidden sheet."""

TEKS_TERPANJANG: Final = 2_000
"""Characters of one explanation; more belongs into a piece of evidence."""
SEL_TERPANJANG: Final = 32_767
"""Characters that an Excel cell holds."""

_DIGITS: Final = 16


def sidik_isi(isi: Isi) -> str:
    """A short digest of what a cell held, to tell later whether it was touched."""
    if isi is None or isi == "":
        return "-"
    kind = "n" if isinstance(isi, Decimal) else "t"
    text = f"{isi:f}" if isinstance(isi, Decimal) else satu_baris_baru(isi)
    return hashlib.sha256(f"{kind}{text}".encode()).hexdigest()[:_DIGITS]


def satu_baris_baru(text: str) -> str:
    """Text with one sort of line end: programs change it on saving, nobody types it."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def seperti_excel(number: Decimal) -> Decimal | None:
    """The number as a cell gives it back; None where fifteen digits do not hold it (§ float)."""
    back = Decimal(f"{float(number):.15g}")
    return number if back == number else None
