"""The codes that only a performance data set can give; docs/findings.md lists them."""

from __future__ import annotations

from typing import Final

from doc_templates.codes import Code
from doc_templates.findings import Level

E_: Final = (Level.ERROR,)
W_: Final = (Level.WARNING,)
I_: Final = (Level.INFORMATION,)
E_OR_W: Final = (Level.ERROR, Level.WARNING)

KEY_DUP: Final = Code("W-KEY-DUP", E_, "dua hal berkode sama; hanya yang pertama dipakai")
ROW_DUP: Final = Code("W-ROW-DUP", E_, "dua baris untuk hal yang sama; hanya yang pertama dipakai")
REF_UNKNOWN: Final = Code(
    "W-REF-UNKNOWN", E_OR_W, "rujukan ke indikator, sasaran, unit, atau bukti yang tidak ada"
)
REF_AMBIGUOUS: Final = Code("W-REF-AMBIGUOUS", E_, "rujukan dapat menunjuk lebih dari satu hal")
REF_SPELLING: Final = Code("W-REF-SPELLING", I_, "rujukan ditulis dengan spasi atau huruf lain")
VALUE_AMBIGUOUS: Final = Code(
    "W-VALUE-AMBIGUOUS", E_OR_W, "nilai kinerja dapat dibaca lebih dari satu cara"
)
VALUE_UNREADABLE: Final = Code(
    "W-VALUE-UNREADABLE", E_OR_W, "nilai kinerja tidak terbaca menurut satuan atau skalanya"
)

UNIT_TREE: Final = Code("W-UNIT-TREE", E_, "susunan unit tidak berpuncak atau berputar")
TERM_ORDER: Final = Code("W-TERM-ORDER", W_, "masa jabatan berakhir sebelum dimulai")
TERM_OVERLAP: Final = Code(
    "W-TERM-OVERLAP",
    (Level.WARNING, Level.ERROR),
    "dua pejabat memimpin unit yang sama pada hari yang sama; menahan naskah bertanggal itu",
)
OFFICIAL_ABSENT: Final = Code(
    "W-OFFICIAL-ABSENT", E_OR_W, "tidak ada pejabat unit pada tanggal naskah"
)

SASARAN_UNMEASURED: Final = Code("W-SASARAN-UNMEASURED", E_, "sasaran belum berindikator")
SASARAN_UNFUNDED: Final = Code(
    "W-SASARAN-UNFUNDED", W_, "sasaran strategis tidak didukung program mana pun"
)
INDICATOR_UNIT: Final = Code("W-INDICATOR-UNIT", E_, "indikator himpunan data tanpa satuan")
INDICATOR_TWICE: Final = Code(
    "W-INDICATOR-TWICE", W_, "dua indikator satu sasaran berbunyi sama dengan kode berbeda"
)
INDICATOR_DEFINITION: Final = Code(
    "W-INDICATOR-DEFINITION", W_, "indikator tanpa definisi, formula, atau sumber data"
)
FORMULA_POLARITY: Final = Code(
    "W-FORMULA-POLARITY", E_, "rumus capaian tidak cocok dengan arah indikator"
)
FORMULA_SCALE: Final = Code("W-FORMULA-SCALE", E_, "rumus predikat tanpa skala yang dikenal")
ACCUMULATION: Final = Code(
    "W-ACCUMULATION", W_, "persentase, predikat, atau rentang dijumlahkan antartriwulan"
)
CLASS_TABLE: Final = Code("W-CLASS-TABLE", E_, "tabel kelas capaian pada kebijakan tidak dikenal")
RENSTRA_YEAR: Final = Code("W-RENSTRA-YEAR", W_, "tahun data di luar masa Renstra")
RENSTRA_TARGET: Final = Code(
    "W-RENSTRA-TARGET", W_, "target Renstra tahun ini atau target akhirnya belum ada"
)
RENSTRA_END: Final = Code(
    "W-RENSTRA-END", W_, "target akhir Renstra tidak sama dengan target tahunannya"
)

