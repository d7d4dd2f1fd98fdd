"""Tables that only the annual report has: the plan's five years, staff, equipment, officials."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from doc_templates.kinerja.baca import baca_uang
from doc_templates.kinerja.hitung.capaian import baca_realisasi
from doc_templates.kinerja.hitung.triwulan import nama_versi
from doc_templates.kinerja.pejabat import pejabat_pada
from doc_templates.kinerja.tabel import Baris, Kolom, Sel, Tabel, sel
from doc_templates.laporan_tahunan.kalimat import cetak_bulat

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doc_templates.kinerja.model import Pegawai
    from doc_templates.laporan_tahunan.bahan import Bahan

_TANPA_KONDISI: Final = "tidak dicatat"


def tabel_lima_tahun(bahan: Bahan) -> Tabel:
    """Tujuan, sasaran, indikator with the base, each year's target, and the end target."""
    plan = bahan.data.renstra
    years = range(plan.tahun_awal, plan.tahun_akhir + 1)
    kolom = (
        sel.NOMOR,
        Kolom("tujuan", "Tujuan", lebar=22, gabung=True),
        Kolom("sasaran", "Sasaran", lebar=24, gabung=True),
        Kolom("indikator", "Indikator Kinerja", lebar=28),
        Kolom("satuan", "Satuan", "tengah", 9),
        Kolom("awal", "Kondisi Awal", "tengah", 9),
        *(Kolom(f"t{year}", str(year), "tengah", 9, kelompok="Target") for year in years),
        Kolom("akhir", "Target Akhir", "tengah", 9),
    )
    rows = []
    for each in bahan.capaian:
        measure, place, cells = each.sel.indikator, each.baris.sasaran, each.sel
        base = baca_realisasi(bahan.index, measure, measure.kondisi_awal)
        rows.append(
            Baris(
                (
                    sel.teks(each.baris.nomor),
                    sel.teks(place.tujuan.uraian),
                    sel.teks(place.sasaran.uraian, place.kunci, "uraian"),
                    cells.uraian(),
                    cells.satuan(),
                    sel.nilai(base, cells.kunci, "kondisi_awal"),
                    *(cells.target_renstra(year) for year in years),
                    cells.target_akhir(),
                ),
                kelompok=place.kunci,
            )
        )
    title = f"Tujuan, Sasaran, Indikator, dan Target Renstra {years[0]}–{years[-1]}"
    missing = "Belum ada sasaran dan indikator."
    return Tabel("R-1", title, kolom, tuple(rows), kosong=missing, mendatar=True)


def tabel_pegawai(bahan: Bahan) -> Tabel:
    """Staff by group, men and women, with the sum of each group."""
    kolom = (
        Kolom("kelompok", "Kelompok", lebar=26, gabung=True),
        Kolom("rincian", "Rincian", lebar=34),
        Kolom("l", "Laki-laki", "tengah", 12),
        Kolom("p", "Perempuan", "tengah", 12),
        Kolom("jumlah", "Jumlah", "tengah", 12),
    )
    rows: list[Baris] = []
    for group, members in groupby(bahan.narasi.pegawai, key=lambda each: each.kelompok):
        staff = list(members)
        rows += _staff(group, staff)
        men = sum(each.laki_laki for each in staff)
        women = sum(each.perempuan for each in staff)
        sums = dict(zip(("l", "p", "jumlah"), _counts(men, women), strict=True))
        rows.append(sel.jumlah(f"Jumlah {group.lower()}", sums, kolom))
    title = f"Pegawai {bahan.kantor} Tahun {bahan.tahun}"
    return Tabel("U-2", title, kolom, tuple(rows), kosong="Data pegawai belum tersedia.")


def _staff(group: str, staff: list[Pegawai]) -> Iterator[Baris]:
    for each in staff:
        counts = _counts(each.laki_laki, each.perempuan)
        yield Baris((sel.teks(group), sel.teks(each.rincian), *counts), kelompok=group)


def _counts(men: int, women: int) -> tuple[Sel, Sel, Sel]:
    return Sel(cetak_bulat(men)), Sel(cetak_bulat(women)), Sel(cetak_bulat(men + women))


def tabel_sarana(bahan: Bahan) -> Tabel:
    """Equipment and rooms."""
    kolom = (
        sel.NOMOR,
        Kolom("uraian", "Sarana dan Prasarana", lebar=44),
        Kolom("jumlah", "Jumlah", "tengah", 12),
        Kolom("satuan", "Satuan", "tengah", 14),
        Kolom("kondisi", "Kondisi", lebar=26),
    )
    rows = tuple(
        Baris(
            (
                Sel(str(number)),
                sel.teks(each.uraian),
                Sel(cetak_bulat(each.jumlah)),
                sel.teks(each.satuan),
                Sel(each.kondisi if each.kondisi.strip() else _TANPA_KONDISI),
            )
        )
        for number, each in enumerate(bahan.narasi.sarana, 1)
    )
    title = f"Sarana dan Prasarana {bahan.kantor} Tahun {bahan.tahun}"
    return Tabel("U-3", title, kolom, rows, kosong="Data sarana dan prasarana belum tersedia.")


def tabel_unit(bahan: Bahan) -> Tabel:
    """The units, and who heads them on the day of the report."""
    kolom = (
        sel.NOMOR,
        Kolom("unit", "Unit Kerja", lebar=34),
        Kolom("jabatan", "Jabatan Pimpinan", lebar=40),
        Kolom("nama", "Nama", lebar=26),
    )
    rows = []
    units = [each for each in bahan.data.unit if each.tingkat != "kepala_daerah"]
    for number, each in enumerate(units, 1):
        who = pejabat_pada(bahan.data, each.kode, bahan.model.tanggal_naskah)
        rows.append(
            Baris(
                (
                    Sel(str(number)),
                    sel.teks(each.nama, each.kode, "nama"),
                    sel.teks(who.sebutan if who else "", each.kode, "pejabat.jabatan"),
                    sel.teks(who.nama if who else "", each.kode, "pejabat.nama"),
                )
            )
        )
    title = f"Unit Kerja {bahan.kantor}"
    return Tabel("U-1", title, kolom, tuple(rows), kosong="Susunan unit belum tersedia.")


def tabel_versi(bahan: Bahan) -> Tabel:
    """The versions of the year's agreement with the budget documents on which they rest."""
    kolom = (
        Kolom("versi", "Perjanjian Kinerja", lebar=18),
        Kolom("tanggal", "Tanggal", "tengah", 16),
        Kolom("dpa", "Dokumen Pelaksanaan Anggaran", lebar=36),
        Kolom("tanggal_dpa", "Tanggal Dokumen", "tengah", 16),
        Kolom("jumlah", "Jumlah Anggaran (Rp)", "kanan", 20),
    )
    rows = tuple(
        Baris(
            (
                Sel(nama_versi(each.isi)),
                sel.teks(each.isi.tanggal, "", f"tanggal@{each.isi.ke}"),
                sel.teks(each.isi.dpa.nomor, "", f"dpa.nomor@{each.isi.ke}"),
                sel.teks(each.isi.dpa.tanggal, "", f"dpa.tanggal@{each.isi.ke}"),
                sel.nilai(baca_uang(each.isi.dpa.jumlah), "", f"dpa.jumlah@{each.isi.ke}"),
            )
        )
        for each in bahan.index.versi
    )
    title = f"Perjanjian Kinerja Tahun {bahan.tahun} dan Dasar Anggarannya"
    return Tabel("R-2", title, kolom, rows, kosong="Perjanjian kinerja belum tersedia.")
