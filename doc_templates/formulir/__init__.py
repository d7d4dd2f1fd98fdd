"""Collection forms in Excel: drawn up, written, and read back with every fault told."""

from __future__ import annotations

from doc_templates.formulir.kembali import Kembali, baca_formulir, bersama
from doc_templates.formulir.perubahan import Perubahan
from doc_templates.formulir.susun import jatuh_tempo, susun, unit_pengisi
from doc_templates.formulir.terima import terima
from doc_templates.formulir.tulis import tulis

__all__ = [
    "Kembali",
    "Perubahan",
    "baca_formulir",
    "bersama",
    "jatuh_tempo",
    "susun",
    "terima",
    "tulis",
    "unit_pengisi",
]
