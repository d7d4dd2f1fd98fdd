"""An indicator's year: its targets, its realisations, and the achievement that follows."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from doc_templates.kinerja.baca import baca_angka, baca_predikat, baca_rentang
from doc_templates.kinerja.hitung.jumlah import jumlahkan, tanpa_angka
from doc_templates.kinerja.hitung.triwulan import TRIWULAN, nama_triwulan
from doc_templates.kinerja.nilai import (
    KOSONG,
    Angka,
    Ketiadaan,
    Predikat,
    Rentang,
    TakTerbaca,
    Tiada,
)
from doc_templates.kinerja.pembulatan import bulatkan, cetak
from doc_templates.kinerja.rumus import (
    CAPAIAN,
    KUMULATIF,
    TAK_TERHITUNG,
    Hasil,
    Rumus,
    Suku,
    acuan_rentang,
    terapkan,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from doc_templates.kinerja.index import Index, Versi
    from doc_templates.kinerja.model import Indikator
    from doc_templates.kinerja.nilai import Nilai


@dataclass(frozen=True, slots=True)
class Kumpulan:
    """Several quarters as one value."""

    nilai: Nilai
    dari: tuple[int, ...]
    """Quarters that went in."""
    kosong: tuple[int, ...]
    """Quarters that should have, but hold no number."""


def baca_realisasi(index: Index, indikator: Indikator, tertulis: Decimal | str | None) -> Nilai:
    """A realised value, read by its indicator."""
    if indikator.rumus != "F6":
        return baca_angka(tertulis, satuan=indikator.satuan, desimal=indikator.desimal)
    scale = index.skala.get(indikator.skala)
    if scale is not None:
        return baca_predikat(tertulis, skala=scale)
    read = baca_angka(tertulis, satuan=indikator.satuan, desimal=indikator.desimal)
    return read if isinstance(read, Tiada) else TakTerbaca(read.teks, "skala")


def baca_target(index: Index, indikator: Indikator, tertulis: Decimal | str | None) -> Nilai:
    """A target, read by its indicator; only F7 has ranges."""
    if indikator.rumus == "F7":
        return baca_rentang(tertulis, satuan=indikator.satuan, desimal=indikator.desimal)
    return baca_realisasi(index, indikator, tertulis)


def target_tahun(index: Index, kunci: str, versi: Versi | None) -> Nilai:
    """The year's target in a version."""
    row = versi.target.get(kunci) if versi else None
    return baca_target(index, _of(index, kunci), row.tahunan) if row else KOSONG


def target_triwulan(index: Index, kunci: str, versi: Versi | None, ke: int) -> Nilai:
    """A quarter's target in a version."""
    row = versi.target.get(kunci) if versi else None
    return baca_target(index, _of(index, kunci), row.triwulan[ke - 1]) if row else KOSONG


def realisasi_triwulan(index: Index, kunci: str, ke: int) -> Nilai:
    """What a quarter reached by itself."""
    row = index.realisasi.get(kunci, {}).get(ke)
    return baca_realisasi(index, _of(index, kunci), row.nilai) if row else KOSONG


def realisasi_sampai(index: Index, kunci: str, ke: int = 4) -> Kumpulan:
    """The quarters up to one, taken together as the indicator says; with 4, the year's value."""
    values = [realisasi_triwulan(index, kunci, each) for each in TRIWULAN[:ke]]
    return _together(index, _of(index, kunci), values)


def target_sampai(index: Index, kunci: str, versi: Versi | None, ke: int) -> Kumpulan:
    """The milestones up to a quarter, taken together."""
    values = [target_triwulan(index, kunci, versi, each) for each in TRIWULAN[:ke]]
    return _together(index, _of(index, kunci), values)


def capaian_triwulan(index: Index, kunci: str, versi: Versi | None, ke: int) -> Hasil:
    """A quarter against its own milestone."""
    return bandingkan(
        index,
        _of(index, kunci),
        realisasi_triwulan(index, kunci, ke),
        target_triwulan(index, kunci, versi, ke),
        names=(f"realisasi {nama_triwulan(ke)}", f"target {nama_triwulan(ke)}"),
    )


def capaian_sampai(index: Index, kunci: str, versi: Versi | None, ke: int) -> Hasil:
    """The quarters up to one against the milestones of the same quarters (F4, F5 and kin)."""
    indicator = _of(index, kunci)
    pairs = [
        (realisasi_triwulan(index, kunci, each), target_triwulan(index, kunci, versi, each))
        for each in TRIWULAN[:ke]
    ]
    filled = [pair for pair in pairs if all(isinstance(each, _NUMERIC) for each in pair)]
    how = indicator.cara_hitung if indicator.rumus not in {"F6", "F7"} else "nilai_akhir"
    rumus = KUMULATIF[indicator.rumus, how]
    if not filled:
        reached = _together(index, indicator, [each for each, _ in pairs])
        aimed = _together(index, indicator, [each for _, each in pairs])
        names = (f"realisasi s.d. {nama_triwulan(ke)}", f"target s.d. {nama_triwulan(ke)}")
        return _without(index, rumus, reached.nilai, aimed.nilai, names)
    terms = [_terms(*pair) for pair in filled]
    return terapkan(
        rumus,
        tuple(each for each, _ in terms),
        tuple(each for _, each in terms),
        digit=index.data.kebijakan.digit,
        batas=index.data.kebijakan.batas,
    )


