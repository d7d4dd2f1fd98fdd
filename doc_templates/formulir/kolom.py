"""The columns of each sheet, from left to right."""

from __future__ import annotations

from typing import Final

from doc_templates.formulir.bentuk import Kolom
from doc_templates.kinerja.hitung.triwulan import nama_triwulan as _nama

KINERJA: Final = "kinerja"
ANGGARAN: Final = "anggaran"
BUKTI: Final = "bukti"

NAMA: Final = {KINERJA: "Kinerja", ANGGARAN: "Anggaran", BUKTI: "Bukti"}
"""Key of a sheet → what its tab says."""


def nama_triwulan(ke: int) -> str:
    """As in a column's head: ``TW III``, never broken between the two."""
    return _nama(ke).replace(" ", "\u00a0")


def kolom_kinerja(tahun: int, ke: int) -> tuple[Kolom, ...]:
    """Of the indicators: what was promised and reached before, then what the unit fills."""
    return (
        Kolom("kode", "Kode", 10),
        Kolom("indikator", "Indikator kinerja", 33, penentu=True),
        Kolom("satuan", "Satuan", 12, "tengah", penentu=True),
        Kolom("target_tahun", f"Target {tahun}", 10, "tengah"),
        *(Kolom(f"tw{at}", f"Realisasi {nama_triwulan(at)}", 10, "tengah") for at in range(1, ke)),
        Kolom("target", f"Target {nama_triwulan(ke)}", 10, "tengah"),
        Kolom("nilai", f"Realisasi {nama_triwulan(ke)}", 13, "tengah"),
        Kolom("pendorong", "Faktor pendorong", 27),
        Kolom("penghambat", "Faktor penghambat", 27),
        Kolom("tindak_lanjut", "Tindak lanjut", 27),
        Kolom("catatan", "Catatan", 16),
        Kolom("bukti", "Kode bukti", 15),
    )


def kolom_anggaran(ke: int) -> tuple[Kolom, ...]:
    """Of the sub kegiatan: money first, then what was put out for it."""
    before = range(1, ke)
    return (
        Kolom("kode", "Kode", 18),
        Kolom("sub_kegiatan", "Sub kegiatan", 33, penentu=True),
        Kolom("pagu", "Pagu (Rp)", 18, "kanan"),
        *(Kolom(f"uang{at}", f"Belanja {nama_triwulan(at)} (Rp)", 17, "kanan") for at in before),
        Kolom("keuangan", f"Belanja {nama_triwulan(ke)} (Rp)", 19, "kanan"),
        Kolom("keluaran_uraian", "Keluaran", 30),
        Kolom("satuan", "Satuan", 12, "tengah", penentu=True),
        Kolom("target", "Target setahun", 10, "tengah"),
        *(Kolom(f"hasil{at}", f"Keluaran {nama_triwulan(at)}", 10, "tengah") for at in before),
        Kolom("keluaran", f"Keluaran {nama_triwulan(ke)}", 12, "tengah"),
    )


def kolom_bukti() -> tuple[Kolom, ...]:
    """Of the evidence: what proves a realisation, and where it lies."""
    return (
        Kolom("kode", "Kode bukti", 18),
        Kolom("uraian", "Uraian", 48),
        Kolom("berkas", "Nama berkas", 38),
        Kolom("tanggal", "Tanggal", 19, "tengah"),
        Kolom("lokasi", "Tautan atau tempat penyimpanan", 42),
    )
