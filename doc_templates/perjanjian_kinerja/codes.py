"""The codes that only a Perjanjian Kinerja can give; docs/findings.md lists them."""

from __future__ import annotations

from typing import Final

from doc_templates.codes import Code
from doc_templates.findings import Level

E_: Final = (Level.ERROR,)
W_: Final = (Level.WARNING,)

PARTY_MISSING: Final = Code(
    "W-PARTY-MISSING", E_, "pihak kedua tidak ada, padahal bukan perjanjian kepala daerah"
)
PARTY_POST: Final = Code("W-PARTY-POST", E_, "jabatan salah satu pihak tidak disebut")
PARTY_NAME: Final = Code(
    "W-PARTY-NAME", W_, "nama atau NIP salah satu pihak kosong dan dicetak sebagai titik-titik"
)
PARTY_SAME: Final = Code("W-PARTY-SAME", W_, "kedua pihak tampak orang yang sama")
HEAD_NIP: Final = Code("W-HEAD-NIP", W_, "kepala daerah diberi NIP atau pangkat")
SASARAN_MISSING: Final = Code("W-SASARAN-MISSING", E_, "tidak ada satu sasaran pun")
INDICATOR_MISSING: Final = Code("W-INDICATOR-MISSING", E_, "sasaran tanpa indikator")
INDICATOR_DUP: Final = Code("W-INDICATOR-DUP", W_, "indikator yang sama tertulis dua kali")
UNIT_MISSING: Final = Code("W-UNIT-MISSING", E_, "indikator tanpa satuan")
TARGET_MISSING: Final = Code("W-TARGET-MISSING", E_, "indikator tanpa target")
BUDGET_MISSING: Final = Code("W-BUDGET-MISSING", W_, "baris anggaran tanpa nilai")
BUDGET_OVER: Final = Code("W-BUDGET-OVER", E_, "jumlah rincian melebihi anggaran induknya")
BUDGET_UNDER: Final = Code("W-BUDGET-UNDER", W_, "jumlah rincian kurang dari anggaran induknya")
DATE_YEAR: Final = Code("W-DATE-YEAR", W_, "tanggal perjanjian jauh dari tahun perjanjian")
REVISION_REASON: Final = Code("W-REVISION-REASON", W_, "perubahan tanpa alasan")