TARGET_ABSENT: Final = Code("W-TARGET-ABSENT", E_OR_W, "indikator belum bertarget pada perjanjian")
TARGET_DIFFERS: Final = Code(
    "W-TARGET-DIFFERS",
    E_OR_W,
    "target perjanjian berbeda dari Renstra tanpa alasan yang disetujui; "
    "peringatan bila alasannya belum bertanggal",
)
MILESTONE_ABSENT: Final = Code("W-MILESTONE-ABSENT", W_, "target triwulan belum lengkap")
MILESTONE_YEAR: Final = Code(
    "W-MILESTONE-YEAR", W_, "target triwulan bila digabung tidak sama dengan target tahunan"
)
VERSION_ORDER: Final = Code(
    "W-VERSION-ORDER", E_OR_W, "urutan atau tanggal versi perjanjian tidak berurut"
)
VERSION_REASON: Final = Code(
    "W-VERSION-REASON", E_, "perubahan perjanjian tanpa salah satu dari tiga alasannya"
)
VERSION_DATE: Final = Code(
    "W-VERSION-DATE", W_, "tanggal perjanjian kosong, di luar tahunnya, atau terlambat dari DPA"
)
VERSION_DPA: Final = Code(
    "W-VERSION-DPA", W_, "DPA perjanjian belum lengkap, atau tetap padahal anggaran berubah"
)
SUM_PARTS: Final = Code("W-SUM-PARTS", E_, "jumlah rincian tidak sama dengan anggaran induknya")
SUM_DPA: Final = Code("W-SUM-DPA", E_, "jumlah program tidak sama dengan jumlah DPA")
LINE_AMOUNT: Final = Code("W-LINE-AMOUNT", W_, "sub kegiatan belum beranggaran")
LINE_OWNER: Final = Code("W-LINE-OWNER", W_, "baris anggaran tanpa unit penanggung jawab")
PROGRAM_AIMLESS: Final = Code("W-PROGRAM-AIMLESS", W_, "program tidak mendukung sasaran mana pun")
ACTION_ABSENT: Final = Code("W-ACTION-ABSENT", W_, "indikator tanpa rencana aksi atau keluarannya")

REALISASI_ABSENT: Final = Code("W-REALISASI-ABSENT", W_, "realisasi triwulan belum diisi")
MILESTONE_NONE: Final = Code(
    "W-MILESTONE-NONE", W_, "ada realisasi, tetapi target triwulannya tidak ada atau nol"
)
RUNNING_TOTAL: Final = Code(
    "W-RUNNING-TOTAL", W_, "nilai triwulan tampak angka berjalan, padahal akan dijumlahkan"
)
EVIDENCE_ABSENT: Final = Code("W-EVIDENCE-ABSENT", W_, "realisasi tanpa bukti")
EVIDENCE_DATE: Final = Code(
    "W-EVIDENCE-DATE", W_, "tanggal bukti di luar masa yang dibuktikan dan dilaporkan"
)
EVIDENCE_HASH: Final = Code("W-EVIDENCE-HASH", W_, "sidik SHA-256 bukti tidak berbentuk sidik")
CAUSE_ABSENT: Final = Code(
    "W-CAUSE-ABSENT", W_, "capaian di bawah 100 persen tanpa sebab atau tindak lanjut"
)
ACHIEVEMENT_BOUND: Final = Code(
    "W-ACHIEVEMENT-BOUND", I_, "capaian melewati batas dan dicetak sebesar batasnya"
)
ACHIEVEMENT_HIGH: Final = Code(
    "W-ACHIEVEMENT-HIGH", I_, "capaian sangat tinggi tanpa batas sehingga rata-rata terangkat"
)
REPORT_DATE: Final = Code(
    "W-REPORT-DATE", W_, "tanggal laporan kosong, mendahului akhir masanya, atau terlambat"
)
SPENDING_ABSENT: Final = Code("W-SPENDING-ABSENT", W_, "realisasi anggaran atau keluaran kosong")
SPENDING_OVER: Final = Code("W-SPENDING-OVER", W_, "realisasi anggaran melebihi pagu")
EFFICIENCY_ABSENT: Final = Code(
    "W-EFFICIENCY-ABSENT", W_, "cara efisiensi C tanpa penjelasan efisiensi"
)

PAST_GAP: Final = Code("W-PAST-GAP", W_, "realisasi tahun sebelumnya belum ada")
PEER_SOURCE: Final = Code("W-PEER-SOURCE", W_, "nilai pembanding tanpa sumber")
NARRATIVE_ABSENT: Final = Code("W-NARRATIVE-ABSENT", W_, "bagian laporan tahunan belum diisi")
AWARD_DETAIL: Final = Code(
    "W-AWARD-DETAIL", W_, "penghargaan tanpa pemberi, atau bertanggal di luar tahun laporan"
)
FOLLOW_UP: Final = Code(
    "W-FOLLOW-UP", W_, "rekomendasi tanpa tindak lanjut, tanpa bukti tuntas, atau lewat waktu"
)
REVIEW_ANSWER: Final = Code(
    "W-REVIEW-ANSWER", W_, "butir reviu tidak dikenal, belum dijawab, atau tanpa catatan"
)
