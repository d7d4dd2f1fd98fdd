"""Bab IV Penutup: what the year comes to, and what is done next."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from doc_templates.kinerja.tabel import Baris, Kolom, Tabel, sel
from doc_templates.kinerja.tabel.triwulan import faktor
from doc_templates.laporan_tahunan import kalimat
from doc_templates.laporan_tahunan.depan import pokok
from doc_templates.naskah.blok import Alinea, Daftar, HalamanBaru, Judul

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doc_templates.laporan_tahunan.bahan import Bahan
    from doc_templates.naskah.blok import Blok

BAB: Final = 4


def bab4(bahan: Bahan) -> Iterator[Blok]:
    """The chapter's blocks."""
    said = bahan.narasi
    yield HalamanBaru()
    yield Judul("PENUTUP", 1, "BAB IV")
    yield Judul("Simpulan", 2, "A.")
    yield Alinea(pokok(bahan))
    yield from kalimat.uraian(said.simpulan, "Simpulan")
    yield Judul("Langkah Perbaikan", 2, "B.")
    if any(each.tercapai is False for each in bahan.capaian):
        yield Alinea("Indikator yang belum mencapai target dan tindak lanjutnya ialah:")
        yield bahan.tabel(BAB, _tabel_belum(bahan))
    steps = tuple(each for each in said.upaya if each.strip())
    if steps:
        yield Alinea(f"Langkah perbaikan kinerja {bahan.kantor} ialah:")
        yield Daftar(steps, "angka")
    else:
        yield from kalimat.uraian((), "Langkah perbaikan")
    yield from kalimat.uraian(said.penutup, "Uraian penutup")


def _tabel_belum(bahan: Bahan) -> Tabel:
    """Indicators below their targets, with what the last quarter says will follow."""
    kolom = (
        sel.NOMOR,
        Kolom("indikator", "Indikator Kinerja", lebar=30),
        Kolom("target", "Target", "tengah", 10),
        Kolom("realisasi", "Realisasi", "tengah", 10),
        Kolom("capaian", "Capaian (%)", "kanan", 10),
        Kolom("tindak_lanjut", "Tindak Lanjut TW IV", lebar=36),
    )
    rows = tuple(
        Baris(
            (
                sel.teks(each.baris.nomor),
                each.sel.uraian(),
                each.sel.target_tahun(),
                each.sel.realisasi_sampai(),
                each.sel.capaian_tahun(),
                faktor(bahan.index, each.baris, 4)[2],
            )
        )
        for each in bahan.capaian
        if each.tercapai is False
    )
    title = f"Indikator yang Belum Mencapai Target Tahun {bahan.tahun}"
    return Tabel("P-1", title, kolom, rows, kosong="Semua indikator mencapai target.")
