"""How quarters become a year: their sum, the last of them, or their mean."""

from __future__ import annotations

from fractions import Fraction
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, Literal

from doc_templates.kinerja.rumus.bentuk import Akumulasi

if TYPE_CHECKING:
    from collections.abc import Mapping

CaraHitung = Literal["jumlah", "nilai_akhir", "rata_rata"]
"""How an indicator's quarters become its year."""


def jumlah(suku: tuple[Fraction, ...]) -> Fraction:
    """The sum; only for counts and amounts, never for ratios."""
    return sum(suku, Fraction(0))


def nilai_akhir(suku: tuple[Fraction, ...]) -> Fraction:
    """The last one; a quarter missing before it does not matter."""
    return suku[-1]


def rata_rata(suku: tuple[Fraction, ...]) -> Fraction:
    """The mean of those that are filled."""
    return sum(suku, Fraction(0)) / len(suku)


def _sum(texts: tuple[str, ...]) -> str:
    return texts[0] if len(texts) == 1 else f"({' + '.join(texts)})"


def _last(texts: tuple[str, ...]) -> str:
    return texts[-1]


def _mean(texts: tuple[str, ...]) -> str:
    return texts[0] if len(texts) == 1 else f"(({' + '.join(texts)}) ÷ {len(texts)})"


JUMLAH: Final = Akumulasi("jumlah", "dijumlahkan dari triwulan yang terisi", jumlah, _sum)
NILAI_AKHIR: Final = Akumulasi(
    "nilai_akhir", "diambil dari triwulan terakhir yang terisi", nilai_akhir, _last
)
RATA_RATA: Final = Akumulasi(
    "rata_rata", "dirata-ratakan dari triwulan yang terisi", rata_rata, _mean
)

AKUMULASI: Final[Mapping[CaraHitung, Akumulasi]] = MappingProxyType(
    {"jumlah": JUMLAH, "nilai_akhir": NILAI_AKHIR, "rata_rata": RATA_RATA}
)
