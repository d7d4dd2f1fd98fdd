"""Tables of every performance document, derived from one data set as plain frozen data."""

from __future__ import annotations

from doc_templates.kinerja.tabel.beda import Beda, beda, usang
from doc_templates.kinerja.tabel.bentuk import Baris, Keterangan, Kolom, Sel, Tabel
from doc_templates.kinerja.tabel.dokumen import Isi, berubah, dokumen, isi, pembuat
from doc_templates.kinerja.tabel.lampiran import LAMPIRAN, lampiran
from doc_templates.kinerja.tabel.perjanjian import IsiPerjanjian, isi_perjanjian
from doc_templates.kinerja.tabel.rencana_aksi import tabel_rencana_aksi
from doc_templates.kinerja.tabel.susunan import SEMUA, Pilihan, puncak
from doc_templates.kinerja.tabel.triwulan import tabel_triwulan

__all__ = [
    "LAMPIRAN",
    "SEMUA",
    "Baris",
    "Beda",
    "Isi",
    "IsiPerjanjian",
    "Keterangan",
    "Kolom",
    "Pilihan",
    "Sel",
    "Tabel",
    "beda",
    "berubah",
    "dokumen",
    "isi",
    "isi_perjanjian",
    "lampiran",
    "pembuat",
    "puncak",
    "tabel_rencana_aksi",
    "tabel_triwulan",
    "usang",
]
