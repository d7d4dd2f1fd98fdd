"""What can be noticed in a returned form; E holds it back from being taken in."""

from __future__ import annotations

from typing import Final

from doc_templates.codes import E_, I_, W_, Code

FORMAT: Final = Code("W-EXCEL-FORMAT", E_, "berkas formulir bukan XLSX")
LOCKED: Final = Code("W-EXCEL-LOCKED", E_, "berkas formulir terkunci dengan kata sandi")
DAMAGED: Final = Code("W-EXCEL-DAMAGED", E_, "berkas formulir rusak atau terputus")
TOO_LARGE: Final = Code("W-EXCEL-TOO-LARGE", E_, "berkas formulir melebihi batas")
BOMB: Final = Code("W-EXCEL-BOMB", E_, "berkas formulir mengembang tak wajar bila dibuka")
MACRO: Final = Code("W-EXCEL-MACRO", E_, "berkas formulir memuat makro")
EXTERNAL: Final = Code("W-EXCEL-EXTERNAL", E_, "berkas formulir bertaut ke berkas lain")
EMBEDDED: Final = Code("W-EXCEL-EMBEDDED", E_, "berkas formulir memuat objek tertanam")
TWICE: Final = Code("W-EXCEL-TWICE", W_, "berkas formulir yang sama disebut dua kali")
RIVAL: Final = Code("W-EXCEL-RIVAL", E_, "dua berkas untuk unit dan triwulan yang sama")
TAKEN: Final = Code("W-EXCEL-TAKEN", I_, "berkas formulir ini sudah pernah diterima")

IDENTITY: Final = Code("W-EXCEL-IDENTITY", E_, "identitas formulir hilang atau diubah")
OFFICE: Final = Code("W-EXCEL-OFFICE", E_, "formulir milik perangkat daerah lain")
YEAR: Final = Code("W-EXCEL-YEAR", E_, "formulir untuk tahun lain")
UNIT_FORM: Final = Code("W-EXCEL-UNIT", E_, "formulir milik unit lain")
QUARTER: Final = Code("W-EXCEL-QUARTER", E_, "formulir untuk triwulan lain")
VERSION: Final = Code("W-EXCEL-VERSION", E_, "formulir dari versi lain")
STALE: Final = Code("W-EXCEL-STALE", W_, "data berubah sejak formulir dibuat")

SHEET_MISSING: Final = Code("W-EXCEL-SHEET-MISSING", E_, "lembar formulir tidak ada")
SHEET_TWICE: Final = Code("W-EXCEL-SHEET-TWICE", E_, "lembar formulir ada dua")
SHEET_FOREIGN: Final = Code("W-EXCEL-SHEET-FOREIGN", E_, "lembar berasal dari formulir lain")
SHEET_NAME: Final = Code("W-EXCEL-SHEET-NAME", W_, "lembar formulir berganti nama")
SHEET_HIDDEN: Final = Code("W-EXCEL-SHEET-HIDDEN", W_, "lembar formulir disembunyikan")
SHEET_EXTRA: Final = Code("W-EXCEL-SHEET-EXTRA", W_, "lembar tambahan yang tidak dibaca")
COLUMN_MISSING: Final = Code("W-EXCEL-COLUMN-MISSING", E_, "kolom formulir tidak ada")
COLUMN_HEAD: Final = Code("W-EXCEL-COLUMN-HEAD", E_, "kepala kolom berubah")
COLUMN_MOVED: Final = Code("W-EXCEL-COLUMN-MOVED", W_, "kolom berpindah tempat")
ROW_MISSING: Final = Code("W-EXCEL-ROW-MISSING", E_, "baris formulir hilang")
ROW_TWICE: Final = Code("W-EXCEL-ROW-TWICE", E_, "baris formulir ada dua")
ROW_UNKNOWN: Final = Code("W-EXCEL-ROW-UNKNOWN", E_, "baris milik formulir lain")
ROW_EXTRA: Final = Code("W-EXCEL-ROW-EXTRA", E_, "baris sisipan yang tidak dikenal")
HIDDEN: Final = Code("W-EXCEL-HIDDEN", W_, "baris atau kolom disembunyikan")
MERGED: Final = Code("W-EXCEL-MERGED", E_, "sel digabung")
HUGE: Final = Code("W-EXCEL-HUGE", W_, "lembar berformat jauh melampaui tabelnya")
STRAY: Final = Code("W-EXCEL-STRAY", W_, "isi di luar tabel tidak dibaca")
COMMENT: Final = Code("W-EXCEL-COMMENT", W_, "catatan sel tidak dibaca")
GIVEN: Final = Code(
    "W-EXCEL-GIVEN", (*E_, *W_), "sel terkunci diubah; menahan bila menentukan arti barisnya"
)

FORMULA: Final = Code("W-EXCEL-FORMULA", E_, "rumus di sel isian")
DDE: Final = Code("W-EXCEL-DDE", E_, "rumus yang memanggil program lain (DDE)")
ERROR: Final = Code("W-EXCEL-ERROR", E_, "nilai galat seperti #REF! di sel isian")
BOOLEAN: Final = Code("W-EXCEL-BOOLEAN", E_, "BENAR atau SALAH di sel isian")
DATE: Final = Code("W-EXCEL-DATE", E_, "tanggal di sel angka")
NOT_NUMBER: Final = Code("W-EXCEL-NOT-NUMBER", E_, "teks di sel angka")
ABSENT_WORD: Final = Code("W-EXCEL-ABSENT-WORD", E_, "kata untuk nilai yang tidak ada salah tulis")
AMBIGUOUS: Final = Code("W-EXCEL-AMBIGUOUS", E_, "angka dapat dibaca lebih dari satu cara")
UNIT_OF: Final = Code("W-EXCEL-UNIT-OF", E_, "satuan di belakang angka bukan satuan isian")
UNIT_TYPED: Final = Code("W-EXCEL-UNIT-TYPED", I_, "satuan ikut tertulis di belakang angka")
DIGITS: Final = Code("W-EXCEL-DIGITS", E_, "angka ditulis dengan huruf bukan ASCII")
SCALE: Final = Code("W-EXCEL-SCALE", E_, "sebutan tidak ada pada skala")
PERCENT: Final = Code(
    "W-EXCEL-PERCENT", (*W_, *E_), "sel berformat persen; ditanyakan bila satuannya bukan persen"
)
NEGATIVE: Final = Code("W-EXCEL-NEGATIVE", E_, "nilai negatif yang tidak mungkin")
PRECISION: Final = Code("W-EXCEL-PRECISION", W_, "angka di belakang koma lebih banyak dari isian")
SPACES: Final = Code("W-EXCEL-SPACES", I_, "spasi di tepi isian")
TOO_LONG: Final = Code("W-EXCEL-TOO-LONG", E_, "teks melebihi batas")
ERASED: Final = Code("W-EXCEL-ERASED", W_, "isian lama dikosongkan")
BLANK: Final = Code("W-EXCEL-BLANK", I_, "realisasi belum diisi")
CONFLICT: Final = Code("W-EXCEL-CONFLICT", E_, "data dan formulir sama-sama berubah")
EVIDENCE_UNKNOWN: Final = Code("W-EXCEL-EVIDENCE-UNKNOWN", E_, "kode bukti tidak dikenal")
EVIDENCE_TAKEN: Final = Code("W-EXCEL-EVIDENCE-TAKEN", E_, "kode bukti sudah dipakai")
EVIDENCE_NO_CODE: Final = Code("W-EXCEL-EVIDENCE-NO-CODE", E_, "bukti tanpa kode")
