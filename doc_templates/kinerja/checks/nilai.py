"""Values that have no single reading: both readings are offered, none is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doc_templates.kinerja import codes
from doc_templates.kinerja.nilai import Angka, Predikat, Rentang, TakTerbaca
from doc_templates.kinerja.pembulatan import bulatkan

if TYPE_CHECKING:
    from doc_templates.findings import Finding, Level
    from doc_templates.kinerja.nilai import Nilai


def check_nilai(
    nilai: Nilai, where: str, label: str, *, level: Level | None = None
) -> list[Finding]:
    """Says so where a written value cannot be computed with.

    Args:
        nilai: as read by its field.
        where: its place in the data.
        label: what the sentence calls it, such as ``Realisasi TW II IKU-1.1``.
        level: E by default.
    """
    if not isinstance(nilai, TakTerbaca):
        return []
    offers = " atau ".join(nilai.pilihan)
    if nilai.masalah == "ganda":
        sentence = f"{label} “{nilai.teks}” dapat dibaca {offers}; pilihlah salah satu."
        return [codes.VALUE_AMBIGUOUS.at(where, sentence, *nilai.pilihan, level=level)]
    sentence = f"{label} “{nilai.teks}” {_REMEDY[nilai.masalah]}"
    return [codes.VALUE_UNREADABLE.at(where, sentence, *nilai.pilihan, level=level)]


_REMEDY = {
    "bukan_angka": "tidak terbaca sebagai angka; tulislah seperti 76,5 atau “belum tersedia”.",
    "satuan": "diikuti satuan lain daripada satuan indikatornya; tulislah angkanya saja.",
    "skala": "tidak ada pada skala predikatnya; tulislah salah satu sebutan skala itu.",
    "rentang": "tidak terbaca sebagai rentang; tulislah seperti 70–80.",
}


def berbeda(satu: Nilai, lain: Nilai, *, digit: int | None = None) -> bool:
    """True where both are known and differ; what is missing or unreadable differs from nothing.

    Args:
        satu: a value.
        lain: another of the same field.
        digit: digits behind the comma to compare by, for a rounded mean; None compares exactly.
    """
    if isinstance(satu, Angka) and isinstance(lain, Angka):
        if digit is None:
            return satu.nilai != lain.nilai
        return bulatkan(satu.nilai, digit) != bulatkan(lain.nilai, digit)
    if isinstance(satu, Predikat) and isinstance(lain, Predikat):
        return satu.skor != lain.skor
    if isinstance(satu, Rentang) and isinstance(lain, Rentang):
        return (satu.bawah, satu.atas) != (lain.bawah, lain.atas)
    return False
