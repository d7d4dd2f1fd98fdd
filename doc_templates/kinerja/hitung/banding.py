"""An indicator beside other years, the end of the plan, and what others reached."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doc_templates.kinerja.hitung.capaian import (
    Kumpulan,
    baca_realisasi,
    baca_target,
    bandingkan,
    capaian_tahun,
    realisasi_sampai,
    target_tahun,
)
from doc_templates.kinerja.hitung.jumlah import jumlahkan
from doc_templates.kinerja.hitung.triwulan import versi_untuk
from doc_templates.kinerja.nilai import KOSONG, Angka, Ketiadaan, Predikat, TakTerbaca, Tiada
from doc_templates.kinerja.pembulatan import desimal_of
from doc_templates.kinerja.rumus import PERTUMBUHAN, SELISIH, Hasil, Suku, terapkan

if TYPE_CHECKING:
    from doc_templates.kinerja.index import Index
    from doc_templates.kinerja.model import Pembanding
    from doc_templates.kinerja.nilai import Nilai
    from doc_templates.kinerja.rumus import Rumus


def realisasi_of(index: Index, kunci: str, tahun: int) -> Nilai:
    """What a year reached: this year from its quarters, earlier years as recorded."""
    if tahun == index.data.tahun:
        return realisasi_sampai(index, kunci).nilai
    row = index.tahun_lalu.get(kunci, {}).get(tahun)
    indicator = index.indikator[kunci].indikator
    return baca_realisasi(index, indicator, row.realisasi) if row else KOSONG


def target_of(index: Index, kunci: str, tahun: int) -> Nilai:
    """What a year promised: this year by the agreement in force at its end."""
    if tahun == index.data.tahun:
        return target_tahun(index, kunci, versi_untuk(index, 4))
    row = index.tahun_lalu.get(kunci, {}).get(tahun)
    indicator = index.indikator[kunci].indikator
    return baca_target(index, indicator, row.target) if row else KOSONG


def capaian_of(index: Index, kunci: str, tahun: int) -> Hasil:
    """A year's achievement, all years by the same formula."""
    if tahun == index.data.tahun:
        return capaian_tahun(index, kunci, versi_untuk(index, 4))
    indicator = index.indikator[kunci].indikator
    names = (f"realisasi {tahun}", f"target {tahun}")
    return bandingkan(
        index,
        indicator,
        realisasi_of(index, kunci, tahun),
        target_of(index, kunci, tahun),
        names=names,
    )


def perubahan(index: Index, kunci: str, tahun: int) -> Hasil:
    """How much a year lies above the year before it, in the indicator's unit or in scores."""
    return _two(index, SELISIH, kunci, tahun)


def pertumbuhan(index: Index, kunci: str, tahun: int) -> Hasil:
    """The same in per cent of the year before."""
    return _two(index, PERTUMBUHAN, kunci, tahun)


def target_renstra(index: Index, kunci: str, tahun: int) -> Nilai:
    """The plan's target of a year."""
    indicator = index.indikator[kunci].indikator
    written = (each.target for each in indicator.target_renstra if each.tahun == tahun)
    return baca_target(index, indicator, next(written, None))


def target_akhir(index: Index, kunci: str) -> Nilai:
    """The target for the end of the plan."""
    indicator = index.indikator[kunci].indikator
    return baca_target(index, indicator, indicator.target_akhir)


def realisasi_renstra(index: Index, kunci: str) -> Kumpulan:
    """What counts towards the end of the plan: this year's value, or the sum since its start."""
    this_year, now = realisasi_of(index, kunci, index.data.tahun), index.data.tahun
    adds_up = index.indikator[kunci].indikator.cara_hitung_renstra == "jumlah"
    if not adds_up or not isinstance(this_year, Angka):
        return Kumpulan(this_year, (now,), ())
    earlier = {
        year: realisasi_of(index, kunci, year) for year in range(index.data.renstra.tahun_awal, now)
    }
    filled = {year: each for year, each in earlier.items() if isinstance(each, Angka)}
    return Kumpulan(
        jumlahkan([*filled.values(), this_year]),
        (*filled, now),
        tuple(year for year in earlier if year not in filled),
    )


def kemajuan(index: Index, kunci: str) -> Hasil:
    """Progress towards the end of the plan, by the indicator's own formula."""
    return bandingkan(
        index,
        index.indikator[kunci].indikator,
        realisasi_renstra(index, kunci).nilai,
        target_akhir(index, kunci),
        names=("realisasi", "target akhir Renstra"),
    )


def nilai_pembanding(index: Index, kunci: str, pembanding: Pembanding) -> Nilai:
    """What others reached, read by the same indicator."""
    return baca_realisasi(index, index.indikator[kunci].indikator, pembanding.nilai)


def selisih_pembanding(index: Index, kunci: str, pembanding: Pembanding) -> Hasil:
    """How much this year's value lies above that of others."""
    here = realisasi_of(index, kunci, index.data.tahun)
    there = nilai_pembanding(index, kunci, pembanding)
    return _apply(index, SELISIH, here, there, ("realisasi", "pembanding"))


def _two(index: Index, rumus: Rumus, kunci: str, tahun: int) -> Hasil:
    now, before = (realisasi_of(index, kunci, each) for each in (tahun, tahun - 1))
    return _apply(index, rumus, now, before, (f"realisasi {tahun}", f"realisasi {tahun - 1}"))


def _apply(index: Index, rumus: Rumus, now: Nilai, before: Nilai, names: tuple[str, str]) -> Hasil:
    digit = index.data.kebijakan.digit
    operands = []
    for each, name in zip((now, before), names, strict=True):
        if isinstance(each, Angka):
            operands.append((Suku(each.nilai),))
        elif isinstance(each, Predikat) and rumus is PERTUMBUHAN:
            reason = "predikat tidak bertumbuh dalam persen"
            return Hasil(rumus, (), digit, kata=Ketiadaan.TIDAK_BERLAKU.value, alasan=reason)
        elif isinstance(each, Predikat):
            operands.append((Suku(each.skor, each.sebutan),))
        elif isinstance(each, TakTerbaca):
            return Hasil(rumus, (), digit, alasan=f"{name} “{each.teks}” tidak terbaca")
        else:
            return Hasil(rumus, (), digit, kata=_word(each), alasan=f"{name} {_word(each)}")
    if rumus is SELISIH:
        digit = max(desimal_of(each.nilai) for (each,) in operands)
    return terapkan(rumus, *operands, digit=digit)


def _word(nilai: Nilai) -> str:
    return nilai.sebab.value if isinstance(nilai, Tiada) else nilai.teks
