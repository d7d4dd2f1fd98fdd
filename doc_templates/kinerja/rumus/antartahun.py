"""Comparisons: between years, with others, and the plain mean."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from doc_templates.kinerja.rumus.akumulasi import RATA_RATA
from doc_templates.kinerja.rumus.bentuk import DiLuarRanah, Rumus

if TYPE_CHECKING:
    from fractions import Fraction


def selisih(nilai: Fraction, pembanding: Fraction) -> Fraction:
    """How much the first is above the second, in their own unit."""
    return nilai - pembanding


def pertumbuhan(nilai: Fraction, sebelumnya: Fraction) -> Fraction:
    """Growth over the year before, in per cent of it."""
    if sebelumnya <= 0:
        raise DiLuarRanah("nilai tahun sebelumnya harus lebih dari nol")
    return (nilai - sebelumnya) / sebelumnya * 100


def rata_rata(nilai: Fraction) -> Fraction:
    """The mean; the terms are taken together before."""
    return nilai


def _mean(texts: tuple[str, ...]) -> str:
    return texts[0] if len(texts) == 1 else f"({' + '.join(texts)}) ÷ {len(texts)}"


SELISIH: Final = Rumus(
    kode="SELISIH",
    nama="Selisih",
    bunyi="Selisih = Nilai − Pembanding",
    ranah="keduanya bersatuan sama",
    sumber="Permenpan RB 53/2014, analisis perbandingan",
    hitung=selisih,
    pola="{0} − {1}",
    persen=False,
)
PERTUMBUHAN: Final = Rumus(
    kode="TUMBUH",
    nama="Pertumbuhan terhadap tahun sebelumnya",
    bunyi="Pertumbuhan = (Tahun ini − Tahun sebelumnya) ÷ Tahun sebelumnya × 100%",
    ranah="nilai tahun sebelumnya lebih dari nol",
    sumber="Permenpan RB 53/2014, analisis perbandingan",
    hitung=pertumbuhan,
    pola="({0} − {1}) ÷ {1} × 100%",
)
RATA_CAPAIAN: Final = Rumus(
    kode="RATA",
    nama="Rata-rata capaian",
    bunyi="Rata-rata = Jumlah capaian ÷ Banyaknya indikator yang capaiannya dapat dihitung",
    ranah="paling sedikit satu capaian dapat dihitung",
    sumber="Lazim pada laporan kinerja; terpengaruh capaian yang sangat tinggi, maka batas dicetak",
    hitung=rata_rata,
    pola="{0}",
    akumulasi=replace(RATA_RATA, tulis=_mean),
)
