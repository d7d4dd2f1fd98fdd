"""The codes that only an SOP's checks give."""

from __future__ import annotations

from typing import Final

from doc_templates.codes import Code
from doc_templates.findings import Level

E_: Final = (Level.ERROR,)
W_: Final = (Level.WARNING,)
I_: Final = (Level.INFORMATION,)

TITLE_MISMATCH: Final = Code("W-TITLE-MISMATCH", W_, "judul berbeda-beda di dalam satu naskah")
SIGNER_NOT_IN_FLOW: Final = Code(
    "W-SIGNER-NOT-IN-FLOW", W_, "pengesah tidak mempunyai lajur di dalam alur"
)
LIST_UNSPLIT: Final = Code("W-LIST-UNSPLIT", I_, "beberapa butir tampak tersambung menjadi satu")
HEADER_TYPO: Final = Code("W-HEADER-TYPO", I_, "kepala kolom tampak salah ketik")
LANE_TEXT: Final = Code("W-LANE-TEXT", W_, "nama lajur tampak tidak sesuai dengan teks langkah")
NOMENCLATURE: Final = Code("W-NOMENCLATURE", I_, "sebutan jabatan tidak lazim bagi instansi ini")
LANE_UNASSIGNED: Final = Code("W-LANE-UNASSIGNED", E_, "langkah belum mempunyai pelaksana")
DECISION_UNLABELLED: Final = Code(
    "W-DECISION-UNLABELLED", E_, "keputusan tanpa jawaban Ya atau Tidak"
)
LOOP_NO_TARGET: Final = Code("W-LOOP-NO-TARGET", E_, "tujuan alur adalah langkah yang tidak ada")
LOOP_SELF: Final = Code("W-LOOP-SELF", E_, "langkah menunjuk dirinya sendiri")
DECISION_SAME: Final = Code("W-DECISION-SAME", W_, "kedua jawaban menuju langkah yang sama")
UNREACHABLE: Final = Code("W-FLOW-UNREACHABLE", W_, "langkah tidak dituju oleh langkah mana pun")
ENDLESS: Final = Code("W-FLOW-ENDLESS", E_, "alur tidak pernah berakhir")
FLOW_UNUSED: Final = Code("W-FLOW-UNUSED", W_, "isian alur yang tidak dipakai oleh bentuk langkah")
TERMINATOR_MISSING: Final = Code(
    "W-TERMINATOR-MISSING", I_, "langkah awal atau akhir tidak berbentuk terminator"
)
TERMINATOR_INSIDE: Final = Code(
    "W-TERMINATOR-INSIDE", W_, "terminator di tengah alur, bukan awal atau akhir"
)
STEP_NUMBER: Final = Code("W-STEP-NUMBER", E_, "dua langkah bernomor sama")
MUTU_KELENGKAPAN: Final = Code("W-MUTU-KELENGKAPAN", W_, "kelengkapan kosong")
MUTU_WAKTU: Final = Code("W-MUTU-WAKTU", W_, "waktu kosong")
MUTU_OUTPUT: Final = Code("W-MUTU-OUTPUT", W_, "output kosong")
TIME_COMPOUND: Final = Code("W-TIME-COMPOUND", W_, "beberapa lama waktu di dalam satu sel")
TIME_UNREADABLE: Final = Code("W-TIME-UNREADABLE", I_, "waktu tidak terbaca sebagai lama")
CADENCE: Final = Code("W-CADENCE", I_, "pekerjaan tahunan dan berkala di dalam satu alur")
TIME_MIXED: Final = Code("W-TIME-MIXED", W_, "satuan waktu bercampur sehingga tidak dijumlahkan")
STEP_NOT_VERB: Final = Code("W-STEP-NOT-VERB", I_, "langkah tidak diawali kata kerja aktif")
STEP_HAS_SUBJECT: Final = Code("W-STEP-HAS-SUBJECT", I_, "langkah menyebut pelakunya sendiri")
STEP_DECIDES: Final = Code(
    "W-STEP-DECIDES", I_, "teks langkah berisi pilihan, tetapi bukan keputusan"
)
ORDER: Final = Code("W-ORDER", I_, "urutan langkah tampak terbalik")
OUTPUT_VAGUE: Final = Code("W-OUTPUT-VAGUE", I_, "output yang sama di banyak langkah")
INPUT_EQ_OUTPUT: Final = Code("W-INPUT-EQ-OUTPUT", I_, "kelengkapan sama dengan output")
STRAY_NUMBER: Final = Code("W-STRAY-NUMBER", I_, "keterangan hanya berisi angka")
SHEET_TOO_SMALL: Final = Code(
    "W-SHEET-TOO-SMALL", E_, "langkah dengan panahnya tidak muat di kertasnya"
)
