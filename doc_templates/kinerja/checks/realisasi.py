"""Realisations of a quarter: readable, filled, explained, and plausible."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from doc_templates.kinerja import codes
from doc_templates.kinerja.checks.letak import kosong_di, sebut, sebut_awal
from doc_templates.kinerja.checks.nilai import check_nilai
from doc_templates.kinerja.hitung import capaian
from doc_templates.kinerja.hitung.triwulan import TRIWULAN, nama_triwulan, versi_untuk
from doc_templates.kinerja.nilai import Angka, Ketiadaan, Predikat, Tiada
from doc_templates.kinerja.pembulatan import cetak

if TYPE_CHECKING:
    from doc_templates.findings import Finding
    from doc_templates.kinerja.checks.letak import Letak
    from doc_templates.kinerja.index import Versi
    from doc_templates.kinerja.jalan import TempatIndikator
    from doc_templates.kinerja.model import RealisasiTriwulan
    from doc_templates.kinerja.nilai import Nilai

PENUH: Final = 100
"""Per cent; below it a cause is owed."""
TINGGI: Final = 150
"""Per cent; above it an achievement without a bound distorts every mean."""
_TIGA: Final = 3
_SEPERLIMA: Final = 5
_SEBAB: Final = {"penghambat": "faktor penghambat", "tindak_lanjut": "tindak lanjut"}


def check_bacaan(letak: Letak, ke: int) -> list[Finding]:
    """Values of the quarters up to one that have no single reading."""
    rows, found = letak.realisasi(), []
    for place in letak.indikator:
        for each in TRIWULAN[:ke]:
            if (place.kunci, each) in rows:
                where, _ = rows[place.kunci, each]
                value = capaian.realisasi_triwulan(letak.index, place.kunci, each)
                label = f"Realisasi {nama_triwulan(each)} {place.kunci}"
                found += check_nilai(value, f"{where}.nilai", label)
    return found


def check_realisasi(letak: Letak, ke: int) -> list[Finding]:
    """What a quarter's values still need."""
    rows, versi = letak.realisasi(), versi_untuk(letak.index, ke)
    return [
        finding
        for place in letak.indikator
        for finding in _check_quarter(letak, versi, place, (ke, rows.get((place.kunci, ke))))
    ]


def check_berjalan(letak: Letak) -> list[Finding]:
    """Quarters that grow like running totals, though they are going to be added up."""
    rows, versi, found = letak.realisasi(), versi_untuk(letak.index, max(TRIWULAN)), []
    for place in letak.indikator:
        if place.indikator.cara_hitung != "jumlah":
            continue
        values = [capaian.realisasi_triwulan(letak.index, place.kunci, ke) for ke in TRIWULAN]
        numbers = [each.nilai for each in values if isinstance(each, Angka)]
        target = capaian.target_tahun(letak.index, place.kunci, versi)
        rising = all(a < b for a, b in pairwise(numbers))
        if len(numbers) < _TIGA or not rising or not isinstance(target, Angka):
            continue
        if abs(numbers[-1] - target.nilai) * _SEPERLIMA <= target.nilai:
            where, _ = rows.get((place.kunci, 1), (place.where, None))
            sentence = (
                f"Nilai triwulan {sebut(place.indikator)} terus naik sampai mendekati target "
                "tahunan, padahal akan dijumlahkan; isilah nilai triwulan itu saja, bukan "
                "jumlah berjalan."
            )
            found.append(codes.RUNNING_TOTAL.at(where, sentence))
    return found


def _check_quarter(
    letak: Letak,
    versi: Versi | None,
    place: TempatIndikator,
    quarter: tuple[int, tuple[str, RealisasiTriwulan] | None],
) -> list[Finding]:
    index, (ke, row) = letak.index, quarter
    where, told = row or ("realisasi", None)
    value = capaian.realisasi_triwulan(index, place.kunci, ke)
    target = capaian.target_triwulan(index, place.kunci, versi, ke)
    if isinstance(value, Tiada):
        return _absent(place, where, ke, (value, target))
    if told is None or not isinstance(value, Angka | Predikat):
        return []
    found = []
    if not told.bukti:
        sentence = (
            f"Realisasi {nama_triwulan(ke)} {sebut(place.indikator)} belum disertai bukti; "
            "sebutlah kode buktinya."
        )
        found.append(codes.EVIDENCE_ABSENT.at(f"{where}.bukti", sentence))
    return [
        *found,
        *_check_target(place, where, ke, (target, told)),
        *_check_achievement(letak, versi, place, (ke, where, told)),
    ]


def _absent(
    place: TempatIndikator, where: str, ke: int, values: tuple[Tiada, Nilai]
) -> list[Finding]:
    """A blank is owed unless the milestone says that the quarter does not apply."""
    value, target = values
    excused = isinstance(target, Tiada) and target.sebab is Ketiadaan.TIDAK_BERLAKU
    if excused or not value.kosong:
        return []
    sentence = (
        f"Realisasi {nama_triwulan(ke)} {sebut(place.indikator)} belum diisi; isilah, atau "
        "tulislah “belum tersedia” atau “tidak berlaku”."
    )
    return [codes.REALISASI_ABSENT.at(where, sentence)]


def _check_target(
    place: TempatIndikator, where: str, ke: int, told: tuple[Nilai, RealisasiTriwulan]
) -> list[Finding]:
    target, row = told
    head = f"{sebut_awal(place.indikator)} terealisasi pada {nama_triwulan(ke)}"
    if isinstance(target, Tiada):
        sentence = f"{head}, tetapi target triwulannya {target.sebab.value}; isilah targetnya."
        return [codes.MILESTONE_NONE.at(f"{where}.nilai", sentence)]
    if isinstance(target, Angka) and target.nilai == 0 and not row.catatan.strip():
        sentence = (
            f"{head}, tetapi target triwulannya nol sehingga capaian tidak dapat dihitung; "
            "tulislah sebabnya pada catatan."
        )
        return [codes.MILESTONE_NONE.at(f"{where}.catatan", sentence)]
    return []


def _check_achievement(
    letak: Letak,
    versi: Versi | None,
    place: TempatIndikator,
    quarter: tuple[int, str, RealisasiTriwulan],
) -> list[Finding]:
    ke, where, row = quarter
    result = capaian.capaian_triwulan(letak.index, place.kunci, versi, ke)
    if result.nilai is None or result.mentah is None:
        return []
    head = f"Capaian {nama_triwulan(ke)} {sebut(place.indikator)}"
    if result.mentah != result.nilai:
        sentence = (
            f"{head} {cetak(result.mentah, result.digit)} persen dicetak {result.teks} persen "
            "menurut batas kebijakan; pastikan targetnya wajar."
        )
        return [codes.ACHIEVEMENT_BOUND.at(f"{where}.nilai", sentence)]
    if result.nilai > TINGGI:
        sentence = (
            f"{head} {result.teks} persen tanpa batas dan mengangkat rata-rata; pastikan "
            "targetnya wajar, atau tetapkanlah batas capaian."
        )
        return [codes.ACHIEVEMENT_HIGH.at(f"{where}.nilai", sentence)]
    blank = [
        _SEBAB[name]
        for name in kosong_di(penghambat=row.penghambat, tindak_lanjut=row.tindak_lanjut)
    ]
    if result.nilai >= PENUH or not blank:
        return []
    sentence = (
        f"{head} {result.teks} persen, di bawah 100 persen, tetapi {' dan '.join(blank)} belum "
        "ditulis; lengkapilah."
    )
    return [codes.CAUSE_ABSENT.at(where, sentence)]
