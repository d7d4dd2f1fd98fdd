"""Bab I Pendahuluan: the office, its tasks and means, and its strategic issues."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from doc_templates.laporan_tahunan import kalimat
from doc_templates.laporan_tahunan.tabel_tambahan import tabel_pegawai, tabel_sarana, tabel_unit
from doc_templates.naskah.blok import Alinea, Daftar, HalamanBaru, Judul

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doc_templates.laporan_tahunan.bahan import Bahan
    from doc_templates.naskah.blok import Blok

BAB: Final = 1


def bab1(bahan: Bahan) -> Iterator[Blok]:
    """The chapter's blocks."""
    said, office = bahan.narasi, bahan.kantor
    yield HalamanBaru()
    yield Judul("PENDAHULUAN", 1, "BAB I")
    yield Judul("Latar Belakang", 2, "A.")
    yield from kalimat.uraian(said.latar_belakang, "Latar belakang")
    yield Judul("Dasar Hukum", 2, "B.")
    yield from _dasar_hukum(bahan)
    yield Judul("Maksud dan Tujuan", 2, "C.")
    yield from kalimat.uraian(said.maksud_tujuan, "Maksud dan tujuan")
    yield Judul("Gambaran Umum Organisasi", 2, "D.")
    yield from kalimat.uraian(said.gambaran_umum, "Gambaran umum organisasi")
    yield Judul("Tugas dan Fungsi", 3, "1.")
    yield from kalimat.uraian(said.tugas_fungsi, "Uraian tugas dan fungsi")
    yield Judul("Struktur Organisasi", 3, "2.")
    yield from kalimat.uraian(said.struktur_organisasi, "Uraian struktur organisasi")
    yield bahan.tabel(BAB, tabel_unit(bahan))
    yield Judul("Sumber Daya Manusia", 3, "3.")
    yield Alinea(f"Keadaan pegawai {office} disajikan menurut kelompoknya pada tabel berikut.")
    yield bahan.tabel(BAB, tabel_pegawai(bahan))
    yield Judul("Sarana dan Prasarana", 3, "4.")
    yield Alinea(f"Sarana dan prasarana yang menunjang tugas {office} ialah sebagai berikut.")
    yield bahan.tabel(BAB, tabel_sarana(bahan))
    yield Judul("Isu Strategis", 2, "E.")
    yield from _isu(bahan)
    yield Judul("Sistematika Penyajian", 2, "F.")
    yield from kalimat.uraian(said.sistematika, "Sistematika penyajian")


def _dasar_hukum(bahan: Bahan) -> Iterator[Blok]:
    laws = tuple(each for each in bahan.narasi.dasar_hukum if each.strip())
    if not laws:
        yield from kalimat.uraian((), "Dasar hukum")
        return
    yield Alinea("Laporan ini disusun berdasarkan:")
    yield Daftar(laws, "angka")


def _isu(bahan: Bahan) -> Iterator[Blok]:
    issues = bahan.narasi.isu_strategis
    if not issues:
        yield from kalimat.uraian((), "Isu strategis")
        return
    count = kalimat.kapital(kalimat.bilangan(len(issues)))
    yield Alinea(f"{count} isu strategis yang memengaruhi kinerja {bahan.kantor} ialah:")
    for number, each in enumerate(issues, 1):
        yield Judul(each.judul, 3, f"{number}.")
        yield from kalimat.uraian(each.uraian, f"Uraian isu “{each.judul}”")
