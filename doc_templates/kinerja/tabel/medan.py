"""What a field is called where people read of it."""

from __future__ import annotations

import re
from typing import Final

from doc_templates.kinerja.hitung.triwulan import nama_triwulan, nama_versi_ke

_TRIWULAN: Final = re.compile(r"\b(sd )?tw([1-4])\b")


def sebut_medan(medan: str) -> str:
    """The words for the name of a field: ``capaian.sd_tw2@0`` is “capaian s.d. TW II (Murni)”."""
    field, _, version = medan.partition("@")
    words = _TRIWULAN.sub(
        lambda found: f"{'s.d. ' if found[1] else ''}{nama_triwulan(int(found[2]))}",
        field.replace(".", " ").replace("_", " "),
    )
    return f"{words} ({nama_versi_ke(int(version))})" if version.isdecimal() else words
