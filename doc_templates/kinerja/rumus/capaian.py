"""The formulas of achievement F1 to F7: realisation against target, in per cent.

The choice changes the result (T = 10, R = 8 gives 120 by F2 and 125 by F3), so it is made once
for each indicator and printed under every table. All of them need a target above zero; where it
is zero the answer is “tidak dapat dihitung”, never 0.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, Literal

from doc_templates.kinerja.rumus.akumulasi import AKUMULASI, JUMLAH, NILAI_AKHIR
from doc_templates.kinerja.rumus.bentuk import DiLuarRanah, Rumus

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal

    from doc_templates.kinerja.rumus.akumulasi import CaraHitung

KodeRumus = Literal["F1", "F2", "F3", "F6", "F7"]
"""The formulas that an indicator may choose; F4 and F5 follow from how its quarters add up."""


def lebih_tinggi(realisasi: Fraction, target: Fraction) -> Fraction:
    """F1, higher is better: R ÷ T × 100."""
    return realisasi / _positive(target, "target") * 100


def lebih_rendah_a(realisasi: Fraction, target: Fraction) -> Fraction:
    """F2, lower is better, way A: (2T − R) ÷ T × 100; 200 where nothing happened at all."""
    whole = _positive(target, "target")
    return (2 * whole - realisasi) / whole * 100


def lebih_rendah_b(realisasi: Fraction, target: Fraction) -> Fraction:
    """F3, lower is better, way B: T ÷ R × 100; without result where R is zero."""
    return _positive(target, "target") / _positive(realisasi, "realisasi") * 100


def dalam_rentang(realisasi: Fraction, acuan: Fraction) -> Fraction:
    """F7: 100 within the range, else R ÷ the bound that was passed × 100 (``acuan_rentang``)."""
    return Fraction(100) if realisasi == acuan else lebih_tinggi(realisasi, acuan)


def acuan_rentang(realisasi: Decimal, bawah: Decimal, atas: Decimal) -> Decimal:
    """What a realisation is held against: the upper bound above a range, the lower one below.

    Within the range it is held against itself.
    """
    return min(max(realisasi, bawah), atas)


F1: Final = Rumus(
    kode="F1",
    nama="Semakin tinggi semakin baik",
    bunyi="Capaian = Realisasi ÷ Target × 100%",
    ranah="target lebih dari nol",
    sumber="Lazim pada semua laporan kinerja; Permenpan RB 53/2014",
    hitung=lebih_tinggi,
    pola="{0} ÷ {1} × 100%",
)
F2: Final = Rumus(
    kode="F2",
    nama="Semakin rendah semakin baik, cara A",
    bunyi="Capaian = (2 × Target − Realisasi) ÷ Target × 100%",
    ranah="target lebih dari nol; hasil negatif bila realisasi lebih dari dua kali target",
    sumber="LKjIP Kabupaten Maluku Tengah 2021; Permenpan RB 6/2022",
    hitung=lebih_rendah_a,
    pola="(2 × {1} − {0}) ÷ {1} × 100%",
)
F3: Final = Rumus(
    kode="F3",
    nama="Semakin rendah semakin baik, cara B",
    bunyi="Capaian = Target ÷ Realisasi × 100%",
    ranah="target dan realisasi lebih dari nol",
    sumber="Aplikasi e-SAKIP beberapa pemerintah daerah",
    hitung=lebih_rendah_b,
    pola="{1} ÷ {0} × 100%",
)
F6: Final = Rumus(
    kode="F6",
    nama="Skala predikat",
    bunyi="Capaian = Skor predikat realisasi ÷ Skor predikat target × 100%",
    ranah="kedua predikat ada pada skalanya; tidak pernah dijumlahkan antartriwulan",
    sumber="Aplikasi e-SAKIP beberapa pemerintah daerah; skala dicetak di bawah tabel",
    hitung=lebih_tinggi,
    pola="{0} ÷ {1} × 100%",
)
F7: Final = Rumus(
    kode="F7",
    nama="Target rentang",
    bunyi=(
        "Capaian = 100% di dalam rentang; di atasnya Realisasi ÷ Batas atas × 100%, "
        "di bawahnya Realisasi ÷ Batas bawah × 100%"
    ),
    ranah="batas yang dilampaui lebih dari nol",
    sumber="Permenpan RB 6/2022",
    hitung=dalam_rentang,
    pola="{0} ÷ {1} × 100%",
)
F4: Final = Rumus(
    kode="F4",
    nama="Jumlah kumulatif",
    bunyi="Capaian = Jumlah realisasi ÷ Jumlah target × 100%, keduanya dari triwulan yang terisi",
    ranah="jumlah target lebih dari nol; tidak untuk rasio dan predikat",
    sumber="Aplikasi e-SAKIP beberapa pemerintah daerah",
    hitung=lebih_tinggi,
    pola="{0} ÷ {1} × 100%",
    akumulasi=JUMLAH,
)
F5: Final = Rumus(
    kode="F5",
    nama="Nilai terakhir",
    bunyi=(
        "Capaian = Realisasi triwulan terakhir yang terisi ÷ Target triwulan itu × 100%; "
        "triwulan kosong di antaranya tidak menghalangi"
    ),
    ranah="target triwulan itu lebih dari nol",
    sumber="Aplikasi e-SAKIP beberapa pemerintah daerah",
    hitung=lebih_tinggi,
    pola="{0} ÷ {1} × 100%",
    akumulasi=NILAI_AKHIR,
)

CAPAIAN: Final[Mapping[KodeRumus, Rumus]] = MappingProxyType(
    {"F1": F1, "F2": F2, "F3": F3, "F6": F6, "F7": F7}
)

TANPA_JUMLAH: Final = frozenset({"F6", "F7"})
"""Predicates and ranges are states: they are never added up nor averaged."""


def _over_quarters(rumus: Rumus, cara: CaraHitung) -> Rumus:
    known = {("F1", "jumlah"): F4, ("F1", "nilai_akhir"): F5}
    if (rumus.kode, cara) in known:
        return known[rumus.kode, cara]
    how = AKUMULASI[cara]
    return replace(
        rumus,
        kode=f"{rumus.kode}-{cara.replace('_', '-')}",
        nama=f"{rumus.nama}, {how.bunyi}",
        bunyi=f"{rumus.bunyi}; realisasi dan target {how.bunyi}",
        akumulasi=how,
    )


KUMULATIF: Final[Mapping[tuple[KodeRumus, CaraHitung], Rumus]] = MappingProxyType(
    {
        (kode, cara): _over_quarters(rumus, cara)
        for kode, rumus in CAPAIAN.items()
        for cara in AKUMULASI
        if kode not in TANPA_JUMLAH or cara == "nilai_akhir"
    }
)
"""The same formulas over several quarters."""


def _positive(nilai: Fraction, nama: str) -> Fraction:
    if nilai == 0:
        raise DiLuarRanah(f"{nama} nol tidak dapat menjadi pembagi")
    if nilai < 0:
        raise DiLuarRanah(f"{nama} negatif tidak dapat menjadi pembagi")
    return nilai
