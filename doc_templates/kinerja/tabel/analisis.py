"""What stands behind the numbers: causes (L6), four quarters (L10), definitions (L13)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from doc_templates.kinerja.hitung.triwulan import TRIWULAN, nama_triwulan, versi_untuk
from doc_templates.kinerja.tabel import sel
from doc_templates.kinerja.tabel.bentuk import Baris, Kolom, Tabel
from doc_templates.kinerja.tabel.keterangan import Catatan
from doc_templates.kinerja.tabel.sel_indikator import SelIndikator
from doc_templates.kinerja.tabel.susunan import SEMUA, indikator_in, kelompok_of
from doc_templates.kinerja.tabel.triwulan import faktor

if TYPE_CHECKING:
    from collections.abc import Mapping

    from doc_templates.kinerja.index import Index, Versi
    from doc_templates.kinerja.tabel.susunan import BarisIndikator, Pilihan

_NONE: Final = "Belum ada sasaran dan indikator."


def tabel_sebab(index: Index, pilihan: Pilihan = SEMUA) -> Tabel:
    """L6: what helped, what hindered, and what was done, quarter by quarter."""
    kolom = (
        sel.NOMOR,
        Kolom("indikator", "Indikator Kinerja", lebar=22, gabung=True),
        Kolom("triwulan", "Triwulan", "tengah", 8),
        Kolom("pendorong", "Faktor Pendukung", lebar=28),
        Kolom("penghambat", "Faktor Penghambat", lebar=28),
        Kolom("upaya", "Upaya/Tindak Lanjut", lebar=28),
    )
    rows = tuple(
        Baris(
            (
                sel.teks(each.nomor),
                sel.teks(each.tempat.indikator.uraian, each.kunci, "uraian"),
                sel.teks(nama_triwulan(ke)),
                *faktor(index, each, ke),
            ),
            kelompok=each.kunci,
        )
        for each in indikator_in(kelompok_of(index, pilihan))
        for ke in TRIWULAN
    )
    title = f"Faktor Pendukung, Faktor Penghambat, dan Upaya Tahun {index.data.tahun}"
    return Tabel("L6", title, kolom, rows, kosong=_NONE, mendatar=True)


def tabel_empat_triwulan(index: Index, pilihan: Pilihan = SEMUA) -> Tabel:
    """L10: actions, and target, realisation and achievement of all four quarters.

    Each quarter is held against the agreement that was in force at its end.
    """
    kolom = (
        sel.NOMOR,
        Kolom("indikator", "Indikator Kinerja", lebar=20),
        Kolom("satuan", "Satuan", "tengah", 8),
        Kolom("aksi", "Rencana Aksi", lebar=20),
        Kolom("target", "Target Tahunan", "tengah", 8),
        *(column for ke in TRIWULAN for column in _of_quarter(ke)),
        Kolom("pj", "Penanggung Jawab", lebar=12),
    )
    notes, versions = Catatan(index), {ke: versi_untuk(index, ke) for ke in TRIWULAN}
    rows = tuple(
        _quarters_of(index, each, versions, notes)
        for each in indikator_in(kelompok_of(index, pilihan))
    )
    title = f"Rencana Aksi dan Realisasi Empat Triwulan Tahun {index.data.tahun}"
    return Tabel("L10", title, kolom, rows, notes.semua(), _NONE, mendatar=True)


def tabel_definisi(index: Index, pilihan: Pilihan = SEMUA) -> Tabel:
    """L13: key indicators with definition, formula, source and unit in charge.

    Where no indicator is marked as key, all are shown.
    """
    kolom = (
        sel.NOMOR,
        Kolom("indikator", "Indikator Kinerja Utama", lebar=24),
        Kolom("definisi", "Definisi Operasional", lebar=32),
        Kolom("formula", "Formula", lebar=30),
        Kolom("satuan", "Satuan", "tengah", 9),
        Kolom("polaritas", "Polaritas (Rumus Capaian)", lebar=14),
        Kolom("sumber", "Sumber Data", lebar=18),
        Kolom("pj", "Penanggung Jawab", lebar=14),
    )
    notes, rows = Catatan(index), []
    every = list(indikator_in(kelompok_of(index, pilihan)))
    for each in [row for row in every if row.tempat.indikator.utama] or every:
        cells, measure = SelIndikator(index, each, notes), each.tempat.indikator
        notes.skala(measure.skala)
        rows.append(
            Baris(
                (
                    sel.teks(each.nomor),
                    cells.uraian(),
                    sel.teks(measure.definisi, each.kunci, "definisi"),
                    sel.teks(measure.formula, each.kunci, "formula"),
                    cells.satuan(),
                    cells.polaritas(),
                    sel.teks(measure.sumber_data, each.kunci, "sumber_data"),
                    cells.penanggung_jawab(),
                )
            )
        )
    title = "Indikator Kinerja Utama dan Definisi Operasionalnya"
    return Tabel("L13", title, kolom, tuple(rows), notes.semua(), _NONE, mendatar=True)


def _quarters_of(
    index: Index, baris: BarisIndikator, versions: Mapping[int, Versi | None], notes: Catatan
) -> Baris:
    by_quarter = {ke: SelIndikator(index, baris, notes, each) for ke, each in versions.items()}
    year = by_quarter[max(by_quarter)]
    actions = [each.uraian for each in index.aksi.get(baris.kunci, ())]
    return Baris(
        (
            sel.teks(baris.nomor),
            year.uraian(),
            year.satuan(),
            sel.daftar(actions, baris.kunci, "aksi"),
            year.target_tahun(),
            *(
                cell
                for ke, quarter in by_quarter.items()
                for cell in (
                    quarter.target_triwulan(ke),
                    quarter.realisasi_triwulan(ke),
                    quarter.capaian_triwulan(ke),
                )
            ),
            year.penanggung_jawab(),
        ),
    )


def _of_quarter(ke: int) -> tuple[Kolom, Kolom, Kolom]:
    name = nama_triwulan(ke)
    return (
        Kolom(f"t{ke}", "Target", "tengah", 7, kelompok=name),
        Kolom(f"r{ke}", "Realisasi", "tengah", 7, kelompok=name),
        Kolom(f"c{ke}", "Capaian (%)", "kanan", 7, kelompok=name),
    )
