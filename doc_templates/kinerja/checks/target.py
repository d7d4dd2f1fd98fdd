"""Targets of the agreement: present, the plan's own or signed for, and broken into quarters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doc_templates.findings import Level
from doc_templates.kinerja import codes
from doc_templates.kinerja.checks.letak import sebut, sebut_awal
from doc_templates.kinerja.checks.nilai import berbeda, check_nilai
from doc_templates.kinerja.hitung import capaian
from doc_templates.kinerja.hitung.banding import target_renstra
from doc_templates.kinerja.hitung.triwulan import TRIWULAN, nama_triwulan, nama_versi
from doc_templates.kinerja.nilai import Angka, Ketiadaan, Tiada
from doc_templates.kinerja.pembulatan import desimal_of
from doc_templates.kinerja.tabel.sel_indikator import CARA_HITUNG

if TYPE_CHECKING:
    from doc_templates.findings import Finding
    from doc_templates.kinerja.checks.letak import Letak
    from doc_templates.kinerja.index import Versi
    from doc_templates.kinerja.jalan import TempatIndikator
    from doc_templates.kinerja.model import TargetIndikator


def check_target(letak: Letak, versi: Versi) -> list[Finding]:
    """The yearly targets of a version."""
    rows, index, found = letak.target(versi), letak.index, []
    for place in letak.indikator:
        where, row = rows.get(place.kunci, (f"perjanjian[{versi.nomor}].target", None))
        value = capaian.target_tahun(index, place.kunci, versi)
        label = f"Target {place.kunci} pada perjanjian {nama_versi(versi.isi)}"
        found += check_nilai(value, f"{where}.tahunan", label)
        if isinstance(value, Tiada) and value.sebab is not Ketiadaan.TIDAK_BERLAKU:
            sentence = (
                f"{sebut_awal(place.indikator)} belum bertarget pada perjanjian "
                f"{nama_versi(versi.isi)}; isilah target tahun {index.data.tahun}."
            )
            level = None if value.kosong else Level.WARNING
            found.append(codes.TARGET_ABSENT.at(where, sentence, level=level))
        planned = target_renstra(index, place.kunci, index.data.tahun)
        if row is not None and berbeda(value, planned):
            found += _check_reason(place, row, where, (value.teks, planned.teks))
    return found


def check_target_triwulan(letak: Letak, versi: Versi) -> list[Finding]:
    """The milestones of a version: each quarter, and together the year."""
    rows, found = letak.target(versi), []
    for place in letak.indikator:
        if place.kunci in rows:
            where, row = rows[place.kunci]
            found += _check_milestones(letak, versi, place, (where, row))
    return found


def _check_reason(
    place: TempatIndikator, row: TargetIndikator, where: str, values: tuple[str, str]
) -> list[Finding]:
    """A target beside the plan needs a reason, and someone who signed for it."""
    reason, (promised, planned) = row.alasan_beda, values
    head = f"Target {sebut(place.indikator)} {promised} berbeda dari Renstra {planned}"
    if reason is None or not reason.uraian.strip():
        sentence = f"{head}; samakan, atau tulislah alasan yang disetujui."
        return [codes.TARGET_DIFFERS.at(f"{where}.tahunan", sentence, planned)]
    if not reason.disetujui_oleh.strip():
        sentence = f"{head} dengan alasan, tetapi belum disebut siapa yang menyetujui; isilah."
        return [codes.TARGET_DIFFERS.at(f"{where}.alasan_beda.disetujui_oleh", sentence)]
    if not (reason.tanggal or "").strip():
        sentence = f"{head} dengan persetujuan yang belum bertanggal; isilah tanggalnya."
        place_of_date = f"{where}.alasan_beda.tanggal"
        return [codes.TARGET_DIFFERS.at(place_of_date, sentence, level=Level.WARNING)]
    return []


def _check_milestones(
    letak: Letak, versi: Versi, place: TempatIndikator, row: tuple[str, TargetIndikator]
) -> list[Finding]:
    index, (where, _) = letak.index, row
    values = {ke: capaian.target_triwulan(index, place.kunci, versi, ke) for ke in TRIWULAN}
    found = [
        finding
        for ke, each in values.items()
        for finding in check_nilai(
            each, f"{where}.triwulan[{ke - 1}]", f"Target {nama_triwulan(ke)} {place.kunci}"
        )
    ]
    year = capaian.target_tahun(index, place.kunci, versi)
    blank = [ke for ke, each in values.items() if isinstance(each, Tiada) and each.kosong]
    if blank and not isinstance(year, Tiada):
        quarters = ", ".join(map(nama_triwulan, blank))
        sentence = (
            f"{sebut_awal(place.indikator)} belum mempunyai target {quarters}; isilah, atau "
            "tulislah “tidak berlaku”."
        )
        found.append(codes.MILESTONE_ABSENT.at(f"{where}.triwulan", sentence))
        return found
    together = capaian.target_sampai(index, place.kunci, versi, max(TRIWULAN)).nilai
    is_mean = place.indikator.cara_hitung == "rata_rata"
    digit = desimal_of(year.nilai) if is_mean and isinstance(year, Angka) else None
    if berbeda(together, year, digit=digit):
        way = CARA_HITUNG[place.indikator.cara_hitung].lower()
        sentence = (
            f"Target triwulan {sebut(place.indikator)} menurut cara hitung {way} menjadi "
            f"{together.teks}, sedangkan target tahunannya {year.teks}; samakan keduanya."
        )
        found.append(codes.MILESTONE_YEAR.at(f"{where}.triwulan", sentence))
    return found