def capaian_tahun(index: Index, kunci: str, versi: Versi | None, ke: int = 4) -> Hasil:
    """What was reached up to a quarter against the target of the whole year."""
    label = f"realisasi s.d. {nama_triwulan(ke)}"
    return bandingkan(
        index,
        _of(index, kunci),
        realisasi_sampai(index, kunci, ke).nilai,
        target_tahun(index, kunci, versi),
        names=(label, "target tahunan"),
    )


def predikat(index: Index, hasil: Hasil) -> str:
    """The class of an achievement, or the word of its absence."""
    return hasil.kata if hasil.nilai is None else index.kelas.predikat(hasil.nilai)


def bandingkan(
    index: Index,
    indikator: Indikator,
    realisasi: Nilai,
    target: Nilai,
    *,
    names: tuple[str, str] = ("realisasi", "target"),
) -> Hasil:
    """One realised value against one target, by the indicator's formula and the policy."""
    rumus = CAPAIAN[indikator.rumus]
    if not isinstance(realisasi, _NUMERIC) or not isinstance(target, _NUMERIC):
        return _without(index, rumus, realisasi, target, names)
    reached, aimed = _terms(realisasi, target)
    policy = index.data.kebijakan
    return terapkan(rumus, (reached,), (aimed,), digit=policy.digit, batas=policy.batas)


_NUMERIC = (Angka, Predikat, Rentang)


def _of(index: Index, kunci: str) -> Indikator:
    return index.indikator[kunci].indikator


def _terms(realisasi: Nilai, target: Nilai) -> tuple[Suku, Suku]:
    reached = _term(realisasi)
    if not isinstance(target, Rentang):
        return reached, _term(target)
    bound = acuan_rentang(reached.nilai, target.bawah, target.atas)
    label = f"rentang {cetak(target.bawah)}–{cetak(target.atas)}"
    return reached, Suku(bound, label)


def _term(nilai: Nilai) -> Suku:
    if isinstance(nilai, Predikat):
        return Suku(nilai.skor, nilai.sebutan)
    assert isinstance(nilai, Angka)  # noqa: S101 - a realisation is never a range
    return Suku(nilai.nilai)


def _without(
    index: Index, rumus: Rumus, realisasi: Nilai, target: Nilai, names: tuple[str, str]
) -> Hasil:
    """No achievement: the realisation's own word where it is absent, else why not."""
    digit = index.data.kebijakan.digit
    for value, name in zip((realisasi, target), names, strict=True):
        if isinstance(value, TakTerbaca):
            return Hasil(rumus, (), digit, alasan=f"{name} “{value.teks}” tidak terbaca")
    if isinstance(realisasi, Tiada):
        word = realisasi.sebab.value
        return Hasil(rumus, (), digit, kata=word, alasan=f"{names[0]} {word}")
    if not isinstance(target, Tiada):
        reason = f"{names[0]} dan {names[1]} tidak terisi pada triwulan yang sama"
        return Hasil(rumus, (), digit, alasan=reason)
    absent = target.sebab is Ketiadaan.TIDAK_BERLAKU
    return Hasil(
        rumus,
        (),
        digit,
        kata=target.sebab.value if absent else TAK_TERHITUNG,
        alasan=f"{names[1]} {target.sebab.value}",
    )


def _together(index: Index, indikator: Indikator, values: Sequence[Nilai]) -> Kumpulan:
    filled = {at: each for at, each in enumerate(values, 1) if isinstance(each, _NUMERIC)}
    missing = tuple(
        at
        for at, each in enumerate(values, 1)
        if at not in filled
        and not (isinstance(each, Tiada) and each.sebab is Ketiadaan.TIDAK_BERLAKU)
    )
    if not filled:
        return Kumpulan(tanpa_angka(values), (), missing)
    numbers = [each for each in filled.values() if isinstance(each, Angka)]
    if indikator.cara_hitung == "nilai_akhir" or len(numbers) < len(filled):
        return Kumpulan(filled[max(filled)], tuple(filled), missing)
    total = jumlahkan(numbers)
    if indikator.cara_hitung == "jumlah" or len(numbers) == 1 or not isinstance(total, Angka):
        return Kumpulan(total, tuple(filled), missing)
    digit = indikator.desimal if indikator.desimal is not None else index.data.kebijakan.digit
    mean = bulatkan(Fraction(total.nilai) / len(numbers), digit)
    return Kumpulan(Angka(mean, cetak(mean)), tuple(filled), missing)
