"""The quarterly report: achievement, what helped and hindered, and the money."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doc_templates.kinerja.hitung.triwulan import nama_triwulan, versi_untuk
from doc_templates.kinerja.tabel import sel
from doc_templates.kinerja.tabel.anggaran import tabel_realisasi_anggaran
from doc_templates.kinerja.tabel.bentuk import Baris, Kolom, Tabel
from doc_templates.kinerja.tabel.keterangan import Catatan
from doc_templates.kinerja.tabel.sel_indikator import SelIndikator
from doc_templates.kinerja.tabel.susunan import SEMUA, indikator_in, kelompok_of

if TYPE_CHECKING:
    from doc_templates.kinerja.index import Index
    from doc_templates.kinerja.tabel.bentuk import Sel
    from doc_templates.kinerja.tabel.susunan import BarisIndikator, Pilihan


def tabel_triwulan(index: Index, ke: int, pilihan: Pilihan = SEMUA) -> tuple[Tabel, ...]:
    """The tables of the report of a quarter, by the agreement in force at its end.

    Args:
        index: the data set.
        ke: 1 to 4.
        pilihan: a unit or some aims; the money is always the whole office's.
    """
    return (
        tabel_capaian(index, ke, pilihan),
        tabel_faktor(index, ke, pilihan),
        tabel_realisasi_anggaran(index, ke, kode="TW-3"),
    )


def tabel_capaian(index: Index, ke: int, pilihan: Pilihan = SEMUA) -> Tabel:
    """Target, realisation and achievement of a quarter, alone and with those before it."""
    quarter = nama_triwulan(ke)
    kolom = (
        sel.NOMOR,
        Kolom("sasaran", "Sasaran", lebar=18, gabung=True),
        Kolom("indikator", "Indikator Kinerja", lebar=22),
        Kolom("satuan", "Satuan", "tengah", 8),
        Kolom("polaritas", "Polaritas (Rumus)", lebar=12),
        Kolom("cara_hitung", "Cara Hitung", lebar=8),
        Kolom("target", "Target Tahunan", "tengah", 8),
        Kolom("target_tw", "Target", "tengah", 8, kelompok=quarter),
        Kolom("realisasi_tw", "Realisasi", "tengah", 9, kelompok=quarter),
        Kolom("capaian_tw", "Capaian (%)", "kanan", 9, kelompok=quarter),
        Kolom("realisasi_sd", "Realisasi", "tengah", 9, kelompok=f"s.d. {quarter}"),
        Kolom("capaian_sd", "Capaian (%)", "kanan", 9, kelompok=f"s.d. {quarter}"),
        Kolom("predikat_sd", "Predikat", "tengah", 10, kelompok=f"s.d. {quarter}"),
        Kolom("capaian_tahun", "Capaian thd. Target Tahunan (%)", "kanan", 10),
    )
    versi, notes, rows = versi_untuk(index, ke), Catatan(index), []
    for group in kelompok_of(index, pilihan):
        if group.unit:
            rows.append(sel.judul(group.unit.nama, len(kolom)))
        for each in group.baris:
            cells = SelIndikator(index, each, notes, versi)
            rows.append(
                Baris(
                    (
                        *cells.kepala(),
                        cells.polaritas(),
                        cells.cara_hitung(),
                        cells.target_tahun(),
                        cells.target_triwulan(ke),
                        cells.realisasi_triwulan(ke),
                        cells.capaian_triwulan(ke),
                        cells.realisasi_sampai(ke),
                        cells.capaian_sampai(ke),
                        cells.predikat_sampai(ke),
                        cells.capaian_tahun(ke),
                    ),
                    kelompok=each.sasaran.kunci,
                )
            )
    title = f"Capaian Kinerja {quarter} Tahun {index.data.tahun}"
    missing = "Belum ada sasaran dan indikator."
    return Tabel("TW-1", title, kolom, tuple(rows), notes.semua(), missing, mendatar=True)


def tabel_faktor(index: Index, ke: int, pilihan: Pilihan = SEMUA) -> Tabel:
    """What helped, what hindered, what follows, and the evidence."""
    kolom = (
        sel.NOMOR,
        Kolom("indikator", "Indikator Kinerja", lebar=20),
        Kolom("pendorong", "Faktor Pendorong", lebar=22),
        Kolom("penghambat", "Faktor Penghambat", lebar=22),
        Kolom("tindak_lanjut", "Tindak Lanjut", lebar=22),
        Kolom("pj", "Penanggung Jawab", lebar=14),
        Kolom("sumber", "Sumber Data", lebar=14),
        Kolom("bukti", "Bukti", lebar=10),
    )
    notes = Catatan(index)
    rows = []
    for each in indikator_in(kelompok_of(index, pilihan)):
        cells = SelIndikator(index, each, notes)
        source = each.tempat.indikator.sumber_data
        rows.append(
            Baris(
                (
                    sel.teks(each.nomor),
                    cells.uraian(),
                    *faktor(index, each, ke),
                    cells.penanggung_jawab(),
                    sel.teks(source, each.kunci, "sumber_data"),
                    bukti(index, each, ke),
                )
            )
        )
    title = f"Faktor Pendorong, Penghambat, dan Tindak Lanjut {nama_triwulan(ke)}"
    missing = "Belum ada sasaran dan indikator."
    return Tabel("TW-2", title, kolom, tuple(rows), notes.semua(), missing, mendatar=True)


def faktor(index: Index, baris: BarisIndikator, ke: int) -> tuple[Sel, Sel, Sel]:
    """What helped, what hindered, what follows in a quarter."""
    row, key = index.realisasi.get(baris.kunci, {}).get(ke), baris.kunci
    texts = (row.pendorong, row.penghambat, row.tindak_lanjut) if row else ("", "", "")
    names = ("pendorong", "penghambat", "tindak_lanjut")
    first, second, third = (
        sel.teks(text, key, f"{name}.tw{ke}") for name, text in zip(names, texts, strict=True)
    )
    return first, second, third


def bukti(index: Index, baris: BarisIndikator, ke: int) -> Sel:
    """Codes of the evidence for a quarter's value, as written."""
    row = index.realisasi.get(baris.kunci, {}).get(ke)
    return sel.daftar(row.bukti if row else (), baris.kunci, f"bukti.tw{ke}")
