"""Money against results: absorption, and the three ways in which efficiency is told."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, Literal

from doc_templates.kinerja.rumus.antartahun import selisih
from doc_templates.kinerja.rumus.bentuk import (
    TAK_TERHITUNG,
    DiLuarRanah,
    Hasil,
    Rumus,
    Suku,
    terapkan,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from fractions import Fraction

VarianEfisiensi = Literal["A", "B", "C"]
"""A by a margin of five points, B by the plain comparison, C as the office states it."""

AMBANG: Final = Decimal(5)
"""Percentage points within which variant A calls it “cukup efisien”."""


def serapan(realisasi: Fraction, pagu: Fraction) -> Fraction:
    """Share of a budget that was spent, in per cent."""
    if pagu <= 0:
        raise DiLuarRanah("pagu nol tidak dapat menjadi pembagi")
    return realisasi / pagu * 100


def sebutan_a(beda: Decimal) -> str:
    """What variant A calls a difference of achievement and absorption, in points."""
    if beda > AMBANG:
        return "efisien"
    return "cukup efisien" if beda >= -AMBANG else "tidak efisien"


def sebutan_b(beda: Decimal) -> str:
    """What variant B calls it."""
    return "efisien" if beda >= 0 else "kurang efisien"


SERAPAN: Final = Rumus(
    kode="SERAPAN",
    nama="Serapan anggaran",
    bunyi="Serapan = Realisasi anggaran ÷ Pagu anggaran × 100%",
    ranah="pagu lebih dari nol",
    sumber="Lazim pada semua laporan kinerja",
    hitung=serapan,
    pola="{0} ÷ {1} × 100%",
)
EFISIENSI_A: Final = Rumus(
    kode="EF-A",
    nama="Efisiensi, cara A",
    bunyi=(
        "Efisiensi = Capaian − Serapan; lebih dari 5 efisien, −5 sampai 5 cukup efisien, "
        "kurang dari −5 tidak efisien"
    ),
    ranah="capaian dan serapan dapat dihitung",
    sumber="Aplikasi e-SAKIP Kabupaten Banjarnegara",
    hitung=selisih,
    pola="{0} − {1}",
    persen=False,
)
EFISIENSI_B: Final = Rumus(
    kode="EF-B",
    nama="Efisiensi, cara B",
    bunyi="Efisien bila Capaian ≥ Serapan; selain itu kurang efisien",
    ranah="capaian dan serapan dapat dihitung",
    sumber="Pembuat LAKIP Dinas Pangan",
    hitung=selisih,
    pola="{0} − {1}",
    persen=False,
)
EFISIENSI_C: Final = Rumus(
    kode="EF-C",
    nama="Efisiensi, cara C",
    bunyi="Efisiensi menurut penjelasan perangkat daerah",
    ranah="penjelasan diisi",
    sumber="Aplikasi AKSARA Kabupaten Pringsewu",
    hitung=selisih,
    pola="{0} − {1}",
    persen=False,
)

EFISIENSI: Final[Mapping[VarianEfisiensi, Rumus]] = MappingProxyType(
    {"A": EFISIENSI_A, "B": EFISIENSI_B, "C": EFISIENSI_C}
)


@dataclass(frozen=True, slots=True)
class Efisiensi:
    """How achievement and money compare."""

    beda: Hasil
    """Achievement less absorption, in percentage points."""
    sebutan: str
    """The word for it, or “tidak dapat dihitung”."""


def efisiensi(
    capaian: Hasil, serapan_: Hasil, *, varian: VarianEfisiensi, diketik: str = ""
) -> Efisiensi:
    """Compare what was achieved with what was spent.

    Args:
        capaian: in per cent.
        serapan_: absorption in per cent.
        varian: policy of the office.
        diketik: what the office states; only variant C prints it.
    """
    rule = EFISIENSI[varian]
    gap = _gap(rule, capaian, serapan_)
    if varian == "C":
        return Efisiensi(gap, diketik if diketik.strip() else "belum tersedia")
    if gap.nilai is None:
        return Efisiensi(gap, TAK_TERHITUNG)
    return Efisiensi(gap, sebutan_a(gap.nilai) if varian == "A" else sebutan_b(gap.nilai))


def _gap(rumus: Rumus, capaian: Hasil, serapan_: Hasil) -> Hasil:
    for name, each in (("capaian", capaian), ("serapan", serapan_)):
        if each.nilai is None:
            return Hasil(rumus, (), capaian.digit, alasan=f"{name} {each.kata}")
    operands = ((Suku(each.nilai),) for each in (capaian, serapan_) if each.nilai is not None)
    return terapkan(rumus, *operands, digit=capaian.digit)
